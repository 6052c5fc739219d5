/** Following a box over real frames: near what it was drawn on, and stopped with words where it can no longer be told. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { randomStream } from "../../scripts/sample/random.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { createRedactor } from "../../src/analyse/redact/run-redactor.ts";
import { boxAt } from "../../src/core/redaction/box-at.ts";
import type { ShareBox } from "../../src/core/redaction/redaction.ts";
import type { Tracked } from "../../src/core/redaction/tracker.port.ts";

const [width, height] = [240, 160];

/** A patch of fixed grain that moves over other grain that stands still; it goes behind a wall at 1.6 s, and another shot begins at 2.4 s. */
async function makeMovingPatch(folder: string): Promise<string> {
  const path = join(folder, "patch.mp4");
  const [ground, patch] = [join(folder, "ground.png"), join(folder, "patch.png")];
  await writeGrain(ground, { size: [width, height], contrast: 25, seed: 1 });
  await writeGrain(patch, { size: [32, 40], contrast: 90, seed: 2 });
  const filter = [
    "[0:v][1:v]overlay=x='20+40*t':y='30+12*t'[moving]",
    "[moving]drawbox=x=80:y=0:w=70:h=160:t=fill:c=gray:enable='between(t,1.6,2.4)'[walled]",
    "[walled][2:v]overlay=enable='gte(t,2.4)',noise=alls=8:allf=t",
  ];
  execFileSync("ffmpeg", [
    ...["-v", "error", "-y", ...[ground, patch].flatMap((still) => ["-framerate", "25", "-loop", "1", "-t", "3.2", "-i", still])],
    ...[
      "-f",
      "lavfi",
      "-i",
      "testsrc2=s=240x160:r=25:d=3.2",
      "-filter_complex",
      filter.join(";"),
      "-c:v",
      "libx264",
      "-preset",
      "veryfast",
    ],
    ...["-crf", "18", "-pix_fmt", "yuv420p", path],
  ]);
  return path;
}

interface Grain {
  readonly size: readonly [width: number, height: number];
  readonly contrast: number;
  readonly seed: number;
}

/** The same for the same seed, and soft enough to have been filmed. */
async function writeGrain(path: string, { size: [w, h], contrast, seed }: Grain): Promise<void> {
  const random = randomStream(seed, "grain");
  const pixels = Uint8Array.from({ length: w * h }, () => Math.round(128 + (random() - 0.5) * 2 * contrast));
  await sharp(pixels, { raw: { width: w, height: h, channels: 1 } })
    .blur(0.8)
    .png()
    .toFile(path);
}

const truth = (atS: number): ShareBox => ({ x: (20 + 40 * atS) / width, y: (30 + 12 * atS) / height, w: 32 / width, h: 40 / height });

describe("a box that is followed", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  const tracker = createRedactor();
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  let folder: string;
  let path: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-track-test-"));
    path = await makeMovingPatch(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function assertNear({ keys }: Tracked, from: number, to: number): void {
    const sort = { what: "box" as const, fromS: keys[0]?.atS ?? 0, toS: keys.at(-1)?.atS ?? 0, keys: [...keys] };
    for (let atS = from; atS <= to + 1e-9; atS += 0.04) {
      const [found, is] = [boxAt(sort, { startS: atS, endS: atS + 0.04 }), truth(atS)];
      assert.ok(found !== undefined, `a box at ${atS}`);
      const off = Math.hypot((found.x + found.w / 2 - is.x - is.w / 2) * width, (found.y + found.h / 2 - is.y - is.h / 2) * height);
      assert.ok(off < 2.5, `${off} pixels off at ${atS}`);
    }
  }

  it("forward is within a few pixels of what it was drawn on, with few keys", async () => {
    const found = await tracker.follow({ path, atS: 0.2, untilS: 1.4, box: truth(0.2) }, control);
    assert.ok(found !== undefined && found.lost === null, JSON.stringify(found?.lost));
    assert.equal(found.frames, 31);
    assert.ok(found.keys.length < 31 && found.keys.every(({ by }) => by === "tracker"));
    assertNear(found, 0.2, 1.4);
  });

  it("backward too", async () => {
    const found = await tracker.follow({ path, atS: 1.4, untilS: 0, box: truth(1.4) }, control);
    assert.ok(found !== undefined && found.lost === null, JSON.stringify(found?.lost));
    assert.deepEqual([found.keys[0]?.atS, found.keys.at(-1)?.atS, found.frames], [0, 1.4, 36]);
    assertNear(found, 0, 1.4);
  });

  it("stops where a wall hides it, says where, and has no key after that", async () => {
    const found = await tracker.follow({ path, atS: 0.4, untilS: 3, box: truth(0.4) }, control);
    assert.ok(found?.lost !== null && found !== undefined);
    assert.ok(found.lost.atS >= 1.6 && found.lost.atS <= 1.72, JSON.stringify(found.lost));
    assert.ok((found.keys.at(-1)?.atS ?? 9) < found.lost.atS);
  });

  it("stops at a cut", async () => {
    const found = await tracker.follow({ path, atS: 2.0, untilS: 3, box: { x: 0.02, y: 0.5, w: 0.2, h: 0.3 } }, control);
    assert.deepEqual(found?.lost, { atS: 2.4, why: "cut" });
  });

  it("of a flat patch is not followed at all", async () => {
    const found = await tracker.follow({ path, atS: 1.8, untilS: 2.2, box: { x: 0.45, y: 0.1, w: 0.1, h: 0.1 } }, control);
    assert.equal(found?.frames, 1);
    assert.equal(found?.lost?.why, "flat");
  });
});
