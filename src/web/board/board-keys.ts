/** Keys of the board, for the key sheet; the board itself hears them while the focus is on a claim. */
import type { KeyTable } from "../keys/key-table.ts";

export const boardKeys = {
  title: "claims.board.title",
  actions: {
    move: { keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], says: "claims.board.key-move" },
    ends: { keys: ["Home", "End"], says: "claims.board.key-ends" },
    open: { keys: ["Enter"], says: "claims.board.key-open" },
  },
} as const satisfies KeyTable;
