/** Tasks, comments, what changed since somebody last looked, and judgements whose grounds changed. */
import { z } from "zod";
import { ItemId } from "../core/item/item.ts";
import { PersonId } from "../core/key/key.ts";
import { RecordName } from "../core/review/ground.ts";
import { CommentId, TaskId, TaskState } from "../core/task/task.ts";
import { UtcInstant } from "../core/time/time-claim.ts";

/** A record, with the moment of a recording that is meant. */
const About = z.strictObject({ record: RecordName, atS: z.number().min(0).max(1e7).or(z.null()) });
const AboutShown = z.strictObject({ ...About.shape, title: z.string(), address: z.string(), item: ItemId.or(z.null()) });
export type AboutShown = z.infer<typeof AboutShown>;

/** Who wrote the line that says it. */
const written = { at: z.string(), by: PersonId, byName: z.string(), seq: z.number().int() };
const people = z.array(PersonId).max(20);

export const TaskRow = z.strictObject({
  id: TaskId,
  title: z.string(),
  state: TaskState,
  about: AboutShown.or(z.null()),
  assigned: people,
  due: z.string().or(z.null()),
  reason: z.string().or(z.null()),
  madeAt: z.string(),
  madeBy: PersonId,
  madeByName: z.string(),
  ...written,
});
export type TaskRow = z.infer<typeof TaskRow>;
export const TasksAnswer = z.array(TaskRow);

export const AboutQuery = z.strictObject({ about: RecordName.optional() });

export const TaskRequest = z.strictObject({
  title: z.string().max(2000),
  state: TaskState.default("to-do"),
  about: About.or(z.null()).default(null),
  assigned: people.default([]),
  due: UtcInstant.or(z.null()).default(null),
  /** Demanded where more than the state of a task that is there changes, and where it is cancelled. */
  reason: z.string().max(5000).default(""),
});
export type TaskRequest = z.input<typeof TaskRequest>;

export const CommentRow = z.strictObject({
  id: CommentId,
  about: AboutShown,
  answers: CommentId.or(z.null()),
  text: z.string(),
  mentions: people,
  withdrawn: z.string().or(z.null()),
  ...written,
});
export type CommentRow = z.infer<typeof CommentRow>;
export const CommentsAnswer = z.array(CommentRow);

export const CommentRequest = z.strictObject({
  about: About,
  answers: CommentId.or(z.null()).default(null),
  text: z.string().max(20_000),
  mentions: people.default([]),
});
export type CommentRequest = z.input<typeof CommentRequest>;
