/** Routes of tasks, comments, changes and stale judgements, and the queries that screens share. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { ChangesAnswer, type CommentRequest, CommentsAnswer, StaleAnswer, type TaskRequest, TasksAnswer } from "../../api/work.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { CommentId, TaskId } from "../../core/task/task.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Made = z.looseObject({ id: z.string(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });

export const workApi = {
  setTask: (task: TaskId | undefined, body: TaskRequest) =>
    ask(Made, task === undefined ? "/api/tasks" : `/api/tasks/${task}`, { method: "POST", body }),
  comment: (body: CommentRequest) => ask(Made, "/api/comments", { method: "POST", body }),
  withdrawComment: (id: CommentId, reason: string) => ask(Appended, `/api/comments/${id}/withdraw`, { method: "POST", body: { reason } }),
  keepStale: (lines: readonly number[], reason: string) => ask(Appended, "/api/stale/keep", { method: "POST", body: { lines, reason } }),
  markSeen: (line: number) => ask(z.looseObject({ line: z.number() }), "/api/changes/seen", { method: "POST", body: { line } }),
} as const;

/** Everything here grows stale with the ledger. */
export function useTasks(about?: RecordName) {
  return useQuery({
    queryKey: [...queryKeys.records, "tasks", about ?? "all"],
    queryFn: ({ signal }) => ask(TasksAnswer, `/api/tasks${queryString({ about })}`, { signal }),
  });
}

export function useComments(about: RecordName) {
  return useQuery({
    queryKey: [...queryKeys.records, "comments", about],
    queryFn: ({ signal }) => ask(CommentsAnswer, `/api/comments${queryString({ about })}`, { signal }),
  });
}

export function useChanges() {
  return useQuery({
    queryKey: [...queryKeys.records, "changes"],
    queryFn: ({ signal }) => ask(ChangesAnswer, "/api/changes", { signal }),
  });
}

/** Of the case, or of one judgement: "f1", or "line 40". */
export function useStale(about?: string) {
  return useQuery({
    queryKey: [...queryKeys.records, "stale", about ?? "all"],
    queryFn: ({ signal }) => ask(StaleAnswer, `/api/stale${queryString({ about })}`, { signal }),
  });
}
