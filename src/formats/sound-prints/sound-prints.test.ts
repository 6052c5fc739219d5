import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import { decodeSoundPrints, SoundPrintsRefused } from "./decode-sound-prints.ts";
import { encodeSoundPrints } from "./encode-sound-prints.ts";

const anyPrints: fc.Arbitrary<SoundPrints> = fc
  .record({
    hops: fc.integer({ min: 0, max: 60 }),
    bands: fc.integer({ min: 1, max: 20 }),
    startSec: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    audible: fc.double({ min: 0, max: 1, noNaN: true }),
    landmarks: fc.array(fc.tuple(fc.nat(2000), fc.nat(1536), fc.nat(255)), { maxLength: 40 }),
    byte: fc.nat(255),
  })
  .map(({ hops, bands, startSec, audible, landmarks, byte }) => {
    const durationSec = hops * 0.032;
    const inside = landmarks.filter(([ms]) => ms <= durationSec * 1000).toSorted(([x], [y]) => x - y);
    return {
      durationSec,
      startSec,
      audible,
      bands,
      hopSec: 0.032,
      fineRate: 2000,
      times: Uint32Array.from(inside, ([ms]) => ms),
      tones: Uint16Array.from(inside, ([, tone]) => tone),
      heights: Uint8Array.from(inside, ([, , height]) => height),
      energy: new Uint8Array(hops * bands).fill(byte),
      fine: new Uint8Array(Math.ceil(durationSec * 250)).fill(byte),
    };
  });

describe("a file of sound prints", () => {
  it("gives back what was put in, and the same bytes for it", () => {
    fc.assert(
      fc.property(anyPrints, fc.nat(7), (prints, shift) => {
        const bytes = encodeSoundPrints(prints);
        // At an odd place in a larger buffer too, as pieces of files are.
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        const read = decodeSoundPrints(moved.subarray(shift));
        assert.deepEqual(read, prints);
        assert.deepEqual(encodeSoundPrints(read), bytes);
      }),
    );
  });

  it("is refused when a byte is missing, too many, or a count is not what is there", () => {
    fc.assert(
      fc.property(anyPrints, (prints) => {
        const bytes = encodeSoundPrints(prints);
        assert.throws(() => decodeSoundPrints(bytes.subarray(0, bytes.length - 1)), SoundPrintsRefused);
        assert.throws(() => decodeSoundPrints(new Uint8Array([...bytes, 0])), SoundPrintsRefused);
        const counted = bytes.slice();
        new DataView(counted.buffer).setUint32(28, prints.times.length + 1, true);
        assert.throws(() => decodeSoundPrints(counted), SoundPrintsRefused);
      }),
    );
  });

  it("is refused with what was expected and found when landmarks run backwards or lie after the end", () => {
    const prints = fc.sample(anyPrints, { seed: 5, numRuns: 200 }).find(({ times }) => times.length > 2) as SoundPrints;
    const [first, ...rest] = prints.times;
    const backwards = encodeSoundPrints({ ...prints, times: Uint32Array.from([...rest, first as number]) });
    if (first !== rest.at(-1)) assert.throws(() => decodeSoundPrints(backwards), /expected landmark \d+ from \d+ to \d+ ms; found \d+ ms/);
    const late = encodeSoundPrints({ ...prints, times: prints.times.map((ms, i) => (i === prints.times.length - 1 ? 1e7 : ms)) });
    assert.throws(() => decodeSoundPrints(late), /found 10000000 ms/);
  });

  it("is refused when it says that it is something else, or nothing", () => {
    assert.throws(() => decodeSoundPrints(new Uint8Array(200)), /expected the first line "witnessmark-sound-prints-v1"; found another one/);
    assert.throws(() => decodeSoundPrints(new Uint8Array(3)), /expected at least 80 bytes; found 3/);
  });
});
