/** Keys of the bench: transport as editors have it in their fingers (METHOD 3). */
import type { KeyTable } from "../keys/key-table.ts";

/** For every kind of item. */
export const benchKeys = {
  title: "bench.keys.bench",
  actions: {
    previous: { keys: ["["], says: "bench.keys.previous" },
    next: { keys: ["]"], says: "bench.keys.next" },
  },
} as const satisfies KeyTable;

export const playerKeys = {
  title: "bench.keys.player",
  actions: {
    toggle: { keys: ["Space"], says: "bench.keys.toggle" },
    halt: { keys: ["k"], says: "bench.keys.halt" },
    backward: { keys: ["j"], says: "bench.keys.backward" },
    forward: { keys: ["l"], says: "bench.keys.forward" },
    stepBack: { keys: ["ArrowLeft", ","], says: "bench.keys.step-back" },
    stepOn: { keys: ["ArrowRight", "."], says: "bench.keys.step-on" },
    secondBack: { keys: ["Shift+ArrowLeft"], says: "bench.keys.second-back" },
    secondOn: { keys: ["Shift+ArrowRight"], says: "bench.keys.second-on" },
    tenBack: { keys: ["PageUp"], says: "bench.keys.ten-back" },
    tenOn: { keys: ["PageDown"], says: "bench.keys.ten-on" },
    first: { keys: ["Home"], says: "bench.keys.first" },
    last: { keys: ["End"], says: "bench.keys.last" },
    slower: { keys: ["<"], says: "bench.keys.slower" },
    faster: { keys: [">"], says: "bench.keys.faster" },
    markIn: { keys: ["i"], says: "bench.keys.mark-in" },
    markOut: { keys: ["o"], says: "bench.keys.mark-out" },
    clearMarks: { keys: ["x"], says: "bench.keys.clear-marks" },
    loop: { keys: ["r"], says: "bench.keys.loop" },
    goTo: { keys: ["t"], says: "bench.keys.go-to" },
    marker: { keys: ["m"], says: "bench.keys.marker" },
  },
} as const satisfies KeyTable;

/** For one item with sound. */
export const soundKeys = {
  title: "bench.keys.sounds",
  actions: {
    nextSound: { keys: ["s"], says: "bench.keys.next-sound" },
    previousSound: { keys: ["a"], says: "bench.keys.previous-sound" },
  },
} as const satisfies KeyTable;

/** Also for pictures. */
export const viewKeys = {
  title: "bench.keys.view",
  actions: {
    hold: { keys: ["h"], says: "bench.keys.hold" },
    observe: { keys: ["n"], says: "bench.keys.observe" },
    box: { keys: ["d"], says: "bench.keys.box" },
    zoomIn: { keys: ["+", "="], says: "bench.keys.zoom-in" },
    zoomOut: { keys: ["-"], says: "bench.keys.zoom-out" },
    panLeft: { keys: ["Shift+A"], says: "bench.keys.pan-left" },
    panRight: { keys: ["Shift+D"], says: "bench.keys.pan-right" },
    panUp: { keys: ["Shift+W"], says: "bench.keys.pan-up" },
    panDown: { keys: ["Shift+S"], says: "bench.keys.pan-down" },
    resetView: { keys: ["0"], says: "bench.keys.reset-view" },
    fullScreen: { keys: ["f"], says: "bench.keys.full-screen" },
  },
} as const satisfies KeyTable;
