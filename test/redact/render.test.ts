/** Redacted copies of real files, checked frame by frame by a reader that shares nothing with the renderer. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { checkPictures, checkRest, checkSound } from "../../scripts/testing/check-redacted.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { createRedactor } from "../../src/analyse/redact/run-redactor.ts";
import type { Excerpt, MarkToRender, Rendered } from "../../src/core/redaction/redactor.port.ts";
import { makeCutClip, makeLoadedClip, makeTurnedClip, makeUnevenClip } from "./clips.ts";
import { boxMark, checked, soundMark } from "./marks.ts";

/** Below it an encoder's traces begin to be seen on what is filmed. */
const losslessDb = 40;

describe("a redacted copy", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  const redactor = createRedactor();
  let folder: string;
  let made = 0;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-redact-test-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const control = { signal: new AbortController().signal, onProgress: () => undefined };

  async function render(
    path: string,
    marks: readonly MarkToRender[],
    excerpt: Excerpt | null = null,
  ): Promise<{ out: string; said: Rendered }> {
    const out = join(folder, `out-${++made}.mp4`);
    const said = await redactor.renderMedia({ path, kind: "video", marks, excerpt, out }, control);
    assert.ok(said !== undefined);
    return { out, said };
  }

  async function assertCovered(
    path: string,
    marks: readonly MarkToRender[],
    { out, said }: { out: string; said: Rendered },
    excerpt?: Excerpt,
  ) {
    const found = await checkPictures({
      original: path,
      redacted: out,
      boxes: checked(marks),
      startS: said.startS,
      ...(excerpt && { excerpt }),
    });
    assert.deepEqual(found.bare, []);
    assert.deepEqual(found.faults, []);
    assert.ok(found.timeOffMs < 0.02, `frames are ${found.timeOffMs} ms off`);
    assert.ok(found.outsideDb.worst > losslessDb, `outside the boxes ${found.outsideDb.worst} dB`);
    for (const { redaction, what, frames } of said.covered)
      if (what === "box") assert.equal(frames, found.boxFrames[redaction], `frames of ${redaction}`);
    assert.deepEqual(checkRest({ original: path, redacted: out }), []);
    return found;
  }

  describe("of a clip full of names, tracks and notes", () => {
    let path: string;
    const marks = [
      boxMark("rm1", [
        [0.2, [0.1, 0.1, 0.2, 0.25]],
        [1, [0.5, 0.2, 0.2, 0.25]],
        [2.4, [0.75, 0.7, 0.25, 0.3]],
      ]),
      boxMark("rm2", [[0, [0.02, 0.6, 0.11, 0.07]]], { toS: 9 }),
      soundMark("rm3", 0.5, 0.9, "mute"),
      soundMark("rm4", 2, 2.4, "tone"),
    ];
    let copy: { out: string; said: Rendered };
    before(async () => {
      path = makeLoadedClip(folder);
      copy = await render(path, marks);
    });

    it("covers every box on every frame, keeps every frame at its time, and leaves the rest as it was", async () => {
      const { boxFrames } = await assertCovered(path, marks, copy);
      assert.deepEqual(boxFrames, { rm1: 56, rm2: 75 });
      assert.deepEqual([copy.said.frames, copy.said.framesOfOriginal, copy.said.startS], [75, 75, 0]);
    });

    it("has nothing of the sound of a marked span, and the rest of it in its place", () => {
      const { faults, likeness } = checkSound({ original: path, redacted: copy.out }, [
        { fromS: 0.5, toS: 0.9, how: "mute" },
        { fromS: 2, toS: 2.4, how: "tone" },
      ]);
      assert.deepEqual(faults, []);
      assert.ok(likeness > 0.98, `likeness ${likeness}`);
    });

    it("keeps a flash and a beep together", () => {
      const at = flashAndBeep(copy.out);
      assert.ok(Math.abs(at.flashS - 1.52) < 0.03 && Math.abs(at.beepS - at.flashS) < 0.045, JSON.stringify(at));
    });

    it("holds one picture, one sound, and no word of the original", () => {
      const bytes = readFileSync(copy.out).toString("latin1");
      assert.doesNotMatch(bytes, /secret|x264 - core/);
      const tracks = execFileSync("ffprobe", ["-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", copy.out], {
        encoding: "utf8",
      });
      assert.deepEqual(tracks.trim().split("\n"), ["h264", "aac"]);
    });

    it("says which programs made it", () => {
      const { program } = copy.said;
      assert.match(program.build, /^ffmpeg \d/);
      assert.match(program.settings, /libx264 .*crf 17/);
    });

    it("of an excerpt begins with the frame on the screen and ends before the next", async () => {
      const excerpt = { fromS: 0.99, toS: 2 };
      const part = await render(path, marks, excerpt);
      await assertCovered(path, marks, part, excerpt);
      assert.equal(part.said.frames, 26);
      assert.ok(Math.abs(part.said.durationS - 1.01) < 0.001, String(part.said.durationS));
    });

    it("is not there when it was stopped, and never written over something", async () => {
      const out = join(folder, "stopped.mp4");
      const stop = new AbortController();
      const asked = { path, kind: "video", marks, excerpt: null, out } as const;
      assert.equal(await redactor.renderMedia(asked, { signal: stop.signal, onProgress: () => stop.abort() }), undefined);
      assert.equal(existsSync(out), false);
      const before = readFileSync(copy.out);
      await assert.rejects(redactor.renderMedia({ ...asked, out: copy.out }, control), /EEXIST/);
      assert.deepEqual(readFileSync(copy.out), before);
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.endsWith(".part")),
        [],
      );
    });

    it("is refused, and not made shorter, where the decoder is ended before the last frame", async () => {
      const dying = join(folder, "dying-ffmpeg");
      const decoding = `*"-f rawvideo pipe:1"*) ffmpeg "$@" | head -c 600000; kill -9 $$ ;;`;
      writeFileSync(dying, `#!/bin/sh\ncase "$*" in ${decoding} esac\nexec ffmpeg "$@"\n`, { mode: 0o755 });
      const out = join(folder, "shorter.mp4");
      const asked = { path, kind: "video", marks, excerpt: null, out } as const;
      await assert.rejects(
        createRedactor({ ffmpeg: dying }).renderMedia(asked, control),
        /reads all of the frames; found its end by SIGKILL/,
      );
      assert.equal(existsSync(out), false);
    });

    it("of a frame is a still with its marks, and nothing else", async () => {
      const out = join(folder, "still.jpg");
      const said = await redactor.renderStill({ path, atS: 1.01, marks, out, widest: 160 }, control);
      assert.deepEqual([said?.atS, said?.width, said?.height], [1, 160, 120]);
      assert.deepEqual(
        said?.covered.map(({ frames }) => frames),
        [1, 1, 0, 0],
      );
      const { data } = await sharp(out).extract({ left: 84, top: 29, width: 22, height: 20 }).raw().toBuffer({ resolveWithObject: true });
      assert.ok(data.every((value) => Math.abs(value - 65) < 6));
      const meta = await sharp(out).metadata();
      assert.deepEqual([meta.exif, meta.icc, meta.xmp, meta.iptc], [undefined, undefined, undefined, undefined]);
    });
  });

  it("of uneven frames keeps each at its own time, and boxes follow the times", async () => {
    const path = makeUnevenClip(folder);
    const marks = [
      boxMark("rm1", [
        [0.3, [0, 0, 0.3, 0.3]],
        [3.1, [0.7, 0.7, 0.3, 0.3]],
      ]),
    ];
    await assertCovered(path, marks, await render(path, marks));
  });

  it("of a turned picture is turned, and covered as a person saw it", async () => {
    const path = makeTurnedClip(folder);
    const marks = [boxMark("rm1", [[0, [0.8, 0.05, 0.2, 0.3]]], { toS: 2 })];
    const copy = await render(path, marks);
    await assertCovered(path, marks, copy);
    assert.deepEqual(copy.said.size, { width: 162, height: 120 });
  });

  it("of a clip with hidden frames holds those that players show, on their clock", async () => {
    const path = makeCutClip(folder);
    const marks = [
      boxMark("rm1", [
        [0.2, [0.1, 0.1, 0.3, 0.3]],
        [1.2, [0.5, 0.5, 0.3, 0.3]],
      ]),
      soundMark("rm2", 0.5, 1, "mute"),
    ];
    const copy = await render(path, marks);
    await assertCovered(path, marks, copy);
    assert.deepEqual(
      checkSound({ original: path, redacted: copy.out, startS: copy.said.startS }, [{ fromS: 0.5, toS: 1, how: "mute" }]).faults,
      [],
    );
  });

  it("of a picture has its boxes, upright, and no metadata", async () => {
    const path = join(folder, "picture.jpg");
    const noise = await sharp({
      create: { width: 200, height: 100, channels: 3, background: "white", noise: { type: "gaussian", mean: 128, sigma: 40 } },
    })
      .png()
      .toBuffer();
    await sharp(noise)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: "secret-artist" } })
      .jpeg()
      .toFile(path);
    const out = join(folder, "picture-out.jpg");
    const said = await redactor.renderStill(
      { path, atS: null, marks: [boxMark("rm1", [[0, [0.5, 0.5, 0.5, 0.5]]])], out, widest: 4000 },
      control,
    );
    const { data, info } = await sharp(out).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, said?.covered[0]?.frames], [100, 200, 1]);
    const at = (x: number, y: number) => Math.abs((data[(y * info.width + x) * 3] as number) - 65);
    for (let y = 100; y < 200; y++) for (let x = 50; x < 100; x++) assert.ok(at(x, y) < 12, `${x} ${y}`);
    assert.doesNotMatch(readFileSync(out).toString("latin1"), /secret|Exif/);
  });

  it("of a sound alone is a sound with its spans replaced", async () => {
    const path = join(folder, "said.wav");
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-f",
      "lavfi",
      "-i",
      "aevalsrc='0.2*(random(0)-0.5)':s=44100:d=2",
      "-metadata",
      "title=secret",
      path,
    ]);
    const out = join(folder, "said.m4a");
    const marks = [soundMark("rm1", 0.7, 1.2, "mute")];
    const said = await redactor.renderMedia({ path, kind: "sound", marks, excerpt: null, out }, control);
    assert.ok(Math.abs((said?.covered[0]?.soundS ?? 0) - 0.74) < 0.001);
    const { faults, likeness } = checkSound({ original: path, redacted: out }, [{ fromS: 0.7, toS: 1.2, how: "mute" }]);
    assert.deepEqual([faults, checkRest({ original: path, redacted: out })], [[], []]);
    assert.ok(likeness > 0.9, String(likeness));
  });

  it("is refused with words for what is no recording", async () => {
    const asked = { path: import.meta.filename, kind: "video", marks: [], excerpt: null, out: join(folder, "never.mp4") } as const;
    await assert.rejects(redactor.renderMedia(asked, control), { code: "INPUT_INVALID", message: /^redaction: expected / });
  });
});

function flashAndBeep(path: string): { flashS: number; beepS: number } {
  const light = execFileSync("ffmpeg", ["-v", "error", "-i", path, "-vf", "scale=1:1:flags=area,format=gray", "-f", "rawvideo", "-"]);
  const sound = execFileSync("ffmpeg", ["-v", "error", "-i", path, "-ac", "1", "-ar", "8000", "-f", "s16le", "-"]);
  const levels = Array.from({ length: sound.length / 160 }, (_, n) => {
    let sum = 0;
    for (let at = 0; at < 80; at++) sum += Math.abs(sound.readInt16LE((n * 80 + at) * 2));
    return sum / 80;
  });
  const loudest = Math.max(...levels);
  return { flashS: light.indexOf(Math.max(...light)) / 25 + 0.02, beepS: levels.findIndex((level) => level > loudest / 2) / 100 };
}
