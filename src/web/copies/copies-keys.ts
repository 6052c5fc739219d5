/** Keys of the lists: groups by the arrows, the pairs of the open group by J and K, those that wait first. Enter opens what has the focus. */
import type { KeyTable } from "../keys/key-table.ts";

export const copiesKeys = {
  title: "copies.title",
  actions: {
    nextPair: { keys: ["j"], says: "copies.keys.next-pair" },
    previousPair: { keys: ["k"], says: "copies.keys.previous-pair" },
    nextGroup: { keys: ["ArrowDown"], says: "copies.keys.next-group" },
    previousGroup: { keys: ["ArrowUp"], says: "copies.keys.previous-group" },
  },
} as const satisfies KeyTable;
