/** Keys of the custody log. */
import type { KeyTable } from "../keys/key-table.ts";

export const custodyKeys = {
  title: "keys.custody",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.custody-next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.custody-previous" },
    pageOn: { keys: ["PageDown"], says: "keys.page-on" },
    pageBack: { keys: ["PageUp"], says: "keys.page-back" },
    first: { keys: ["Home"], says: "keys.custody-first" },
    last: { keys: ["End"], says: "keys.custody-last" },
    search: { keys: ["/"], says: "keys.custody-search" },
    line: { keys: ["l"], says: "keys.custody-line" },
  },
} as const satisfies KeyTable;
