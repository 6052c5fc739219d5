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

const ChangedLine = z.strictObject({ seq: z.number().int(), at: z.string(), byName: z.string(), summary: z.string() });
export const ChangesAnswer = z.strictObject({
  /** The line up to which the person marked the case as seen; 0 for none. */
  since: z.number().int(),
  head: z.number().int(),
  forMe: z.array(
    z.strictObject({
      ...ChangedLine.shape,
      why: z.enum(["mentioned", "answered", "assigned"]),
      record: RecordName.or(z.null()),
      address: z.string(),
    }),
  ),
  records: z.array(
    z.strictObject({
      record: RecordName.or(z.null()),
      title: z.string(),
      address: z.string(),
      last: z.number().int(),
      total: z.number().int(),
      lines: z.array(ChangedLine),
    }),
  ),
  more: z.number().int(),
  cut: z.boolean(),
  machine: z.number().int(),
});
export type ChangesAnswer = z.infer<typeof ChangesAnswer>;
export const SeenRequest = z.strictObject({ line: z.number().int().min(0) });

const StaleStep = z.strictObject({
  record: z.string(),
  line: z.number().int(),
  /** How the one before rests on it; of the last step, what happened to it. See docs/method/stale.md. */
  why: z.string(),
  through: z.array(z.string()),
});
export type StaleStep = z.infer<typeof StaleStep>;
export const StaleAnswer = z.array(
  z.strictObject({
    judgement: z.string(),
    line: z.number().int(),
    since: z.number().int(),
    last: z.number().int(),
    keptAlone: z.number().int().nullable(),
    lastSays: z.string(),
    title: z.string(),
    address: z.string(),
    paths: z.array(z.array(StaleStep)),
  }),
);
export type StaleAnswer = z.infer<typeof StaleAnswer>;
export type StaleRow = StaleAnswer[number];
/** "k3", or "line 40" where a line itself was judged. */
export const StaleQuery = z.strictObject({ about: z.string().max(40).optional() });
export const KeepStaleRequest = z.strictObject({ lines: z.array(z.number().int().min(1)).min(1).max(4000), reason: z.string().max(5000) });
