import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { height, mirrored, place, width } from "../../../test/segment-match/drawn-clips.ts";
import { createLandmarkMoments } from "./landmark-moments.ts";
import { landmarksOf } from "./local-landmarks.ts";

const picture = place(3, width, height);
const found = landmarksOf(picture.data, width, height);

/** Places and descriptions of landmarks, one text each. */
function listed(
  { count, places, turns, descriptions }: ReturnType<typeof landmarksOf>,
  change: (x: number, turn: number, bytes: Uint8Array) => string,
): Set<string> {
  return new Set(
    Array.from(
      { length: count },
      (_, at) => `${places[at * 2 + 1]} ${change(places[at * 2] ?? 0, turns[at] ?? 0, descriptions.subarray(at * 32, at * 32 + 32))}`,
    ),
  );
}

describe("landmarks of a picture", () => {
  it("are at most 300, inside the picture, and the same each time", () => {
    assert.ok(found.count > 150 && found.count <= 300, `found ${found.count}`);
    assert.ok(found.places.every((place) => place > 0 && place < 1_000_000));
    assert.deepEqual(landmarksOf(picture.data, width, height), found);
  });

  it("of the mirrored picture are the mirrored landmarks, with neighbouring bits exchanged", () => {
    const { data } = mirrored(picture, 0);
    const there = listed(landmarksOf(data, width, height), (x, _turn, bytes) => `${x} ${bytes.join()}`);
    const here = listed(
      found,
      (x, _turn, bytes) => `${1_000_000 - x} ${bytes.map((byte) => ((byte & 0x55) << 1) | ((byte >> 1) & 0x55)).join()}`,
    );
    const shared = [...here].filter((one) => there.has(one)).length;
    // Corners of the same strength may be chosen differently, and a direction half way between two steps is rounded to one side.
    assert.ok(shared > 0.7 * found.count, `expected most of ${found.count}; found ${shared}`);
  });

  it("are none in pictures too small or without corners", () => {
    for (const [w, h] of [
      [1, 1],
      [39, 400],
      [160, 120],
    ] as const)
      assert.equal(landmarksOf(new Uint8Array(w * h).fill(90), w, h).count, 0);
  });
});

describe("moments of landmarks", () => {
  it("are the first frame and about two a second, at uneven steps, and none twice after a gap", () => {
    const due = createLandmarkMoments();
    const times = Array.from({ length: 750 }, (_, frame) => 3 + frame * 0.04);
    const taken = times.filter((time) => due(time));
    assert.equal(taken[0], 3);
    assert.ok(Math.abs(taken.length - 60) <= 2, `found ${taken.length}`);
    const steps = taken.slice(1).map((time, n) => Math.round((time - (taken[n] ?? 0)) * 25));
    assert.ok(new Set(steps).size >= 2);
    assert.deepEqual([due(100), due(100.04)], [true, false]);
  });
});
