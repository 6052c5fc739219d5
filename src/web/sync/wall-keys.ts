/**
 * Keys of the wall: the transport as on the bench (METHOD 3), but that "," and "." draw the chosen clip along the common clock, as in
 * editors that line clips up; the arrows step.
 */
import { playerKeys } from "../bench/bench-keys.ts";
import type { KeyTable } from "../keys/key-table.ts";

const { toggle, halt, backward, forward, secondBack, secondOn, tenBack, tenOn, first, last, goTo } = playerKeys.actions;

export const wallPlayKeys = {
  title: "sync.keys.play",
  actions: {
    ...{ toggle, halt, backward, forward },
    stepBack: { keys: ["ArrowLeft"], says: "sync.keys.step-back" },
    stepOn: { keys: ["ArrowRight"], says: "sync.keys.step-on" },
    ...{ secondBack, secondOn, tenBack, tenOn, first, last, goTo },
    slower: { keys: ["Shift+ArrowDown"], says: "bench.keys.slower" },
    faster: { keys: ["Shift+ArrowUp"], says: "bench.keys.faster" },
    hold: { keys: ["h"], says: "sync.keys.hold" },
    hear: { keys: ["s"], says: "sync.keys.hear" },
  },
} as const satisfies KeyTable;

export const wallAlignKeys = {
  title: "sync.keys.align",
  actions: {
    choose: { keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], says: "sync.keys.choose" },
    earlierFrame: { keys: [","], says: "sync.keys.earlier-frame" },
    laterFrame: { keys: ["."], says: "sync.keys.later-frame" },
    earlierMs: { keys: ["<"], says: "sync.keys.earlier-ms" },
    laterMs: { keys: [">"], says: "sync.keys.later-ms" },
    undo: { keys: ["u", "Mod+z"], says: "sync.keys.undo" },
    point: { keys: ["m"], says: "sync.keys.point" },
    nextEvent: { keys: ["e"], says: "sync.keys.next-event" },
    previousEvent: { keys: ["w"], says: "sync.keys.previous-event" },
    zoomIn: { keys: ["+", "="], says: "sync.keys.zoom-in" },
    zoomOut: { keys: ["-"], says: "sync.keys.zoom-out" },
    whole: { keys: ["0"], says: "sync.keys.whole" },
  },
} as const satisfies KeyTable;
