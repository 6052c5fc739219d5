import assert from "node:assert/strict";
import { it } from "node:test";
import type { TierSegment } from "../../core/tier/tier.ts";
import { editRows, rowAtTime, rowOfSegment } from "./edit-rows.ts";
import { laneRows, overlapping, segmentAt } from "./lane-rows.ts";

const segment = (id: number, startMs: number, endMs: number, of: number | null = null): TierSegment => ({
  ...{ id, startMs, endMs, speaker: null, text: `${id}`, alternatives: [], overlap: false, language: null, of, box: null, machine: null },
});
const verbatim = [segment(1, 0, 1000), segment(2, 900, 2000), segment(3, 3000, 4000)];

it("a translation has a row for every segment of what it translates, and what translates nothing that is left has its own", () => {
  const rows = editRows([segment(7, 0, 1000, 1), segment(8, 500, 1000, 1), segment(9, 2500, 2800, 99)], verbatim);
  assert.deepEqual(
    rows.map(({ key, source, own }) => [key, source?.id, own?.id]),
    [
      ["of1", 1, 7],
      ["s8", undefined, 8],
      ["of2", 2, undefined],
      ["s9", undefined, 9],
      ["of3", 3, undefined],
    ],
  );
});

it("a row keeps its name when the first words make its segment, so that typing goes on", () => {
  const name = (own: readonly TierSegment[]) => editRows(own, verbatim)[1]?.key;
  assert.equal(name([]), name([segment(7, 900, 2000, 2)]));
});

it("the row of a segment and the row at a time are found", () => {
  const rows = editRows(verbatim, undefined);
  assert.equal(rowOfSegment(rows, 2)?.key, "s2");
  assert.equal(rowAtTime(rows, 2500)?.key, "s2");
  assert.equal(rowAtTime(rows, -5)?.key, "s1");
});

it("segments that are spoken at the same time stand below each other, and are told as overlapping", () => {
  assert.deepEqual(
    [...laneRows(verbatim)],
    [
      [1, 0],
      [2, 1],
      [3, 0],
    ],
  );
  assert.deepEqual([...overlapping(verbatim)].toSorted(), [1, 2]);
  assert.deepEqual([...overlapping([segment(1, 0, 1000), segment(2, 1000, 2000)])], []);
  assert.equal(segmentAt(verbatim, 950)?.id, 2);
  assert.equal(segmentAt(verbatim, 2500), undefined);
});
