import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { buildTable } from "./frame-table.ts";
import type { Packets } from "./packet-table.ts";

const packetsOf = (rows: readonly { pts: number; place: number; discard?: boolean }[]): Packets => ({
  pts: rows.map(({ pts }) => pts),
  durations: rows.map(() => 1),
  places: rows.map(({ place }) => place),
  key: rows.map((_, at) => at === 0),
  discard: rows.map(({ discard }) => discard ?? false),
});
const base = { num: 1, den: 10 };

it("frames stand in the order in which they are shown, whatever order the file keeps them in", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (times) => {
      const { table } = buildTable(packetsOf(times.map((pts, place) => ({ pts, place }))), undefined, base);
      assert.deepEqual(
        table.pts,
        times.toSorted((a, b) => a - b),
      );
      assert.deepEqual(
        table.edited,
        table.pts.map((pts) => pts / 10),
      );
      assert.deepEqual(table.keyFrames, [table.pts.indexOf(times[0] as number)]);
    }),
  );
});

it("a frame that the edit list drops or marks is hidden, and the others have the edited time", () => {
  const stored = packetsOf([100, 101, 102, 103].map((pts, place) => ({ pts, place })));
  const shown = packetsOf([
    { pts: -1, place: 1, discard: true },
    { pts: 0, place: 2 },
    { pts: 1, place: 3 },
  ]);
  assert.deepEqual(buildTable(stored, shown, base).table.edited, [null, null, 0, 0.1]);
});

it("a frame that the edit list shows twice keeps its first time, and is told of", () => {
  const stored = packetsOf([0, 1].map((pts, place) => ({ pts, place })));
  const shown = packetsOf([
    { pts: 0, place: 0 },
    { pts: 1, place: 1 },
    { pts: 2, place: 0 },
  ]);
  const built = buildTable(stored, shown, base);
  assert.deepEqual([built.table.edited, built.repeated], [[0, 0.1], [0]]);
});

it("frames without a time are counted on, and said to be", () => {
  const built = buildTable(packetsOf([5, Number.NaN, Number.NaN].map((pts, place) => ({ pts, place }))), undefined, base);
  assert.deepEqual([built.table.pts, built.withoutTime, built.endPts], [[5, 6, 7], 2, 8]);
});
