/** What is said of a task, and in which order its states come. */
import type { TaskRow } from "../../api/work.ts";
import { formatInstant } from "../parts/format.ts";
import { t } from "../words/t.ts";

export const taskStates = ["to-do", "in-progress", "help-needed", "ready-for-review", "completed", "cancelled"] as const;

export function isOpen({ state }: Pick<TaskRow, "state">): boolean {
  return state !== "completed" && state !== "cancelled";
}

export function isOverdue(task: Pick<TaskRow, "state" | "due">, now: number): boolean {
  return task.due !== null && isOpen(task) && Date.parse(task.due) < now;
}

export function dueWords(task: Pick<TaskRow, "state" | "due">, now: number): string | undefined {
  if (task.due === null) return undefined;
  const at = formatInstant(task.due) ?? task.due;
  return t(isOverdue(task, now) ? "tasks.overdue" : "tasks.due-on", { at });
}
