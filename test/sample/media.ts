/** Codecs, sizes, turns, clocks and irregular rates of the sample's recordings and copies, as ffprobe sees them. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { decodeFrames, frameTimes, probe } from "./decode.ts";
import { madeSample, NEEDS_FFMPEG } from "./made-sample.ts";

describe("the sample's recordings", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("have the codec, the stored size, the turn and the clock that the truth states", async () => {
    const { folder, truth } = await madeSample();
    for (const recording of [...truth.cameras, ...truth.stepping]) {
      const { streams, format } = await probe(join(folder, recording.file));
      const video = streams.find((s) => s.codec_type === "video");
      assert.equal(video?.codec_name, recording.codec, recording.file);
      assert.deepEqual([video?.width, video?.height], [recording.storedWidth, recording.storedHeight], recording.file);
      const turned = video?.side_data_list?.map((d) => d.rotation).find((r) => r !== undefined) ?? 0;
      assert.equal(Math.abs(turned), recording.rotationDeg, recording.file);
      assert.equal(format.tags?.["creation_time"]?.slice(0, 19), recording.clock.says.slice(0, 19), recording.file);
    }
  });

  it("show each frame at the time that the truth states, to half a millisecond", async () => {
    const { folder, truth } = await madeSample();
    for (const { file, frameTimesS } of [...truth.cameras, ...truth.stepping, ...truth.copies]) {
      const times = await frameTimes(join(folder, file));
      assert.equal(times.length, frameTimesS.length, file);
      const worst = Math.max(...times.map((t, i) => Math.abs(t - (frameTimesS[i] ?? NaN))));
      assert.ok(worst < 0.0005, `${file}: ${worst} s apart`);
    }
  });

  it("differ: two codecs, three sizes, one turned, one of irregular rate, one with a late container clock", async () => {
    const { truth } = await madeSample();
    const { cameras } = truth;
    assert.equal(cameras.length, 3);
    assert.equal(new Set(cameras.map((c) => c.codec)).size, 2);
    assert.equal(new Set(cameras.map((c) => `${c.displayedWidth}x${c.displayedHeight}`)).size, 3);
    assert.deepEqual(
      cameras.map((c) => c.rotationDeg !== 0),
      [false, true, false],
    );
    assert.deepEqual(
      cameras.map((c) => gaps(c.frameTimesS) > 5),
      [false, true, false],
    );
    assert.deepEqual(
      cameras.map((c) => c.containerStartS > 0),
      [false, false, true],
    );
  });

  it("carry noise that the encoder left: the phone's sky flickers most, the balcony's least", async () => {
    const { folder, truth } = await madeSample();
    const flicker = await Promise.all(truth.cameras.map((c) => skyFlicker(join(folder, c.file), c.displayedWidth)));
    const [a = NaN, b = NaN, c = NaN] = flicker;
    assert.ok(a > 0.1 && c > 3 * a && b > 1.5 * c, `flicker A ${a}, B ${b}, C ${c}`);
  });

  it("lose or keep sound in the copies as the truth says", async () => {
    const { folder, truth } = await madeSample();
    for (const copy of truth.copies) {
      const { streams } = await probe(join(folder, copy.file));
      assert.equal(
        streams.some((s) => s.codec_type === "audio"),
        copy.sound.length > 0,
        copy.file,
      );
      const video = streams.find((s) => s.codec_type === "video");
      assert.deepEqual([video?.width, video?.height], [copy.width, copy.height], copy.file);
    }
    const done = truth.copies.flatMap((copy) => copy.edits).join("; ");
    for (const edit of ["scaled", "re-encoded", "logo", "mirrored", "cropped", "cut", "sound replaced"])
      assert.match(done, new RegExp(edit));
  });
});

/** How many different gaps there are between frames, in whole milliseconds; a steady 29.97 has two. */
const gaps = (times: readonly number[]) => new Set(times.slice(1).map((t, i) => Math.round((t - (times[i] ?? 0)) * 1000))).size;

/** Mean change of brightness from frame to frame in a patch of the upper sky. */
async function skyFlicker(path: string, width: number): Promise<number> {
  const box = { x: Math.round(width * 0.55), y: 4, width: 40, height: 24 };
  const frames = (await decodeFrames(path, box)).slice(0, 60);
  let sum = 0;
  let count = 0;
  for (let i = 1; i < frames.length; i++) {
    for (let at = 1; at < box.width * box.height * 4; at += 4) {
      sum += Math.abs((frames[i]?.[at] ?? 0) - (frames[i - 1]?.[at] ?? 0));
      count++;
    }
  }
  return sum / count;
}
