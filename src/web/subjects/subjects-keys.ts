/** Keys of the screen of subjects and scenes. */
import type { KeyTable } from "../keys/key-table.ts";

export const subjectsKeys = {
  title: "subjects.title",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.previous" },
    make: { keys: ["n"], says: "subjects.key-new" },
    change: { keys: ["e"], says: "subjects.key-change" },
    list: { keys: ["v"], says: "subjects.key-list" },
  },
} as const satisfies KeyTable;
