/** Keys of the paste screen. */
import type { KeyTable } from "../keys/key-table.ts";

export const pasteKeys = {
  title: "keys.paste",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.paste-next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.paste-previous" },
    pageOn: { keys: ["PageDown"], says: "keys.page-on" },
    pageBack: { keys: ["PageUp"], says: "keys.page-back" },
    first: { keys: ["Home"], says: "keys.first" },
    last: { keys: ["End"], says: "keys.last" },
    flagged: { keys: ["f"], says: "keys.paste-flagged" },
    import: { keys: ["Mod+Enter"], says: "keys.paste-import" },
  },
} as const satisfies KeyTable;
