import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PairComparison, PairSign, PictureSegment, SoundSegment } from "../../core/copies/segment-match.ts";
import { pairSigns } from "./pair-signs.ts";

const segment = (a: number, b: number, length: number) => ({
  a: { fromSec: a, toSec: a + length },
  b: { fromSec: b, toSec: b + length },
  ...{ speed: 1, boundsErrorSec: 0.1, score: 0.99 },
});
const seen = (a: number, b: number, length: number): PictureSegment => ({
  ...segment(a, b, length),
  ...{ mirrored: false, turnedDeg: 0, tiltDeg: 0, partOfA: "unknown", partOfB: "unknown", covered: [], edits: [] },
  basis: { frames: 10, agreeing: 10 },
});
const heard = (a: number, b: number, length: number, sameRecording: SoundSegment["sameRecording"] = "same"): SoundSegment => ({
  ...segment(a, b, length),
  ...{ pitch: 1, sameRecording, alsoFits: [], basis: { landmarks: 50, of: 60 } },
});
const signs = (pictures: PictureSegment[], sounds: SoundSegment[], own: PairSign[] = []): PairSign[] =>
  pairSigns({ picture: { state: "compared", segments: pictures }, sound: { state: "compared", segments: sounds } }, own);

describe("signs of a pair", () => {
  it("are none where picture and sound are shared at the same moments", () => {
    assert.deepEqual(signs([seen(5, 0, 20)], [heard(5.2, 0.1, 19.9)]), []);
    assert.deepEqual(signs([], []), []);
  });

  it("say that sound came to another picture, also where only a part of it did, or at other moments", () => {
    assert.deepEqual(signs([], [heard(10, 8, 10)]), ["re-used-sound"]);
    assert.deepEqual(signs([seen(0, 0, 5)], [heard(0, 0, 5), heard(30, 10, 6)]), ["re-used-sound"]);
    assert.deepEqual(signs([seen(0, 0, 20)], [heard(60, 0, 20)]), ["re-used-sound", "other-sound"]);
  });

  it("say that two recordings of the same sounds are no proof", () => {
    assert.deepEqual(signs([], [heard(10, 8, 10, "another")]), ["same-sounds-only"]);
    assert.deepEqual(signs([], [heard(10, 8, 10, "open")]), ["same-sounds-only"]);
  });

  it("say that a shared picture has another sound, and nothing where a channel is missing or too short", () => {
    assert.deepEqual(signs([seen(5, 0, 20)], []), ["other-sound"]);
    assert.deepEqual(signs([seen(5, 0, 1.5)], [heard(50, 30, 1.5)]), []);
    const picture: PairComparison["picture"] = { state: "compared", segments: [seen(5, 0, 20)] };
    assert.deepEqual(pairSigns({ picture, sound: { state: "absent", of: "b" } }, []), []);
    assert.deepEqual(pairSigns({ picture, sound: { state: "unfit", of: "b", why: "silent" } }, ["same-view-only"]), ["same-view-only"]);
  });
});
