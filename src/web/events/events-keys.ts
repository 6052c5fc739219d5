/** Keys of the events screen. */
import type { KeyTable } from "../keys/key-table.ts";

export const eventsKeys = {
  title: "events.title",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.previous" },
    make: { keys: ["n"], says: "events.key-new" },
    change: { keys: ["e"], says: "events.key-change" },
    other: { keys: ["v"], says: "events.key-other" },
  },
} as const satisfies KeyTable;
