/** Keys of the time bench. */
import type { KeyTable } from "../keys/key-table.ts";

export const timeKeys = {
  title: "time.title",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.previous" },
    drop: { keys: ["x"], says: "time-bench.key.drop" },
    make: { keys: ["n"], says: "time-bench.key.new" },
    change: { keys: ["e"], says: "time-bench.key.change" },
    take: { keys: ["t"], says: "time-bench.key.take" },
    keep: { keys: ["Mod+s"], says: "time-bench.key.keep" },
    undo: { keys: ["Mod+z"], says: "time-bench.undo" },
    redo: { keys: ["Mod+Shift+Z", "Mod+y"], says: "time-bench.redo" },
    zoomIn: { keys: ["+", "="], says: "time-bench.zoom-in" },
    zoomOut: { keys: ["-"], says: "time-bench.zoom-out" },
    earlier: { keys: ["ArrowLeft"], says: "time-bench.pan-earlier" },
    later: { keys: ["ArrowRight"], says: "time-bench.pan-later" },
    fit: { keys: ["0"], says: "time-bench.fit" },
    paper: { keys: ["p"], says: "time-bench.paper" },
  },
} as const satisfies KeyTable;

export const timeListKeys = {
  title: "time.title",
  actions: { make: { keys: ["n"], says: "time-bench.new" } },
} as const satisfies KeyTable;
