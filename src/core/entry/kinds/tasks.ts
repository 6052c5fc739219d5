/** Entries of tasks and comments. Set again under its id, a task takes the place of what stood there. */
import { z } from "zod";
import { UtcInstant } from "../../time/time-claim.ts";
import { PersonId } from "../../key/key.ts";
import { RecordName } from "../../review/ground.ts";
import { CommentId, TaskId, TaskState } from "../../task/task.ts";
import { Sealed } from "../sealed.ts";

/** A record, with the moment of a recording that is meant. */
const About = z.strictObject({ record: RecordName, atS: z.number().or(z.null()) });

export const taskKinds = {
  "task.set": z.strictObject({
    task: TaskId,
    title: Sealed,
    state: TaskState,
    about: About.or(z.null()),
    assigned: z.array(PersonId).max(20),
    due: UtcInstant.or(z.null()),
    /** Why it was changed; null where it is new or only its state went on. */
    reason: Sealed.or(z.null()),
  }),
  "comment.written": z.strictObject({
    comment: CommentId,
    about: About,
    /** The comment that this one answers. */
    answers: CommentId.or(z.null()),
    text: Sealed,
    mentions: z.array(PersonId).max(20),
  }),
  "comment.withdrawn": z.strictObject({ comment: CommentId, reason: Sealed }),
} as const;
