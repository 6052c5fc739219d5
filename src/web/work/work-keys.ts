/** Keys of the list of tasks. */
import type { KeyTable } from "../keys/key-table.ts";

export const workKeys = {
  title: "work.part.tasks",
  actions: { make: { keys: ["n"], says: "tasks.new" } },
} as const satisfies KeyTable;
