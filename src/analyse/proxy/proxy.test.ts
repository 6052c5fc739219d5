import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { readFrameCode } from "../../../scripts/sample/frame-code.ts";
import { needs } from "../../../scripts/testing/needs.ts";
import { analyseFile, type Analysed, probeFile, resultOf, testFolder } from "../../../test/hostile-media/analyse-file.ts";
import { makeSteppingClips, type SteppingClip } from "../../../test/web/stepping-clips.ts";
import { matchTimes } from "./match-frames.ts";
import { proxyClock } from "./proxy-clock.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;
let clips: Map<string, SteppingClip>;

before(async () => {
  folder = await testFolder("proxy");
  if (skip === false) clips = new Map((await makeSteppingClips(folder.path("clips"))).map((clip) => [clip.name, clip]));
});
after(() => folder.remove());

const timesOf = (analysed: Analysed) => (resultOf(analysed) as { timeSec: number[] }).timeSec;

/** Frame codes of a video in the order in which they are shown, by decoding it here. */
function codesOf(path: string, { layout }: SteppingClip): (number | null)[] {
  const args = ["-v", "quiet", "-i", path, "-vsync", "passthrough", "-an", "-pix_fmt", "rgba", "-f", "rawvideo", "pipe:1"];
  const pixels = execFileSync("ffmpeg", args, { maxBuffer: 1 << 30 });
  const length = layout.width * layout.height * 4;
  return Array.from({ length: pixels.length / length }, (_, n) =>
    readFrameCode(pixels.subarray(n * length, (n + 1) * length), layout.width, layout.height, layout),
  );
}

describe("a proxy", { skip }, () => {
  for (const name of ["hevc.mp4", "edit-list.mp4", "rotated.mp4", "late-start.webm"])
    it(`of ${name} holds every frame of the original once, at its own distance from its neighbours`, async () => {
      const clip = clips.get(name) as SteppingClip;
      const analysed = await analyseFile("proxy", clip.file);
      const times = timesOf(analysed);
      const path = folder.path(`proxy-of-${name}.mp4`);
      writeFileSync(path, analysed.files.get("proxy.mp4") as Buffer);
      const { table } = await probeFile(path);
      assert.deepEqual(table?.edited, times);
      assert.deepEqual(
        codesOf(path, clip),
        clip.table.pts.map((_, n) => n + clip.firstCode),
      );
      const { num, den } = clip.table.timeBase;
      clip.table.pts.forEach((pts, n) => {
        const apart = ((pts - (clip.table.pts[0] as number)) * num) / den;
        assert.ok(Math.abs((times[n] as number) - (times[0] as number) - apart) < 0.00002, `frame ${n}`);
      });
    });

  it("plays in a browser where its original does not", async () => {
    const path = folder.path("played.mp4");
    writeFileSync(path, (await analyseFile("proxy", (clips.get("hevc.mp4") as SteppingClip).file)).files.get("proxy.mp4") as Buffer);
    assert.equal((await probeFile(path)).result.browserPlays, true);
  });

  it("keeps sound in step with the frames that a player shows, also behind hidden ones", async () => {
    // A beep and a white flash at 3.0 s, cut so that frames before the cut are hidden.
    const whole = folder.path("beep.mov");
    execFileSync("ffmpeg", [
      ...[
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        "color=black:size=64x48:rate=25:duration=5,drawbox=w=64:h=48:t=fill:c=white:enable='between(t,3,3.2)'",
      ],
      ...[
        "-f",
        "lavfi",
        "-i",
        "sine=1000:duration=5,volume='between(t,3,3.2)':eval=frame",
        "-c:v",
        "libx264",
        "-g",
        "100",
        "-c:a",
        "pcm_s16le",
        whole,
      ],
    ]);
    const cut = folder.path("beep-cut.mov");
    execFileSync("ffmpeg", ["-v", "error", "-ss", "1.5", "-i", whole, "-c", "copy", cut]);
    const { table } = await probeFile(cut);
    const analysed = await analyseFile("proxy", cut);
    const path = folder.path("beep-proxy.mp4");
    writeFileSync(path, analysed.files.get("proxy.mp4") as Buffer);
    const flash = table?.edited.findIndex((sec) => sec !== null && sec >= 1.5 - 1e-6) ?? -1;
    const flashAt = timesOf(analysed)[flash] as number;
    const wave = resultOf(await analyseFile("waveform", path)) as { startSec: number; binSec: number; peaks: number[] };
    const bin = wave.peaks.findIndex((value, n) => n % 2 === 1 && value > 8);
    const beepAt = wave.startSec + (bin / 2) * wave.binSec;
    // One AAC frame is 23 ms: its coder blurs an attack over that.
    assert.ok(Math.abs(beepAt - flashAt) < 0.03, `flash at ${flashAt}, beep at ${beepAt}`);
  });

  it("of sound alone is an m4a, and of odd sizes and ten bits a plain H.264", async () => {
    const amr = folder.path("voice.aiff");
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=440:duration=1", amr]);
    const sound = await analyseFile("proxy", amr);
    assert.deepEqual([timesOf(sound), [...sound.files.keys()]], [[], ["proxy.m4a"]]);
    const odd = folder.path("odd.mkv");
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-f",
      "lavfi",
      "-i",
      "testsrc2=size=63x41:rate=10:duration=1",
      "-c:v",
      "ffv1",
      "-pix_fmt",
      "yuv444p10le",
      odd,
    ]);
    assert.equal(timesOf(await analyseFile("proxy", odd)).length, 10);
  });

  it("has the same bytes twice, and tells how far it is", async () => {
    const { file } = clips.get("hevc.mp4") as SteppingClip;
    const told: number[] = [];
    const first = await analyseFile("proxy", file, { onProgress: (done) => told.push(done) });
    assert.deepEqual(first.files, (await analyseFile("proxy", file)).files);
    assert.ok(told.length > 2 && told.every((done, n) => done >= 0 && done <= 1 && (n === 0 || done >= (told[n - 1] as number))));
  });
});

it("frames that a decoder dropped share the time of the frame before", () => {
  assert.deepEqual(matchTimes([0, 0.04, 0.12], [0, 0.04, 0.08, 0.12]), [0, 0.04, 0.04, 0.12]);
  assert.deepEqual(matchTimes([0.08, 0.12], [0, 0.04, 0.08, 0.12]), [0.08, 0.08, 0.08, 0.12]);
});

it("a proxy's clock starts at its earliest frame or sound", () => {
  const table = { timeBase: { num: 1, den: 100 }, pts: [500, 504, 508], keyFrames: [0], edited: [null, 0, 0.04] };
  const clock = proxyClock(table, 0.5);
  assert.deepEqual(
    clock.wanted.map((sec) => Math.round(sec * 1000)),
    [0, 40, 80],
  );
  assert.ok(Math.abs(clock.soundShift - 0.04) < 1e-9);
});
