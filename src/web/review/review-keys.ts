/** Keys of the screen of questions and findings. */
import type { KeyTable } from "../keys/key-table.ts";

export const reviewKeys = {
  title: "review.title",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "review.key-next" },
    previous: { keys: ["k", "ArrowUp"], says: "review.key-previous" },
    ask: { keys: ["n"], says: "review.key-ask" },
    write: { keys: ["f"], says: "review.key-write" },
    change: { keys: ["e"], says: "review.key-change" },
  },
} as const satisfies KeyTable;
