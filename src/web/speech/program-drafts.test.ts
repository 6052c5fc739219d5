import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TierSegment } from "../../core/tier/tier.ts";
import { draftsOf, takenOver } from "./program-drafts.ts";
import { editSegments, type SegmentEdit, type Segments, segmentsFrom } from "./segment-edits.ts";

const segment = (id: number, text: string, more: Partial<TierSegment> = {}): TierSegment => ({
  ...{ id, startMs: id * 1000, endMs: id * 1000 + 900, speaker: null, text, alternatives: [], overlap: false, language: null, of: null },
  ...{ box: null, machine: null },
  ...more,
});
const machine = { confidence: 0.82, suspect: ["no-speech" as const] };
const base = [segment(1, "Не стріляй у них", { machine }), segment(2, "Стій")];
const after = (...edits: readonly SegmentEdit[]): Segments => edits.reduce(editSegments, segmentsFrom(base, base, 3));
const first = (now: Segments) => now.list[0];

describe("a program's draft that a person types in", () => {
  it("is the program's again, with its doubts, once it says again what the program wrote", () => {
    const typed = after({ do: "text", id: 1, text: "Не стріляй у нихx" });
    assert.equal(first(typed)?.machine, null);
    assert.deepEqual(first(editSegments(typed, { do: "text", id: 1, text: "Не стріляй у них" })), base[0]);
  });

  it("stays a person's where it was taken over as it stands before", () => {
    const taken = after({ do: "take-over", ids: [1] }, { do: "text", id: 1, text: "Не" }, { do: "text", id: 1, text: "Не стріляй у них" });
    assert.equal(first(taken)?.machine, null);
    // Also after a crash, from what was kept.
    assert.deepEqual([...draftsOf(base, taken.list).keys()], []);
    assert.deepEqual([...draftsOf(base, after({ do: "text", id: 1, text: "Не" }).list).keys()], [1]);
  });

  it("is taken over by saying what else it may say, and given back when that is removed", () => {
    const other = after({ do: "alternatives", id: 1, alternatives: ["бий усіх"] });
    assert.equal(first(other)?.machine, null);
    assert.deepEqual(first(editSegments(other, { do: "alternatives", id: 1, alternatives: [] })), base[0]);
  });

  it("is named before it is written where it did not sound here, and where only signs differ", () => {
    const { list } = after({ do: "text", id: 1, text: "не стріляй у них!" }, { do: "text", id: 2, text: "Стій!" });
    assert.deepEqual(
      takenOver(base, list, () => false),
      { unheard: [1], sameWords: [1] },
    );
    assert.deepEqual(
      takenOver(base, list, () => true),
      { unheard: [], sameWords: [1] },
    );
    const { list: other } = after({ do: "text", id: 1, text: "стріляй у них" });
    assert.deepEqual(takenOver(base, other, () => true).sameWords, []);
  });
});

describe("what a segment may also say", () => {
  it("is nothing that was put there to be typed over, and no empty words", () => {
    const now = after({ do: "alternatives", id: 2, alternatives: [" ", "", "Стіл"] });
    assert.deepEqual(now.list[1]?.alternatives, ["Стіл"]);
  });
});
