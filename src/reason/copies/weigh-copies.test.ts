import assert from "node:assert/strict";
import { test } from "node:test";
import type { PairComparison, PictureSegment } from "../../core/copies/segment-match.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { bestCopy } from "./best-copy.ts";
import { onAxis } from "./common-axis.ts";
import type { CopyFacts, JoinedPair } from "./copy-facts.ts";
import { derivations } from "./derivations.ts";
import { totalOf, unionOf, without } from "./spans.ts";

const whole = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };
const logo = { x: 800_000, y: 20_000, width: 150_000, height: 100_000 };
const facts = (copy: string, more: Partial<CopyFacts> = {}): CopyFacts => ({
  ...{ copy, name: copy, extent: { fromSec: 0, toSec: 20 }, still: false, width: 640, height: 360 },
  ...{ hasSound: true, hasBars: false, cameraTags: [], writtenBy: [] },
  ...more,
});
const pair = (a: string, b: string, more: Partial<PictureSegment> = {}): JoinedPair => {
  const segment: PictureSegment = {
    ...{
      a: { fromSec: 0, toSec: 20 },
      b: { fromSec: 0, toSec: 20 },
      speed: 1,
      boundsErrorSec: 0.04,
      score: 1,
      mirrored: false,
      turnedDeg: 0,
    },
    ...{ tiltDeg: 0, partOfA: whole, partOfB: whole, covered: [], edits: [], basis: { frames: 9, agreeing: 9 } },
    ...more,
  };
  const picture: PairComparison["picture"] = { state: "compared", segments: [segment] };
  const comparison: PairComparison = {
    ...{ format: "witnessmark-pair-comparison-v1", a: a as Digest, b: b as Digest, picture, signs: [] },
    sound: { state: "absent", of: "both" },
  };
  return { comparison, segments: [segment] };
};
const possible = (copies: CopyFacts[], pairs: JoinedPair[]) =>
  derivations(copies, pairs).possible.map(({ from, to }) => `${to} from ${from}`);

test("the larger and longer copy is the best, whatever its file weighs, and its reasons are said", () => {
  const copies = [facts("a"), facts("b", { width: 320, height: 180, extent: { fromSec: 0, toSec: 12 } })];
  const { best, ranked } = bestCopy(copies, [pair("a", "b", { a: { fromSec: 3, toSec: 15 }, b: { fromSec: 0, toSec: 12 } })]);
  assert.equal(best, "a");
  assert.deepEqual(ranked[0]?.reasons, ["640 x 360: no copy is larger", "20.0 s: no copy is longer", "has sound"]);
});

test("of two that are the same in all that is known, none leads", () => {
  assert.equal(bestCopy([facts("a"), facts("b")], [pair("a", "b")]).best, null);
});

test("what a camera wrote into the container weighs, and so does what was cut away", () => {
  assert.equal(bestCopy([facts("a"), facts("b", { cameraTags: ["Make"] })], [pair("a", "b")]).best, "b");
  const part = { x: 100_000, y: 100_000, width: 700_000, height: 700_000 };
  assert.equal(bestCopy([facts("a"), facts("b")], [pair("a", "b", { partOfA: part, edits: ["cropped"] })]).best, "a");
  // The same match told from the other side.
  assert.equal(bestCopy([facts("a"), facts("b")], [pair("b", "a", { partOfB: part, edits: ["bars"] })]).best, "a");
});

test("who bears the logo is told by three copies, and not by two", () => {
  const covered = { covered: [logo], edits: ["covered" as const] };
  const two = bestCopy([facts("a"), facts("b")], [pair("a", "b", covered)]);
  assert.equal(two.best, null);
  const three = bestCopy([facts("a"), facts("b"), facts("c")], [pair("a", "b", covered), pair("b", "c", covered), pair("a", "c")]);
  assert.ok(three.ranked.at(-1)?.reasons.includes("carries a logo or caption that the other copies do not"));
  assert.equal(three.ranked.at(-1)?.copy, "b");
});

test("a smaller and shorter copy may have been made from the larger one, never the other way round", () => {
  const copies = [facts("a"), facts("b", { width: 320, height: 180, extent: { fromSec: 0, toSec: 12 } })];
  assert.deepEqual(possible(copies, [pair("a", "b", { a: { fromSec: 3, toSec: 15 }, b: { fromSec: 0, toSec: 12 } })]), ["b from a"]);
});

test("where the cues disagree, or there are none, neither is said to come from the other", () => {
  // The smaller picture is the longer one.
  const copies = [facts("a", { extent: { fromSec: 0, toSec: 12 } }), facts("b", { width: 320, height: 180 })];
  const across = pair("a", "b", { a: { fromSec: 0, toSec: 12 }, b: { fromSec: 4, toSec: 16 } });
  assert.deepEqual(possible(copies, [across]), []);
  const { undecided } = derivations(copies, [across]);
  assert.deepEqual(undecided[0]?.reasons, [
    "b from a: 8.0 s of b are not in a",
    "a from b: what both show is larger in a (640 x 360 against 320 x 180)",
  ]);
  assert.deepEqual(derivations([facts("a"), facts("b")], [pair("a", "b", { mirrored: true, edits: ["mirrored"] })]).undecided[0]?.reasons, [
    "nothing tells which of them came first",
  ]);
});

test("a copy of a copy is nearer to that copy than to what both come from", () => {
  const copies = [facts("a"), facts("b", { width: 480, height: 270 }), facts("c", { width: 320, height: 180 })];
  const mirrored = { mirrored: true, edits: ["mirrored" as const] };
  const { possible: found } = derivations(copies, [pair("a", "b", mirrored), pair("a", "c", mirrored), pair("b", "c")]);
  assert.deepEqual(
    found.filter(({ nearest }) => nearest).map(({ from, to }) => `${to} from ${from}`),
    ["b from a", "c from b"],
  );
});

test("bars count as bars only where they are seen in the copy itself", () => {
  const inner = { x: 200_000, y: 0, width: 600_000, height: 1_000_000 };
  const framed = pair("a", "b", { partOfB: inner, edits: ["bars"] });
  assert.deepEqual(possible([facts("a"), facts("b", { hasBars: true, width: 1067 })], [framed]), ["b from a"]);
  assert.deepEqual(possible([facts("a"), facts("b", { width: 1067 })], [framed]), ["a from b"]);
});

test("a copy that shares nothing with the axis is placed through one that shares with both", () => {
  const shared = [
    { a: "axis", b: "x", ofA: { fromSec: 10, toSec: 20 }, ofB: { fromSec: 0, toSec: 10 } },
    { a: "x", b: "y", ofA: { fromSec: 4, toSec: 14 }, ofB: { fromSec: 0, toSec: 5 } },
    { a: "z", b: "w", ofA: { fromSec: 0, toSec: 1 }, ofB: { fromSec: 0, toSec: 1 } },
  ];
  const placed = onAxis("axis", { fromSec: 0, toSec: 20 }, shared);
  // y plays x twice as fast, and only what x shares with the axis has a place there.
  assert.deepEqual(placed.get("y"), [{ axis: { fromSec: 14, toSec: 20 }, own: { fromSec: 0, toSec: 3 } }]);
  assert.equal(placed.has("z"), false);
});

test("18 seconds of a clip of 41 that another holds from 5 to 28 are its alone", () => {
  const alone = without({ fromSec: 0, toSec: 41 }, [{ fromSec: 5, toSec: 28 }]);
  assert.deepEqual(alone, [
    { fromSec: 0, toSec: 5 },
    { fromSec: 28, toSec: 41 },
  ]);
  assert.equal(totalOf(alone), 18);
  assert.deepEqual(unionOf([alone[1] as never, alone[0] as never, { fromSec: 4, toSec: 6 }]), [
    { fromSec: 0, toSec: 6 },
    { fromSec: 28, toSec: 41 },
  ]);
});
