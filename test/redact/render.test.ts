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
import { openMedia } from "../../src/analyse/ffmpeg/open-media.ts";
import { renderMedia } from "../../src/analyse/redact/render-media.ts";
import { renderPicture } from "../../src/analyse/redact/render-still.ts";
import { createRedactor } from "../../src/analyse/redact/run-redactor.ts";
import type { Excerpt, MarkToRender, Rendered } from "../../src/core/redaction/redactor.port.ts";
import { makeCutClip, makeLoadedClip, makeTurnedClip, makeUnevenClip } from "./clips.ts";
import { boxMark, checked, soundMark } from "./marks.ts";

/** Below it an encoder's traces begin to be seen on what is filmed. */
const losslessDb = 40;

interface Copy {
  readonly out: string;
  readonly said: Rendered;
}

describe("a redacted copy", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  const redactor = createRedactor();
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-redact-test-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const onProgress = () => undefined;
  const control = { signal: new AbortController().signal, onProgress };

  async function render(path: string, marks: readonly MarkToRender[]): Promise<Copy> {
    const out = join(folder, "out.mp4");
    const said = await redactor.renderMedia({ path, kind: "video", marks, excerpt: null, out }, control);
    assert.ok(said !== undefined);
    return { out, said };
  }

  /** The same without the child around it, whose start takes longer than these clips. */
  async function renderHere(path: string, marks: readonly MarkToRender[], more: { excerpt?: Excerpt; kind?: "sound" } = {}): Promise<Copy> {
    const own = mkdtempSync(join(folder, "own-"));
    const programs = { ffmpeg: "ffmpeg", ffprobe: "ffprobe" };
    const media = await openMedia({ analyser: "proxy", object: path, folder: own, nameHint: "", parameters: {}, ...programs, onProgress });
    if ("state" in media) throw new Error(media.failure.message);
    const asked = { kind: more.kind ?? ("video" as const), marks, excerpt: more.excerpt ?? null, folder: own, build: "", onProgress };
    return { out: join(own, "copy.mp4"), said: await renderMedia(media, asked, "copy.mp4") };
  }

  async function assertCovered(path: string, marks: readonly MarkToRender[], { out, said }: Copy, excerpt?: Excerpt) {
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
    let copy: Copy;
    before(async () => {
      path = makeLoadedClip(folder);
      copy = await render(path, marks);
    });

    it("covers every box on every frame, keeps every frame at its time, and leaves the rest as it was", async () => {
      const { boxFrames } = await assertCovered(path, marks, copy);
      assert.deepEqual(checkRest({ original: path, redacted: copy.out }), []);
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
      const part = await renderHere(path, marks, { excerpt });
      await assertCovered(path, marks, part, excerpt);
      assert.deepEqual(checkRest({ original: path, redacted: part.out }), []);
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
    await assertCovered(path, marks, await renderHere(path, marks));
  });

  it("of a turned picture is turned, and covered as a person saw it", async () => {
    const path = makeTurnedClip(folder);
    const marks = [boxMark("rm1", [[0, [0.8, 0.05, 0.2, 0.3]]], { toS: 2 })];
    const copy = await renderHere(path, marks);
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
    const copy = await renderHere(path, marks);
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
    const marks = [boxMark("rm1", [[0, [0.5, 0.5, 0.5, 0.5]]])];
    const said = await renderPicture(path, { marks, widest: 4000, folder, build: "" }, "picture-out.jpg");
    const { data, info } = await sharp(out).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, said.covered[0]?.frames], [100, 200, 1]);
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
    const { out, said } = await renderHere(path, [soundMark("rm1", 0.7, 1.2, "mute")], { kind: "sound" });
    assert.ok(Math.abs((said.covered[0]?.soundS ?? 0) - 0.74) < 0.001);
    const { faults, likeness } = checkSound({ original: path, redacted: out }, [{ fromS: 0.7, toS: 1.2, how: "mute" }]);
    assert.deepEqual([faults, checkRest({ original: path, redacted: out })], [[], []]);
    assert.ok(likeness > 0.9, String(likeness));
  });

  it("is refused with words for what is no recording", async () => {
    const asked = { path: import.meta.filename, kind: "video", marks: [], excerpt: null, out: join(folder, "never.mp4") } as const;
    await assert.rejects(redactor.renderMedia(asked, control), { code: "INPUT_INVALID", message: /^redaction: expected / });
  });
});
