/** Keys of the search screen. Enter on a hit is the link's own. */
import type { KeyTable } from "../keys/key-table.ts";

export const searchKeys = {
  title: "keys.search-screen",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.search-next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.search-previous" },
    first: { keys: ["Home"], says: "keys.search-first" },
    search: { keys: ["/"], says: "keys.search-field" },
    group: { keys: ["o"], says: "keys.search-group" },
  },
} as const satisfies KeyTable;
