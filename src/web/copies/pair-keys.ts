/**
 * Keys of the pair view: the transport as on the bench (METHOD 3), so J, K and L stay with the footage; what waits is gone
 * through with the bench's keys for the next item.
 */
import { playerKeys } from "../bench/bench-keys.ts";
import type { KeyTable } from "../keys/key-table.ts";

const { toggle, halt, backward, forward, stepBack, stepOn, secondBack, secondOn, tenBack, tenOn, first, last, slower, faster, goTo } =
  playerKeys.actions;

/** Go to the leading player. */
export const leaderKeys = {
  title: "bench.keys.player",
  actions: { toggle, halt, backward, forward, stepBack, stepOn, secondBack, secondOn, tenBack, tenOn, first, last, slower, faster, goTo },
} as const satisfies KeyTable;

export const pairKeys = {
  title: "copies.keys.pair",
  actions: {
    hold: { keys: ["h"], says: "copies.keys.hold" },
    mode: { keys: ["v"], says: "copies.keys.mode" },
    blink: { keys: ["x"], says: "copies.keys.blink" },
    lead: { keys: ["s"], says: "copies.keys.lead" },
    lock: { keys: ["u"], says: "copies.keys.lock" },
    fit: { keys: ["f"], says: "copies.keys.fit" },
    outlines: { keys: ["o"], says: "copies.keys.outlines" },
    segmentOn: { keys: ["e"], says: "copies.keys.segment-on" },
    segmentBack: { keys: ["w"], says: "copies.keys.segment-back" },
    zoomIn: { keys: ["+", "="], says: "bench.keys.zoom-in" },
    zoomOut: { keys: ["-"], says: "bench.keys.zoom-out" },
    resetView: { keys: ["0"], says: "bench.keys.reset-view" },
  },
} as const satisfies KeyTable;

export const judgeKeys = {
  title: "copies.keys.judge",
  actions: {
    accept: { keys: ["a"], says: "copies.keys.accept" },
    reject: { keys: ["r"], says: "copies.keys.reject" },
    note: { keys: ["n"], says: "copies.keys.note" },
    next: { keys: ["]"], says: "copies.keys.next-waiting" },
    previous: { keys: ["["], says: "copies.keys.previous-waiting" },
  },
} as const satisfies KeyTable;
