/** Keys of the redaction editor: the bench's transport without its marker, and what is done with boxes. */
import { playerKeys } from "../bench/bench-keys.ts";
import type { KeyTable } from "../keys/key-table.ts";

const { marker: _marker, ...transport } = playerKeys.actions;

export const redactPlayKeys = { title: "bench.keys.player", actions: transport } as const satisfies KeyTable;

export const redactKeys = {
  title: "redact.keys",
  actions: {
    hold: { keys: ["h"], says: "bench.keys.hold" },
    draw: { keys: ["d"], says: "redact.keys.draw" },
    key: { keys: ["e"], says: "redact.keys.key" },
    unkey: { keys: ["Delete"], says: "redact.keys.unkey" },
    keyBefore: { keys: ["["], says: "redact.keys.key-before" },
    keyAfter: { keys: ["]"], says: "redact.keys.key-after" },
    sound: { keys: ["u"], says: "redact.keys.sound" },
    preview: { keys: ["p"], says: "redact.keys.preview" },
    left: { keys: ["Alt+ArrowLeft"], says: "redact.keys.left" },
    right: { keys: ["Alt+ArrowRight"], says: "redact.keys.right" },
    up: { keys: ["Alt+ArrowUp"], says: "redact.keys.up" },
    down: { keys: ["Alt+ArrowDown"], says: "redact.keys.down" },
    wider: { keys: ["Alt+Shift+ArrowRight"], says: "redact.keys.wider" },
    narrower: { keys: ["Alt+Shift+ArrowLeft"], says: "redact.keys.narrower" },
    taller: { keys: ["Alt+Shift+ArrowDown"], says: "redact.keys.taller" },
    lower: { keys: ["Alt+Shift+ArrowUp"], says: "redact.keys.lower" },
    undo: { keys: ["Mod+z"], says: "redact.keys.undo" },
    redo: { keys: ["Mod+Z", "Mod+Shift+Z", "Mod+y"], says: "redact.keys.redo" },
  },
} as const satisfies KeyTable;
