import assert from "node:assert/strict";
import { test } from "node:test";
import type { PictureSegment } from "../../core/copies/segment-match.ts";
import type { RedactionMark } from "../../core/redaction/redaction.ts";
import { acrossOf, bareOf, markAcross } from "./mark-across.ts";

const whole = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };
const segment = (more: Partial<PictureSegment> = {}): PictureSegment => ({
  ...{ a: { fromSec: 5, toSec: 25 }, b: { fromSec: 0, toSec: 20 }, speed: 1, boundsErrorSec: 0.2, score: 1 },
  ...{ mirrored: false, turnedDeg: 0, tiltDeg: 0, partOfA: whole, partOfB: whole, covered: [], edits: [] },
  basis: { frames: 10, agreeing: 10 },
  ...more,
});
const box = (fromS: number, toS: number, x: number, y: number, w = 0.1, h = 0.2): RedactionMark => ({
  sort: { what: "box", fromS, toS, keys: [{ atS: fromS, box: { x, y, w, h }, by: "person" }] },
  ...{ reason: "face", subject: null },
});
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === "number" ? Math.round(one * 1000) / 1000 : one));
const mapped = (mark: RedactionMark, more: Partial<PictureSegment>, ofIsA = true) => {
  const [first] = markAcross(mark, [acrossOf(segment(more), ofIsA)]);
  return first === undefined ? undefined : (rounded([first.fromS, first.toS, first.ofFromS, first.ofToS, first.region]) as unknown[]);
};

test("seconds go by offset and speed, and what the copy does not hold is left", () => {
  assert.deepEqual(mapped(box(8, 30, 0.1, 0.1), {})?.slice(0, 4), [3, 20, 8, 25]);
  assert.deepEqual(mapped(box(8, 12, 0.1, 0.1), { b: { fromSec: 0, toSec: 10 }, speed: 2 })?.slice(0, 4), [1.5, 3.5, 8, 12]);
  assert.deepEqual(mapped(box(1, 3, 0.1, 0.1), { b: { fromSec: 0, toSec: 10 }, speed: 2 }, false)?.slice(0, 4), [7, 11, 1, 3]);
  assert.equal(mapped(box(26, 30, 0.1, 0.1), {}), undefined);
});

test("the place goes by mirror, turn and cut, there and back; what was cut away is elsewhere, what leans is not known", () => {
  const region = (more: Partial<PictureSegment>, ofIsA = true, mark = box(8, 9, 0.1, 0.2)) => mapped(mark, more, ofIsA)?.[4];
  assert.deepEqual(region({}), { x: 0.1, y: 0.2, w: 0.1, h: 0.2 });
  assert.deepEqual(region({ mirrored: true }), { x: 0.8, y: 0.2, w: 0.1, h: 0.2 });
  assert.deepEqual(region({ turnedDeg: 90 }), { x: 0.6, y: 0.1, w: 0.2, h: 0.1 });
  const cut = {
    partOfA: { x: 500_000, y: 0, width: 500_000, height: 1_000_000 },
    partOfB: { x: 0, y: 250_000, width: 1_000_000, height: 500_000 },
  };
  assert.deepEqual(region(cut, true, box(8, 9, 0.6, 0.2)), { x: 0.2, y: 0.35, w: 0.2, h: 0.1 });
  assert.equal(region(cut), "elsewhere");
  for (const more of [{ partOfB: "unknown" as const }, { tiltDeg: 4 }, { tiltDeg: "unknown" as const }])
    assert.equal(region(more), "unknown");
  // There and back again by every way of laying one over the other.
  for (const turnedDeg of [0, 90, 180, 270] as const)
    for (const mirrored of [false, true]) {
      const there = markAcross(box(8, 9, 0.6, 0.2), [acrossOf(segment({ ...cut, turnedDeg, mirrored }), true)])[0]?.region;
      assert.ok(typeof there === "object");
      const back = box(3, 4, there.x, there.y, there.w, there.h);
      assert.deepEqual(
        region({ ...cut, turnedDeg, mirrored }, false, back),
        { x: 0.6, y: 0.2, w: 0.1, h: 0.2 },
        `${turnedDeg} ${mirrored}`,
      );
    }
});

test("a copy's own boxes cover what lies under them, at their seconds and nowhere else", () => {
  const [across] = markAcross(box(8, 18, 0.1, 0.2), [acrossOf(segment({ mirrored: true }), true)]);
  assert.ok(across !== undefined);
  const bare = (...own: RedactionMark[]) =>
    rounded(
      bareOf(
        across,
        own.flatMap(({ sort }) => (sort.what === "box" ? [sort] : [])),
      ),
    ) as unknown;
  assert.deepEqual(bare(), [{ fromS: 3, toS: 13 }]);
  assert.deepEqual(bare(box(3, 13, 0.75, 0.1, 0.2, 0.4)), []);
  assert.deepEqual(bare(box(3, 13, 0.1, 0.2)), [{ fromS: 3, toS: 13 }], "where it is in the other, not here");
  assert.deepEqual(bare(box(5, 7.25, 0.75, 0.1, 0.2, 0.4)), [
    { fromS: 3, toS: 5 },
    { fromS: 7.25, toS: 13 },
  ]);
  assert.deepEqual(rounded(bareOf({ ...across, region: "unknown" }, [])), [{ fromS: 3, toS: 13 }]);
  assert.deepEqual(bareOf({ ...across, region: "elsewhere" }, []), []);
});
