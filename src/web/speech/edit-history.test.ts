import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { TierSegment } from "../../core/tier/tier.ts";
import { type EditHistory, openHistory, stepHistory } from "./edit-history.ts";
import { editSegments, type SegmentEdit, type Segments, segmentsFrom, shortestMs } from "./segment-edits.ts";

const segment = (id: number, startMs: number, endMs: number, more: Partial<TierSegment> = {}): TierSegment => ({
  ...{ id, startMs, endMs, speaker: null, text: `words of ${id}`, alternatives: [], overlap: false, language: null, of: null, box: null },
  machine: null,
  ...more,
});
const base = [segment(1, 0, 1000), segment(2, 800, 2000, { machine: { confidence: 0.4, suspect: ["silence"] } }), segment(3, 2500, 4000)];
const start: Segments = segmentsFrom(base, base, 4);
const id = fc.integer({ min: 1, max: 8 });
const ms = fc.integer({ min: -500, max: 6000 });
const edit: fc.Arbitrary<SegmentEdit> = fc.oneof(
  fc.record({ do: fc.constant("add" as const), startMs: ms, endMs: ms }),
  fc.record({ do: fc.constant("text" as const), id, text: fc.string({ maxLength: 12 }) }),
  fc.record({ do: fc.constant("span" as const), id, startMs: ms, endMs: ms }),
  fc.record({ do: fc.constant("split" as const), id, atMs: ms }),
  fc.record({ do: fc.constant("join" as const), id }),
  fc.record({ do: fc.constant("remove" as const), id }),
  fc.record({ do: fc.constant("overlap" as const), id, overlap: fc.boolean() }),
  fc.record({ do: fc.constant("speaker" as const), id, speaker: fc.constantFrom("SPK1", "SPK2", null) }),
);

const after = (edits: readonly SegmentEdit[]): EditHistory =>
  edits.reduce((history, one) => stepHistory(history, { do: "edit", edit: one }), openHistory(start));

describe("editing segments", () => {
  it("whatever is done, segments stay in order, can be heard, and have numbers of their own", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const { list, nextId } = after(edits).now;
        assert.equal(new Set(list.map((one) => one.id)).size, list.length);
        for (const [at, one] of list.entries()) {
          assert.ok(one.endMs - one.startMs >= shortestMs && Number.isInteger(one.startMs) && Number.isInteger(one.endMs));
          assert.ok(one.id < nextId);
          assert.ok((list[at - 1]?.startMs ?? Number.NEGATIVE_INFINITY) <= one.startMs);
        }
      }),
    );
  });

  it("undoing everything gives back what was opened, and redoing everything what was made", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const made = after(edits);
        const steps = made.past.length;
        let history = made;
        for (let n = 0; n < steps; n++) history = stepHistory(history, { do: "undo" });
        assert.deepEqual(history.now.list, start.list);
        for (let n = 0; n < steps; n++) history = stepHistory(history, { do: "redo" });
        assert.deepEqual(history.now.list, made.now.list);
      }),
    );
  });

  it("a number is never given twice, also after an undo", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(edit, fc.constant("undo" as const), fc.constant("redo" as const)), { maxLength: 40 }), (steps) => {
        let history = openHistory(start);
        let highest = start.nextId;
        for (const step of steps) {
          const before = history.now;
          history = stepHistory(history, typeof step === "string" ? { do: step } : { do: "edit", edit: step });
          assert.ok(history.now.nextId >= highest);
          if (typeof step !== "string" && (step.do === "add" || step.do === "split"))
            for (const { id: given } of history.now.list)
              assert.ok(before.list.some((one) => one.id === given) || given >= highest, `${given} was given before`);
          highest = history.now.nextId;
        }
      }),
    );
  });

  it("no program's words become a person's by cutting, joining or moving, and they stay in one piece", () => {
    const moves = edit.filter((one) => one.do !== "text" && one.do !== "remove" && one.do !== "add");
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 20 }), (edits) => {
        const draft = after(edits).now.list.filter((one) => one.machine !== null);
        assert.deepEqual(
          draft.map((one) => [one.id, one.text, one.machine]),
          [[2, "words of 2", { confidence: 0.4, suspect: ["silence"] }]],
        );
      }),
    );
  });

  it("writing other words into a program's segment, or taking it over, makes it a person's", () => {
    const machineOf = (now: Segments) => now.list.find((one) => one.id === 2)?.machine;
    assert.equal(machineOf(editSegments(start, { do: "text", id: 2, text: "other" })), null);
    assert.notEqual(machineOf(editSegments(start, { do: "text", id: 2, text: "words of 2" })), null);
    assert.equal(machineOf(editSegments(start, { do: "take-over", ids: [2] })), null);
    assert.equal(editSegments(start, { do: "take-over", ids: [1, 9] }), start);
  });

  it("a segment that is cut and joined again says and spans the same", () => {
    const cut = editSegments(start, { do: "split", id: 3, atMs: 3000 });
    assert.deepEqual(
      cut.list.slice(2).map((one) => [one.startMs, one.endMs, one.text]),
      [
        [2500, 3000, "words"],
        [3000, 4000, "of 3"],
      ],
    );
    assert.deepEqual(editSegments(cut, { do: "join", id: 3 }).list[2], start.list[2]);
  });

  it("a translation is only joined with another of the same segment", () => {
    const translation = segmentsFrom([segment(1, 0, 10_00, { of: 5 }), segment(2, 1000, 2000, { of: 6 })], [], 3);
    assert.equal(editSegments(translation, { do: "join", id: 1 }), translation);
  });

  it("typing on in a segment is one step; typing after a rest is another", () => {
    const type = (history: EditHistory, text: string) =>
      stepHistory(history, { do: "edit", edit: { do: "text", id: 1, text }, gesture: "text 1" });
    let history = openHistory(start);
    for (const text of ["h", "he", "hel"]) history = type(history, text);
    assert.equal(history.past.length, 1);
    history = type(stepHistory(history, { do: "rest" }), "hell");
    assert.equal(history.past.length, 2);
    assert.equal(stepHistory(history, { do: "undo" }).now.list[0]?.text, "hel");
  });

  it("once a version is written nothing leads back to what it removed, joined or took over", () => {
    const ways: readonly SegmentEdit[] = [
      { do: "remove", id: 3 },
      { do: "join", id: 1 },
      { do: "take-over", ids: [2] },
    ];
    for (const one of ways) {
      const written = stepHistory(after([{ do: "take-over", ids: [2] }, one]), { do: "written" });
      assert.deepEqual(stepHistory(written, { do: "undo" }), written);
      assert.deepEqual(stepHistory(written, { do: "redo" }), written);
      // A number that was used does not come back with what is made next.
      const { nextId } = written.now;
      const more = stepHistory(written, { do: "edit", edit: { do: "add", startMs: 5000, endMs: 5500 } });
      assert.ok(more.now.list.some((found) => found.id === nextId) && nextId >= 4);
    }
  });
});
