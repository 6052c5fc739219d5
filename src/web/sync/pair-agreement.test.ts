import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PairMeasurement } from "../../core/sync/pair-measurement.ts";
import { pairAgreement } from "./pair-agreement.ts";

const measured = (stretches: readonly (readonly [number, number, number])[], ppm = 0): PairMeasurement & { state: "measured" } => ({
  state: "measured",
  channel: "sound",
  offset: {
    ...{ offsetS: 20, plusMinusS: 0.0005, at: { a: 50, b: 30 }, rateLike: null },
    rate: { ppm, plusMinusPpm: 1 },
  },
  wrong: 0.01,
  stretches: stretches.map(([startB, endB, offsetS]) => ({ startB, endB, offsetS, score: 9 })),
  sameRecording: false,
});
const a = { startS: 0, endS: 300 };
const b = { startS: 0, endS: 60 };

describe("what of two recordings agrees at their offset", () => {
  it("is all that they share, where stretches fill it but for the edges of windows", () => {
    const { agreed, rest } = pairAgreement(measured([[0.5, 30, 20], [30.5, 59, 20]]), a, b); // prettier-ignore
    assert.deepEqual([agreed, rest], [[{ from: 0.5, to: 59 }], []]);
  });

  it("leaves out what was put in, whether nothing agrees there or something else does", () => {
    assert.deepEqual(pairAgreement(measured([[0, 20, 20], [40, 60, 20]]), a, b).rest, [{ from: 20, to: 40 }]); // prettier-ignore
    assert.deepEqual(pairAgreement(measured([[0, 56, 20], [56, 60, 44]]), a, b).rest, [{ from: 56, to: 60 }]); // prettier-ignore
  });

  it("ends where one of them ends: what only one filmed cannot agree", () => {
    assert.deepEqual(pairAgreement(measured([[0, 50, 20]]), { startS: 0, endS: 70 }, b).rest, []);
  });

  it("counts a stretch whose offset is that of its own moment, where the clocks run apart", () => {
    assert.deepEqual(pairAgreement(measured([[0, 30, 20 - 15 * 0.005], [31, 60, 20.0775]], 5000), a, b).rest, []); // prettier-ignore
  });
});
