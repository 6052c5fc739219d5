import assert from "node:assert/strict";
import { test } from "node:test";
import type { PairComparison, PictureSegment } from "../../core/copies/segment-match.ts";
import { apply, fitBToA, uprightRecipe } from "./fit-b-to-a.ts";
import { PLAIN_VIEW } from "../bench/view-recipe.ts";
import { across, acrossSec, segmentsOf, type SharedSegment } from "./segment-map.ts";

const whole = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };
const picture = (change: Partial<PictureSegment>): PictureSegment => ({
  a: { fromSec: 5, toSec: 28 },
  b: { fromSec: 0, toSec: 23 },
  speed: 1,
  boundsErrorSec: 0.04,
  score: 0.99,
  mirrored: false,
  turnedDeg: 0,
  tiltDeg: 0,
  partOfA: whole,
  partOfB: whole,
  covered: [],
  edits: [],
  basis: { frames: 575, agreeing: 570 },
  ...change,
});
const segment = (change: Partial<PictureSegment> = {}, index = 0): SharedSegment => ({ channel: "picture", index, match: picture(change) });

test("a second of one item stands beside the same picture of the other, both ways", () => {
  assert.equal(acrossSec(segment(), "a", 12.4), 7.4);
  assert.equal(acrossSec(segment(), "b", 7.4), 12.4);
  const twice = segment({ b: { fromSec: 0, toSec: 11.5 }, speed: 2 });
  assert.equal(acrossSec(twice, "a", 15), 5);
  assert.equal(acrossSec(twice, "b", 5), 15);
});

test("outside every shared segment nothing is put beside a second", () => {
  assert.equal(across([segment()], undefined, "a", 4.9), null);
  assert.equal(across([segment()], undefined, "b", 23.1), null);
});

test("where two segments hold a second, the chosen one decides", () => {
  const [first, second] = [segment(), segment({ a: { fromSec: 5, toSec: 28 }, b: { fromSec: 40, toSec: 63 } }, 1)];
  assert.equal(across([first, second], undefined, "a", 10)?.sec, 5);
  assert.equal(across([first, second], second, "a", 10)?.sec, 45);
  assert.equal(across([first, second], second, "b", 5)?.segment, first);
});

test("a still stands beside one moment of a video, and that moment beside the still", () => {
  const still = segment({ a: { fromSec: 0, toSec: 0 }, b: { fromSec: 7.2, toSec: 7.2 } });
  assert.equal(across([still], undefined, "a", 0)?.sec, 7.2);
  assert.equal(across([still], undefined, "b", 7.2)?.sec, 0);
});

test("what was not compared has no segments", () => {
  const comparison = {
    picture: { state: "absent", of: "b" },
    sound: { state: "unfit", of: "a", why: "silent" },
  } as unknown as PairComparison;
  assert.deepEqual(segmentsOf(comparison), []);
});

const near = (found: { x: number; y: number }, x: number, y: number): void =>
  assert.ok(Math.abs(found.x - x) < 1e-9 && Math.abs(found.y - y) < 1e-9, `expected ${x}, ${y}; found ${found.x}, ${found.y}`);

test("B's shared part is laid on A's: cut, mirrored, turned", () => {
  const right = { x: 500_000, y: 0, width: 500_000, height: 1_000_000 };
  near(apply(fitBToA(picture({ partOfA: right }), 16 / 9), 0, 0), 0.5, 0);
  near(apply(fitBToA(picture({ partOfA: right, mirrored: true }), 16 / 9), 0, 0), 1, 0);
  // Turned a quarter clockwise, A's top left is at B's top right.
  near(apply(fitBToA(picture({ turnedDeg: 90 }), 16 / 9), 1, 0), 0, 0);
  // Mirrored and then turned: A's top left, mirrored to the top right, is at B's bottom right.
  near(apply(fitBToA(picture({ turnedDeg: 90, mirrored: true }), 16 / 9), 1, 1), 0, 0);
});

test("beside A, B is turned back as often as it was turned", () => {
  assert.deepEqual(uprightRecipe(PLAIN_VIEW, picture({ turnedDeg: 90 })), { ...PLAIN_VIEW, turnDeg: 270 });
  assert.deepEqual(uprightRecipe(PLAIN_VIEW, picture({ turnedDeg: 90, mirrored: true })), { ...PLAIN_VIEW, flipX: true, turnDeg: 90 });
});
