import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { needs } from "../../../scripts/testing/needs.ts";
import { analyseFile, resultOf, testFolder } from "../../../test/hostile-media/analyse-file.ts";
import { createPeaks } from "./peaks.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;

before(async () => {
  folder = await testFolder("waveform");
});
after(() => folder.remove());

interface Wave {
  readonly startSec: number;
  readonly binSec: number;
  readonly peaks: readonly number[];
  readonly sound: boolean;
}
const make = (name: string, ...args: string[]): string => {
  const path = folder.path(name);
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args, path]);
  return path;
};
const waveOf = async (path: string) => resultOf(await analyseFile("waveform", path)) as Wave;
/** Seconds of the first bin that is loud. */
const loudAt = ({ startSec, binSec, peaks }: Wave) => startSec + Math.floor(peaks.findIndex((value) => Math.abs(value) > 40) / 2) * binSec;
const clickAt = (sec: number, lengthSec: number) => [
  "-f",
  "lavfi",
  "-i",
  `aevalsrc='if(between(t,${sec},${sec}+0.0005),0.9,0)':s=48000:d=${lengthSec}`,
];
const picture = ["-f", "lavfi", "-i", "testsrc2=size=64x48:rate=25:duration=4"];

describe("a waveform", { skip }, () => {
  it("shows a crack of half a millisecond at its time and full height", async () => {
    const wave = await waveOf(make("click.wav", ...clickAt(2.3, 4)));
    assert.ok(Math.abs(loudAt(wave) - 2.3) <= wave.binSec, `found at ${loudAt(wave)}`);
    assert.ok(Math.max(...wave.peaks) >= 114);
    assert.ok(Math.abs((wave.peaks.length / 2) * wave.binSec - 4) < 0.01);
  });

  it("stands on the player's clock where sound starts later than the pictures", async () => {
    const late = make(
      "late.mkv",
      ...picture,
      "-itsoffset",
      "1.25",
      ...clickAt(0.5, 2),
      "-map",
      "0",
      "-map",
      "1",
      "-c:v",
      "libx264",
      "-c:a",
      "pcm_s16le",
    );
    const wave = await waveOf(late);
    assert.ok(Math.abs(wave.startSec - 1.25) < 0.002, `starts at ${wave.startSec}`);
    assert.ok(Math.abs(loudAt(wave) - 1.75) <= wave.binSec + 0.001, `found at ${loudAt(wave)}`);
  });

  it("does not count the lead-in of AAC", async () => {
    const wave = await waveOf(make("aac.mp4", ...picture, ...clickAt(1, 3), "-c:v", "libx264", "-c:a", "aac", "-b:a", "256k"));
    assert.equal(wave.startSec, 0);
    assert.ok(Math.abs(loudAt(wave) - 1) < 0.012, `found at ${loudAt(wave)}`);
  });

  it("fills a gap in the sound with silence, so that what follows stays in its place", async () => {
    const gap = make("gap.mkv", ...clickAt(3, 4), "-af", "aselect='not(between(t,1,2))'", "-c:a", "pcm_s16le");
    const wave = await waveOf(gap);
    assert.ok(Math.abs(loudAt(wave) - 3) <= wave.binSec + 0.002, `found at ${loudAt(wave)}`);
  });

  it("of silence is flat, of pictures without sound is none", async () => {
    const silent = await waveOf(make("silent.wav", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "1"));
    assert.ok(silent.sound && silent.peaks.every((value) => value === 0));
    assert.deepEqual((await waveOf(make("mute.mp4", ...picture, "-c:v", "libx264"))).sound, false);
  });
});

it("peaks are the lowest and highest of each bin, however the bytes are cut", () => {
  const samples = fc.array(fc.integer({ min: -32768, max: 32767 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }), (values, perBin, step) => {
      const bytes = Buffer.alloc(values.length * 2);
      values.forEach((value, n) => bytes.writeInt16LE(value, n * 2));
      const peaks = createPeaks(perBin, 1000);
      for (let at = 0; at < bytes.length; at += step) peaks.add(bytes.subarray(at, at + step));
      const wanted: number[] = [];
      for (let at = 0; at < values.length; at += perBin) {
        const bin = values.slice(at, at + perBin);
        wanted.push(Math.floor(Math.min(...bin) / 256), Math.min(127, Math.ceil(Math.max(...bin) / 256)));
      }
      // -0 and 0 are the same height.
      assert.deepEqual(
        peaks.values().map((value) => value + 0),
        wanted.map((value) => value + 0),
      );
      assert.equal(peaks.samples(), values.length);
    }),
  );
});
