/** Keys of reading a text: one press a proposal. */
import type { KeyTable } from "../keys/key-table.ts";

export const textKeys = {
  title: "claims.texts.keys",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "claims.texts.key.next" },
    previous: { keys: ["k", "ArrowUp"], says: "claims.texts.key.previous" },
    accept: { keys: ["a"], says: "claims.texts.key.accept" },
    edit: { keys: ["e"], says: "claims.texts.key.edit" },
    reject: { keys: ["r"], says: "claims.texts.key.reject" },
    undo: { keys: ["u"], says: "claims.texts.key.undo" },
    event: { keys: ["v"], says: "claims.texts.key.event" },
    byHand: { keys: ["n"], says: "claims.texts.key.by-hand" },
  },
} as const satisfies KeyTable;
