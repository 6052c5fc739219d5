import assert from "node:assert/strict";
import { test } from "node:test";
import type { PairComparison, PictureSegment, Span } from "../../core/copies/segment-match.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { joiningSegments, type MatchJudgement, segmentJudged } from "./judged-pairs.ts";

const span = (fromSec: number, toSec: number): Span => ({ fromSec, toSec });
const whole = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };
const segment = (a: Span, b: Span, more: Partial<PictureSegment> = {}): PictureSegment => ({
  ...{ a, b, speed: 1, boundsErrorSec: 0.04, score: 1, mirrored: false, turnedDeg: 0, tiltDeg: 0, partOfA: whole, partOfB: whole },
  ...{ covered: [], edits: [], basis: { frames: 9, agreeing: 9 } },
  ...more,
});
const pair = (segments: PictureSegment[], signs: PairComparison["signs"] = []): PairComparison => ({
  ...{ format: "witnessmark-pair-comparison-v1", a: "sha256:a" as Digest, b: "sha256:b" as Digest, signs },
  picture: { state: "compared", segments },
  sound: { state: "absent", of: "both" },
});
const two = pair([segment(span(0, 10), span(0, 10)), segment(span(20, 30), span(10, 20))]);
const judgement = (line: number, verdict: MatchJudgement["verdict"], part: MatchJudgement["part"] = { of: "pair" }): MatchJudgement => ({
  ...{ line, a: "i1", b: "i2", part, verdict },
});
const on = { firstIsA: (item: string) => item === "i1", still: false };
const joined = (of: PairComparison, judgements: MatchJudgement[] = [], still = false) =>
  joiningSegments(of, judgements, { ...on, still }).length;

test("a match joins until it is rejected, and the last word of a person counts", () => {
  assert.equal(joined(two), 2);
  assert.equal(joined(two, [judgement(1, "rejected")]), 0);
  assert.equal(joined(two, [judgement(2, "accepted"), judgement(1, "rejected")]), 2);
  assert.equal(joined(two, [judgement(1, "rejected"), judgement(2, "noted")]), 0);
});

test("a rejected segment falls alone, whichever of the two the judgement names first", () => {
  const part = { of: "segment" as const, channel: "picture" as const, a: span(20.3, 30), b: span(10.3, 20) };
  assert.equal(joined(two, [judgement(1, "rejected", part)]), 1);
  const turned: MatchJudgement = { ...judgement(1, "rejected", { ...part, a: part.b, b: part.a }), a: "i2", b: "i1" };
  assert.equal(joined(two, [turned]), 1);
  assert.deepEqual(segmentJudged(turned, two, on.firstIsA), { channel: "picture", index: 1 });
});

test("a judgement on seconds that are not matched any more is on nothing", () => {
  const part = { of: "segment" as const, channel: "picture" as const, a: span(12, 18), b: span(2, 8) };
  assert.equal(segmentJudged({ a: "i1", part }, two, on.firstIsA), "none");
  assert.equal(joined(two, [judgement(1, "rejected", part)]), 2);
});

test("the same card, the same view, and a picture of which much is covered join by a person's word alone", () => {
  const card = pair([segment(span(0, 10), span(0, 10))], ["same-still-only"]);
  assert.deepEqual([joined(card), joined(card, [], true), joined(card, [judgement(1, "accepted")])], [0, 1, 1]);
  const view = pair([segment(span(0, 10), span(0, 10))], ["same-view-only"]);
  assert.deepEqual([joined(view), joined(view, [], true)], [0, 0]);
  const covered = (width: number) => pair([segment(span(0, 10), span(0, 10), { covered: [{ x: 0, y: 0, width, height: 1_000_000 }] })]);
  assert.deepEqual([joined(covered(200_000)), joined(covered(300_000)), joined(covered(300_000), [judgement(1, "accepted")])], [1, 0, 1]);
});
