import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { dihedralHashes, dihedralNames, dihedralOfHash } from "./dihedral.ts";
import { hammingDistance, hashFromHex, hashToHex } from "./hash-bits.ts";
import { createPdqHasher, pdqOfLuma } from "./pdq.ts";
import { boxWidth, tentWeights } from "./tent-weights.ts";

type Paint = (x: number, y: number) => number;

/** Whole numbers only, so that every machine paints the same. */
const paints: Readonly<Record<string, Paint>> = {
  waves: (x, y) => ((x * x) / 61 + (y * y) / 37 + x * 3) & 255,
  tiles: (x, y) => (((x >> 4) * 53 + (y >> 5) * 97) ^ (x + y)) & 255,
  slope: (x, y) => (2 * x + y) & 255,
};

function picture(width: number, height: number, paint: Paint): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, n) => paint(n % width, Math.floor(n / width)));
}

/** Waves of many lengths, the long ones stronger, as in photographs: looks alike at any size. `u` and `v` run from 0 to 1. */
function soft(seed: number): (u: number, v: number) => number {
  const waves = Array.from({ length: 60 }, (_, n) => {
    const across = (n * 7 + seed * 3) % 13;
    const down = (n * 5 + seed * 11) % 12;
    return { across, down, phase: n * n * 1.7 + seed, size: 45 / (1 + Math.hypot(across, down)) };
  });
  return (u, v) =>
    waves.reduce((sum, { across, down, phase, size: own }) => sum + own * Math.cos(3 * (across * u + down * v) + phase), 128);
}

function softPicture(width: number, height: number, seed: number): Float32Array {
  const shade = soft(seed);
  return Float32Array.from({ length: width * height }, (_, n) =>
    shade(((n % width) + 0.5) / width, (Math.floor(n / width) + 0.5) / height),
  );
}

const size = fc.record({ width: fc.integer({ min: 5, max: 300 }), height: fc.integer({ min: 5, max: 300 }) });
const anyPicture = size.chain(({ width, height }) =>
  fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((luma) => ({ luma, width, height })),
);
const anyHash = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("the PDQ hash of a picture", () => {
  it("is the known one for known pictures, at sizes below, at and above 64 and at odd ones", () => {
    const known = Object.entries(paints).flatMap(([name, paint]) =>
      [
        [640, 360],
        [97, 131],
        [64, 64],
        [40, 23],
      ].map(([width, height]) => {
        const { hash, quality } = pdqOfLuma(picture(width as number, height as number, paint), width as number, height as number);
        return `${name} ${width}x${height} ${quality} ${hashToHex(hash)}`;
      }),
    );
    assert.deepEqual(known, [
      "waves 640x360 100 555551083baabbbfbbbffffffffffd57f5575554544054400402440244220402",
      "waves 97x131 100 962828c77378c6c58d3fabc0328a7577eecc48d3d9add97893779a6c92489248",
      "waves 64x64 100 2e9adb2c24d1db5525d15b65b4d3496496d3292452db95a4ab5baab45aab5552",
      "waves 40x23 27 3e80896f896e0e942b96d6103ac631c3d221d211057fd109057fd57fc16f2fff",
      "tiles 640x360 100 d2aa19c9f2e89249faea755545556f7752546d74785452a817fb92a065e3d2c0",
      "tiles 97x131 100 ac95b9eb17b17ca2c5bdaf0e44748fd078b4b1a3130975f28343ba6d6c8446b4",
      "tiles 64x64 100 70d235b55c1c53c6d505b1693d48c3563b44203d1b5c4652faddadb9f8f8c6c6",
      "tiles 40x23 47 2555a8e96a6eaa596d495ad66529cace9a9617b4929b15b4929bb536cb66318c",
      "slope 640x360 100 0bcbfea28a0afef68b82aaa0dbdf0ea2028a7ef70a822e804bdf7e825c0a29f7",
      "slope 97x131 84 a69a59557493ab2eae9a5565b5536aae56aba5648ad134ac594aa694aaa926da",
      "slope 64x64 0 fd7702a20808a2a0aa088802228a0aa8affd0200aa22028a7d5d88a0c2328088",
      "slope 40x23 0 755faa8a2a0080a8a8282222a48a08224397028aa8202808ddf582080228a008",
    ]);
  });

  it("has quality 0 for a picture of one shade, whatever its size", () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 0, max: 255 }), ({ width, height }, shade) => {
        assert.equal(pdqOfLuma(new Uint8Array(width * height).fill(shade), width, height).quality, 0);
      }),
      { numRuns: 30 },
    );
  });

  it("is empty, of quality 0, for a picture of fewer than five pixels either way", () => {
    for (const [width, height] of [
      [1, 1],
      [4, 400],
      [400, 4],
    ] as const) {
      const { hash, quality } = pdqOfLuma(picture(width, height, paints["waves"] as Paint), width, height);
      assert.equal(hashToHex(hash), "0".repeat(64));
      assert.equal(quality, 0);
    }
  });

  it("sets no more than half of the bits, and keeps quality between 0 and 100, for any picture", () => {
    fc.assert(
      fc.property(anyPicture, ({ luma, width, height }) => {
        const { hash, quality } = pdqOfLuma(luma, width, height);
        assert.ok(hammingDistance(hash, new Uint8Array(32)) <= 128);
        assert.ok(Number.isInteger(quality) && quality >= 0 && quality <= 100);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same from bytes and from floating point values, and from one hasher again and again", () => {
    fc.assert(
      fc.property(anyPicture, ({ luma, width, height }) => {
        const hasher = createPdqHasher(width, height);
        const first = hasher.hash(luma);
        hasher.hash(new Uint8Array(width * height).fill(7));
        assert.deepEqual(hasher.hash(Float32Array.from(luma)), first);
      }),
      { numRuns: 25 },
    );
  });

  it("does not change with brightness or contrast, as long as nothing is clipped", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -20, max: 20 }),
        fc.constantFrom(0.25, 0.5, 2),
        (seed, more, times) => {
          const luma = softPicture(160, 90, seed);
          const other = luma.map((value) => value * times + more);
          const distance = hammingDistance(pdqOfLuma(luma, 160, 90).hash, pdqOfLuma(other, 160, 90).hash);
          assert.ok(distance <= 2, `${distance} bits`);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("stays near under scaling and is far from that of another picture", () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const large = pdqOfLuma(softPicture(640, 360, seed), 640, 360);
      for (const [width, height] of [
        [1280, 720],
        [512, 512],
        [64, 64],
        [241, 135],
      ] as const) {
        const distance = hammingDistance(large.hash, pdqOfLuma(softPicture(width, height, seed), width, height).hash);
        assert.ok(distance <= 31, `seed ${seed} at ${width}x${height}: ${distance} bits`);
      }
    }
    const tiles = pdqOfLuma(picture(640, 360, paints["tiles"] as Paint), 640, 360).hash;
    const waves = pdqOfLuma(picture(640, 360, paints["waves"] as Paint), 640, 360).hash;
    assert.ok(hammingDistance(tiles, waves) > 80);
  });

  it("refuses fewer values than the size calls for", () => {
    assert.throws(() => pdqOfLuma(new Uint8Array(99), 10, 10), /expected 100 luma values; found 99/);
  });
});

describe("the window of the filter", () => {
  it("is one pixel up to 128, so that a 64 x 64 picture is taken as it is, and grows by half of what one value stands for", () => {
    assert.deepEqual([5, 64, 128, 129, 512, 720, 1920].map(boxWidth), [1, 1, 1, 2, 4, 6, 15]);
    const luma = picture(64, 64, paints["slope"] as Paint);
    assert.deepEqual(
      [...tentWeights(64).first],
      Array.from({ length: 64 }, (_, n) => n),
    );
    assert.deepEqual(pdqOfLuma(luma, 64, 64), pdqOfLuma(Float32Array.from(luma), 64, 64));
  });

  it("makes weighted means of pixels inside the picture, for any length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (length) => {
        const { first, counts, weights, most } = tentWeights(length);
        for (let n = 0; n < 64; n += 1) {
          const own = weights.subarray(n * most, n * most + (counts[n] as number));
          assert.ok((first[n] as number) >= 0 && (first[n] as number) + own.length <= length);
          assert.ok(Math.abs(own.reduce((sum, one) => sum + one, 0) - 1) < 1e-9);
        }
      }),
    );
  });
});

describe("the eight flips and turns", () => {
  /** What each name means for the pixels of a square picture. */
  const turned: Readonly<Record<(typeof dihedralNames)[number], (x: number, y: number, last: number) => readonly [number, number]>> = {
    original: (x, y) => [x, y],
    "rotate-90": (x, y, last) => [last - y, x],
    "rotate-180": (x, y, last) => [last - x, last - y],
    "rotate-270": (x, y, last) => [y, last - x],
    "flip-x": (x, y, last) => [x, last - y],
    "flip-y": (x, y, last) => [last - x, y],
    "flip-plus-1": (x, y) => [y, x],
    "flip-minus-1": (x, y, last) => [last - y, last - x],
  };

  it("have the hashes that the flipped and turned pictures themselves get", () => {
    const side = 64;
    for (let seed = 1; seed <= 8; seed += 1) {
      const luma = softPicture(side, side, seed);
      const hasher = createPdqHasher(side, side);
      hasher.hash(luma);
      const hashes = dihedralHashes(hasher.coefficients);
      for (const which of dihedralNames) {
        const moved = Float32Array.from(luma, (_, n) => {
          const [x, y] = turned[which](n % side, Math.floor(n / side), side - 1);
          return luma[y * side + x] as number;
        });
        const distance = hammingDistance(pdqOfLuma(moved, side, side).hash, hashes[which]);
        assert.ok(distance <= 1, `seed ${seed}, ${which}: ${distance} bits`);
      }
    }
  });

  it("can be told nearly from a stored hash alone", () => {
    const distances: number[] = [];
    for (let seed = 1; seed <= 20; seed += 1) {
      const hasher = createPdqHasher(64, 64);
      const { hash } = hasher.hash(softPicture(64, 64, seed));
      const exact = dihedralHashes(hasher.coefficients);
      for (const which of dihedralNames) distances.push(hammingDistance(dihedralOfHash(hash, which), exact[which]));
    }
    distances.sort((a, b) => a - b);
    assert.ok((distances.at(-1) as number) <= 24, `at most ${distances.at(-1)} bits`);
  });

  it("give back the stored hash when undone, for any hash", () => {
    const inverse = { "rotate-90": "rotate-270", "rotate-270": "rotate-90" } as const;
    fc.assert(
      fc.property(anyHash, fc.constantFrom(...dihedralNames), (hash, which) => {
        const back = which in inverse ? inverse[which as keyof typeof inverse] : which;
        assert.deepEqual(dihedralOfHash(dihedralOfHash(hash, which), back), hash);
      }),
    );
  });

  it("mirror by inverting every second bit", () => {
    fc.assert(
      fc.property(anyHash, (hash) =>
        assert.deepEqual(
          dihedralOfHash(hash, "flip-y"),
          hash.map((byte) => byte ^ 0x55),
        ),
      ),
    );
  });
});

describe("a hash in print", () => {
  it("comes back from hexadecimal, and nothing else is taken for one", () => {
    fc.assert(fc.property(anyHash, (hash) => assert.deepEqual(hashFromHex(hashToHex(hash)), hash)));
    assert.equal(hashFromHex("0".repeat(63)), undefined);
    assert.equal(hashFromHex(`${"0".repeat(63)}g`), undefined);
    assert.equal(hashFromHex(`${"0".repeat(64)}\n`), undefined);
  });

  it("is as far from another as bits differ, also inside longer columns", () => {
    fc.assert(
      fc.property(anyHash, anyHash, (a, b) => {
        const bits = a.reduce((sum, byte, n) => sum + (byte ^ (b[n] as number)).toString(2).replaceAll("0", "").length, 0);
        assert.equal(hammingDistance(a, b), bits);
        const columns = new Uint8Array([...a, ...b]);
        assert.equal(hammingDistance(columns, columns, 0, 32), bits);
      }),
    );
  });
});
