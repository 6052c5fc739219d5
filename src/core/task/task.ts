/** Tasks and comments: what is to be done, by whom, and what people say to each other about a record. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const TaskId = recordId("tk");
export type TaskId = z.infer<typeof TaskId>;

export const CommentId = recordId("cm");
export type CommentId = z.infer<typeof CommentId>;

export const TaskState = z.enum(["to-do", "in-progress", "help-needed", "ready-for-review", "completed", "cancelled"]);
export type TaskState = z.infer<typeof TaskState>;
