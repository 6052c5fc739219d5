/** Keys of the desk of who answers blind: the same for a frame as on the bench. */
import type { KeyTable } from "../keys/key-table.ts";

export const deskKeys = {
  title: "blind.title",
  actions: {
    stepBack: { keys: ["ArrowLeft", ","], says: "bench.keys.step-back" },
    stepOn: { keys: ["ArrowRight", "."], says: "bench.keys.step-on" },
  },
} as const satisfies KeyTable;
