import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import { needs } from "../../../scripts/testing/needs.ts";
import { analyseFile, failureOf, resultOf } from "../../../test/hostile-media/analyse-file.ts";
import { asH264, type Clips, clipsFolder, streetClip } from "../../../test/copies/make-clips.ts";
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import { FramePrintResult } from "../../core/copies/print-result.ts";
import { decodeFramePrints } from "../../formats/frame-prints/decode-frame-prints.ts";
import { hammingDistance } from "../pdq/hash-bits.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let clips: Clips;
let clip: string;
let ofClip: Printed;

interface Printed {
  readonly result: FramePrintResult;
  readonly prints: FramePrints;
}

async function printed(path: string): Promise<Printed> {
  const analysed = await analyseFile("frame-print", path);
  const result = FramePrintResult.parse(resultOf(analysed));
  return { result, prints: decodeFramePrints(inflateSync(analysed.files.get(result.file) as Buffer)) };
}

const pattern = (size: string, sec = 2) => ["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=10:duration=${sec}`];
/** Bits by which frame n of one differs from frame m of another. */
const apart = (one: Printed, n: number, other: Printed, m: number) =>
  hammingDistance(one.prints.hashes, other.prints.hashes, n * 32, m * 32);

before(async () => {
  if (skip !== false) return;
  clips = clipsFolder("frame-print");
  clip = clips.make("clip.mp4", ...pattern("320x180"), ...asH264);
  ofClip = await printed(clip);
});
after(() => clips?.remove());

describe("prints of frames", { skip }, () => {
  it("are of every frame, at its time, and have the same bytes twice", async () => {
    assert.deepEqual([ofClip.result.frames, ofClip.result.goodFrames, ofClip.result.shots], [20, 20, 1]);
    ofClip.prints.times.forEach((time, frame) => assert.ok(Math.abs(time - frame / 10) < 1e-6));
    assert.deepEqual((await printed(clip)).prints, ofClip.prints);
  });

  it("keep the container's clock under an edit list and a late start", async () => {
    const late = await printed(clips.make("late.mkv", "-i", clip, "-c", "copy", "-output_ts_offset", "5"));
    assert.ok(Math.abs((late.prints.times[0] as number) - 5) < 0.002, `${late.prints.times[0]}`);
    const cut = await printed(clips.make("cut.mp4", "-ss", "0.5", "-i", clip, "-c", "copy"));
    assert.ok(cut.result.frames >= 14 && cut.result.frames <= 15 && (cut.prints.times[0] as number) < 0.11);
    assert.ok(apart(cut, 0, ofClip, 5) <= 10 || apart(cut, 0, ofClip, 6) <= 10, "hidden frames are not shown");
  });

  it("are those of the picture as shown: turned, with wide pixels, of more bits, or see-through", async () => {
    const turned = clips.make("turned.mp4", "-i", clip, "-c", "copy", "-metadata:s:v", "rotate=90");
    const shown = clips.make("as-shown.mp4", "-i", turned, ...asH264);
    const [flag, baked] = [await printed(turned), await printed(shown)];
    assert.deepEqual([flag.result.width, flag.result.height], [180, 320]);
    assert.ok(apart(flag, 3, baked, 3) <= 12, `${apart(flag, 3, baked, 3)} bits`);
    const wide = await printed(clips.make("wide.mp4", "-i", clip, "-vf", "scale=160:180,setsar=2", ...asH264));
    assert.deepEqual([wide.result.width, wide.result.height], [320, 180]);
    assert.ok(apart(wide, 3, ofClip, 3) <= 16);
    for (const [name, ...how] of [
      ["ten.mp4", "-pix_fmt", "yuv420p10le", "-c:v", "libx264"],
      ["rgb.mkv", "-c:v", "libx264rgb", "-preset", "ultrafast"],
      ["alpha.mov", "-pix_fmt", "argb", "-c:v", "qtrle"],
      ["interlaced.mp4", "-flags", "+ilme+ildct", "-c:v", "libx264"],
    ] as const) {
      const other = await printed(clips.make(name, "-i", clip, ...how));
      assert.equal(other.result.frames, 20, name);
      assert.ok(apart(other, 3, ofClip, 3) <= 16, `${name}: ${apart(other, 3, ofClip, 3)} bits`);
    }
  });

  it("of a still picture are one frame at 0 s, near those of the frame it was taken from", async () => {
    const still = await printed(clips.make("still.png", "-ss", "1", "-i", clip, "-frames:v", "1"));
    assert.deepEqual([still.result.still, still.result.frames, still.prints.times[0]], [true, 1, 0]);
    assert.ok(apart(still, 0, ofClip, 10) <= 10);
  });

  it("see a hard cut and no cut in a flash", async () => {
    const cut =
      "-f lavfi -i testsrc2=s=320x180:r=10:d=2 -f lavfi -i mandelbrot=s=320x180:r=10 -filter_complex [1]trim=duration=2,setpts=PTS-STARTPTS[m];[0][m]concat";
    const { prints } = await printed(clips.make("two.mp4", ...cut.split(" "), ...asH264));
    assert.deepEqual(
      prints.shots.map(({ firstFrame }) => firstFrame),
      [0, 20],
    );
    const flash = await printed(clips.make("flash.mp4", "-i", clip, "-vf", "drawbox=color=white:t=fill:enable='eq(n,9)'", ...asH264));
    assert.equal(flash.result.shots, 1);
    assert.equal(flash.result.flatFrames, 1);
  });

  it("find black, coloured and blurred bars to within two hundredths, and cut nothing where there are none", async () => {
    const upright = clips.make(
      "upright.mp4",
      "-i",
      await streetClip(clips, "street", 3, 3),
      "-vf",
      "crop=100:180,scale=180:320",
      "-an",
      ...asH264,
    );
    const behind = "split[a][b];[b]scale=568:-2,crop=568:320,boxblur=16:2[c];[c][a]overlay=(W-w)/2:0";
    for (const [name, filters] of [
      ["black", "pad=568:320:-1:-1"],
      ["coloured", "pad=568:320:-1:-1:color=teal"],
      ["blurred", behind],
    ] as const) {
      const { prints } = await printed(clips.make(`${name}.mp4`, "-i", upright, "-vf", filters, ...asH264));
      const [shot] = prints.shots;
      assert.ok(shot !== undefined);
      const { x, width, y, height } = shot.content;
      assert.ok(Math.abs(x - 341_500) <= 20_000 && Math.abs(width - 317_000) <= 40_000, `${name}: ${x}, ${width}`);
      assert.deepEqual([y, height], [0, 1_000_000], name);
    }
    const night = "geq=lum='16+(Y/H)*(Y/H)*lum(X,Y)*0.8':cb=128:cr=128";
    const dark = await printed(clips.make("night.mp4", "-i", clip, "-vf", night, ...asH264));
    assert.equal(dark.result.shotsWithBars, 0);
    assert.equal(ofClip.result.shotsWithBars, 0);
  });

  it("say which frames are no evidence, and that a still camera tells no time", async () => {
    const black = await printed(clips.make("black.mp4", "-f", "lavfi", "-i", "color=black:s=64x64:r=5:d=1", ...asH264));
    assert.deepEqual([black.result.blackFrames, black.result.goodFrames, black.result.framesWithLandmarks], [5, 0, 0]);
    const still = await printed(
      clips.make(
        "camera.mp4",
        "-framerate",
        "0.1",
        "-loop",
        "1",
        "-i",
        clips.path("still.png"),
        "-vf",
        "scale=96:54",
        "-t",
        "7200",
        ...asH264,
      ),
    );
    assert.ok(still.result.frames >= 719 && still.result.toSec >= 7180, `${still.result.frames}`);
    assert.ok(still.result.stillThroughout);
  });

  it("are made of the smallest and oddest pictures, and of what is left of a broken file", async () => {
    const tiny = await printed(clips.make("tiny.png", "-f", "lavfi", "-i", "color=white:s=16x16", "-vf", "scale=1:1", "-frames:v", "1"));
    assert.deepEqual([tiny.result.width, tiny.result.height, tiny.result.goodFrames], [1, 1, 0]);
    const one = await printed(clips.make("one.mp4", "-i", clip, "-frames:v", "1", ...asH264));
    assert.deepEqual([one.result.frames, one.result.still], [1, false]);
    const odd = await printed(
      clips.make("odd.mkv", ...pattern("320x180", 1), "-vf", "scale=333:187,setsar=1", "-pix_fmt", "yuv444p", "-c:v", "ffv1"),
    );
    assert.deepEqual([odd.result.width, odd.result.height, odd.result.frames], [333, 187, 10]);
    const { readFileSync, writeFileSync } = await import("node:fs");
    const bytes = readFileSync(clips.make("whole.mkv", ...pattern("320x180", 4), ...asH264));
    bytes.fill(0x55, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.5));
    writeFileSync(clips.path("broken.mkv"), bytes);
    const broken = await printed(clips.path("broken.mkv"));
    assert.ok(broken.result.frames > 5 && broken.result.notRead !== "", broken.result.notRead);
    assert.equal(await failureOf("frame-print", clips.make("sound.wav", "-f", "lavfi", "-i", "sine=duration=1")), "no-stream");
  });
});
