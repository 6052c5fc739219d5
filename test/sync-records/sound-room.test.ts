/** Comparing sounds keeps within the memory that it states: what is held is let go, and what cannot be held is refused before it begins. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { compareFeatures, sharesOf } from "../../src/analyse/sync-measure/compare-features.ts";
import { bytesOfPair, childrenWithin, demandRoom, mostOfPair } from "../../src/analyse/sync-measure/sound-room.ts";
import { soundShelf } from "../../src/analyse/sync-measure/sound-shelf.ts";
import type { WantedPair } from "../../src/analyse/sync-measure/wanted-pairs.ts";
import { bands, frameStep } from "../../src/analyse/sync-sound/sound-features.ts";

/** Bytes of the features of so many hours: 8,000 codes a second, and 12 bytes each of 50 frames. */
const hours = (count: number): number => count * 3600 * (8000 + (8000 / frameStep) * bands);
const features = { startS: 0, durationS: 0, codes: new Uint8Array(0), energies: new Uint8Array(0), notRead: "" };

it("two recordings of twelve hours may be compared; two that no child could hold are refused, by name and before they are read", () => {
  assert.ok(bytesOfPair(hours(12), hours(12)) < mostOfPair);
  const [long, short] = [
    { id: "i4", size: hours(40) },
    { id: "i9", size: hours(1) },
  ];
  assert.doesNotThrow(() => demandRoom([[short, short]]));
  assert.throws(
    () =>
      demandRoom([
        [short, short],
        [long, long],
      ]),
    /i4 and i4: expected two sounds that take 3\.5 GB to compare; found \d+/,
  );
});

it("several children compare at the same time only where all of them fit", () => {
  assert.equal(childrenWithin(bytesOfPair(hours(0.1), hours(0.1)), 4), 4);
  assert.equal(childrenWithin(bytesOfPair(hours(12), hours(12)), 4), 1);
});

it("one long recording among many short ones is held with some of them, not with all", () => {
  const sizes = [hours(4), ...Array.from({ length: 60 }, () => hours(1 / 60))];
  const most = 1e9;
  let reads = 0;
  const shelf = soundShelf((at) => (reads++, { features, size: sizes[at] as number }), most);
  for (let b = 1; b < sizes.length; b++) {
    const [one, other] = shelf.pair(0, b);
    assert.ok(one !== other && shelf.bytes() <= most, `${shelf.bytes()} after ${b}`);
  }
  assert.equal(reads, sizes.length, "each is read once");
});

it("a pair that is larger than all that may be held is held by itself", () => {
  const shelf = soundShelf(() => ({ features, size: hours(12) }), 1e9);
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    shelf.pair(a, b);
    assert.ok(shelf.bytes() <= bytesOfPair(hours(12), hours(12)));
  }
});

it("a child that dies is told with the two recordings that it was comparing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-room-"));
  try {
    // A folder in the place of a file: there, and not to be read.
    const files = ["i4", "i9"].map((id) => ({ id, features: folder }));
    const control = { signal: new AbortController().signal, scratch: folder, onPairs: () => undefined };
    await assert.rejects(
      compareFeatures({ channel: "sound", files, pairs: [[0, 1, "closely"]] }, control),
      /while i4 and i9 were compared by sound: /,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("every pair is of one child's share, and a child needs the sounds of its own pairs alone", () => {
  const pairs = Array.from({ length: 100 }, (_, a) => a).flatMap((a) =>
    Array.from({ length: 99 - a }, (_, n): WantedPair => [a, a + 1 + n, "at-a-glance"]),
  );
  const shares = sharesOf(pairs, 4);
  assert.equal(new Set(shares.flat().map(([a, b]) => `${a} ${b}`)).size, pairs.length);
  assert.equal(shares.flat().length, pairs.length);
  assert.ok(shares.every((share) => share.length > pairs.length / 8));
  assert.deepEqual(sharesOf([], 3), [[]]);
});
