/** Keys of the place bench. Those of the map hold while the map has the focus, and numbers jump to kept views from anywhere. */
import type { KeyTable } from "../keys/key-table.ts";

export const placeKeys = {
  title: "place.title",
  actions: {
    next: { keys: ["j"], says: "place-key.next" },
    previous: { keys: ["k"], says: "place-key.previous" },
    undo: { keys: ["u", "z"], says: "place-key.undo" },
    redo: { keys: ["Shift+U", "Shift+Z"], says: "place-key.redo" },
    ruler: { keys: ["r"], says: "map.key-ruler" },
    keep: { keys: ["Shift+K"], says: "place-key.keep" },
    tab: { keys: ["t"], says: "place-key.tab" },
    jump: { keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], says: "map.key-jump" },
  },
} as const satisfies KeyTable;
