/** Our hashes against those that others published of the same files. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { dihedralNames, dihedralHashes } from "../../src/analyse/pdq/dihedral.ts";
import { hammingDistance, hashFromHex } from "../../src/analyse/pdq/hash-bits.ts";
import { createPdqHasher } from "../../src/analyse/pdq/pdq.ts";
import { openPicture } from "../../src/analyse/picture/open-picture.ts";
import { hashFile, hashJpegHere } from "./hash-file.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"], fixtures: "pdq-vpdq" });
const folder = fixturesFolder("pdq-vpdq");

/** Native size, quality 100 each; facebook/ThreatExchange, examples of its PDQ signal, beside the pictures themselves. */
const bridgeMods: Readonly<Record<string, string>> = {
  "aaa-orig": "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22",
  "blur-a-little": "f8f8f0cee0f4a84f06370a2a038f63f0b36e26d596621e1d33e6b39c4e9c9b22",
  "blur-a-lot": "f8f8f0cee0f4a84f0637022a038f67f0b36e26d596621e1d33e6b39c4e9c9b22",
  "high-contrast": "f8f8f0cee0f4a84f06370a2a068f67f0b36e26d596621e1d33e6339c4e9c9b22",
  "high-saturation": "f8f8f0cee0f4a84f06370a22038f67f0b36e2ed596221e1d33e6b39c4e9c9b22",
  "sharpen-a-little": "f8f8f0cee0f4a84f0e370a22038f67f0b36e2ed596221e1d33e6b39c4a9c9b22",
  "sharpen-a-lot": "d8f8f0cec0f4a84f8e370a22038f67f0b36a2ed597231e1d72e6b39c4a9c9b22",
  "shrink-a-little": "f8f8f0cee0f4a84f06370a22038f67f0b36e2ed596621e1d33e6339c4e9c9b22",
  "shrink-a-lot": "d0f8f1ccc0f4a84d0a370a3a228f67f0b36e2ed5b6623e1d33e6339c4e9c9b22",
  "square-128x128": "d8f8f1eec0f4a84f0e37022a078f63f0b36e2ed596621e1d33e6239c4e9c9b22",
  "square-256x256": "d8f8f0cec4f4a84f0637022a078f67f0b36e2ee5b6621e1d33e6239c4e9c9b22",
  "square-512x512": "d8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22",
};

interface Expected {
  readonly tolerance_bits: number;
  readonly images: readonly { readonly path: string; readonly pdq: string }[];
}
const expected = (): Expected => JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;

const distanceTo = (hash: string | Uint8Array | undefined, published: string) => {
  const own = typeof hash === "string" ? hashFromHex(hash) : hash;
  return own === undefined ? 256 : hammingDistance(own, hashFromHex(published) as Uint8Array);
};
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

describe("hashes of still pictures agree with the published ones", { skip }, () => {
  it("at native size within 10 bits and under 2 in the mean, quality within 1", async (t) => {
    const distances = await Promise.all(
      Object.entries(bridgeMods).map(async ([name, published]) => {
        const { pictures } = await hashJpegHere(join(folder, "images/bridge-mods", `${name}.jpg`), "native");
        assert.ok(Math.abs((pictures[0]?.quality ?? 0) - 100) <= 1, name);
        return distanceTo(pictures[0]?.hash, published);
      }),
    );
    t.diagnostic(`12 pictures: mean ${mean(distances).toFixed(2)}, at most ${Math.max(...distances)} bits`);
    assert.ok(Math.max(...distances) <= 10 && mean(distances) < 2);
  });

  it("at size 512 with those that were made of pictures of at most 512 pixels", async (t) => {
    const distances = await Promise.all(
      expected().images.map(async ({ path, pdq }) => {
        const { pictures, opened } = await hashJpegHere(join(folder, path), "512");
        assert.equal(Math.max(opened?.input.width ?? 0, opened?.input.height ?? 0), 512);
        return distanceTo(pictures[0]?.hash, pdq);
      }),
    );
    t.diagnostic(`8 pictures: mean ${mean(distances).toFixed(2)}, at most ${Math.max(...distances)} bits`);
    assert.ok(Math.max(...distances) <= 10 && mean(distances) < 2);
  });

  it("for all eight flips and turns, told from one decoding of the upright picture", async (t) => {
    const { images, tolerance_bits } = expected();
    const { data, info } = await openPicture(join(folder, images[0]?.path ?? ""))
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const luma = Float32Array.from(
      { length: info.width * info.height },
      (_, n) => 0.299 * (data[3 * n] as number) + 0.587 * (data[3 * n + 1] as number) + 0.114 * (data[3 * n + 2] as number),
    );
    const hasher = createPdqHasher(info.width, info.height);
    hasher.hash(luma);
    const hashes = dihedralHashes(hasher.coefficients);
    const distances = dihedralNames.map((which, n) => distanceTo(hashes[which], images[n]?.pdq ?? ""));
    t.diagnostic(`eight of one: mean ${mean(distances).toFixed(2)}, at most ${Math.max(...distances)} of ${tolerance_bits} bits`);
    assert.ok(
      distances.every((distance) => distance <= tolerance_bits),
      distances.join(" "),
    );
  });
});

describe("hashes of video frames agree with the published ones", { skip }, () => {
  /** Quality of the last name is low in half of its frames: there a hash says little, and the reference's own build is 5.4 bits off. */
  const bounds = { "pattern-hd-no-bar": 2, "pattern-sd-with-small-logo-bar": 2, "doorknob-hd-no-bar": 8 } as const;
  for (const [name, most] of Object.entries(bounds)) {
    it(`${name}, every frame, at native size by the decoder's own luma`, async (t) => {
      const published = readFileSync(join(folder, "video-hashes", `${name}.txt`), "utf8")
        .trim()
        .split("\n");
      const { pictures, end } = await hashFile(join(folder, "video", `${name}.mp4`));
      assert.equal(pictures.length, published.length);
      assert.equal(end?.frames, published.length);
      const distances: number[] = [];
      const qualities: number[] = [];
      for (const [n, line] of published.entries()) {
        const [frame, quality, hash, seconds] = line.split(",");
        const own = pictures[n];
        assert.equal(own?.frame, Number(frame));
        // Printed with three digits, and cut off, not rounded.
        assert.ok(Math.abs(Number(own?.atSec) - Number(seconds)) < 0.0011, line);
        qualities.push(Math.abs((own?.quality ?? 0) - Number(quality)));
        if (Number(quality) >= 50) distances.push(distanceTo(own?.hash, hash ?? ""));
      }
      t.diagnostic(
        `${distances.length} frames of quality 50 and more: mean ${mean(distances).toFixed(2)}, at most ${Math.max(...distances)} bits; quality at most ${Math.max(...qualities)} off`,
      );
      assert.ok(mean(distances) <= most);
      assert.ok(Math.max(...qualities) <= 1);
    });
  }
});
