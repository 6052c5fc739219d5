import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { frameCodeCells, readFrameCode, type FrameCodeLayout } from "../../sample/frame-code.ts";
import { runFfmpeg } from "../../sample/ffmpeg.ts";
import { fillBox, type Rgb } from "../../sample/pixel-text.ts";
import { needs } from "../../testing/needs.ts";
import { makeEdit, type EditKind } from "./edits.ts";
import { encodeScene, probeClip } from "./encode.ts";
import type { Figure } from "./figures.ts";
import { lookAlikesOf } from "./look-alikes.ts";
import { fixed } from "./paths.ts";
import { framesOf, type Scene } from "./scene.ts";
import { sourcesOf } from "./sources.ts";
import type { Clip, Edit, SharedPart } from "./truth.ts";
import { studio } from "./worlds.ts";

const WIDTH = 320;
const HEIGHT = 240;
const CELL = 6;
/** In the middle: a close crop keeps it. */
const strip: FrameCodeLayout = { x: 88, y: 110, cellWidth: CELL, cellHeight: 20, width: WIDTH, height: HEIGHT };
const skip = needs({ programs: ["ffmpeg", "ffprobe"] });

let folder = "";
let clips: [Clip, Clip, Clip];

before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), "witnessmark-edits-test-"));
  const made = await Promise.all(
    ["harbour", "market", "quarry"].map(async (name, i): Promise<Clip> => {
      const file = `${name}.mp4`;
      await encodeScene(numbered(name, i), join(folder, file), folder, 16);
      return { name, file, half: "set", nature: "drawn", lookAlike: null, ...(await probeClip(join(folder, file))) };
    }),
  );
  clips = made as [Clip, Clip, Clip];
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Every frame carries its number; clips count from different numbers, so that a number names its clip too. */
function numbered(name: string, which: number): Scene {
  const world = studio(which + 1, WIDTH, HEIGHT);
  const figures: Figure[] = [(frame, seconds) => drawStrip(frame, which * 1000 + Math.round(seconds * 25))];
  const view = fixed({ x: WIDTH / 2, y: HEIGHT / 2, scale: 1, roll: 0 });
  return { name, width: WIDTH, height: HEIGHT, fps: 25, shots: [{ seconds: 2, world, view, figures, grain: 1 }] };
}

function drawStrip(frame: Rgb, index: number): void {
  frameCodeCells(index).forEach((cell, i) => {
    const level = cell === 1 ? 250 : 4;
    fillBox(frame, strip.x + i * CELL, strip.y, CELL, 20, [level, level, level]);
  });
}

/** Every frame as RGBA, turned and mirrored back, and the truth's part of it scaled to the whole source. */
async function framesBack(edit: Edit, part: SharedPart): Promise<(number | null)[]> {
  const { x, y, width, height } = part.partOfCopy;
  const [w, h] = [(edit.width * width) / 1e6, (edit.height * height) / 1e6];
  const turned = { 0: "", 90: ",transpose=2", 180: ",hflip,vflip", 270: ",transpose=1" }[part.turnedDeg];
  const filter = `crop=${w}:${h}:${(edit.width * x) / 1e6}:${(edit.height * y) / 1e6}${turned}${part.mirrored ? ",hflip" : ""}`;
  const source = part.partOfSource;
  const [seenW, seenH] = [Math.round((WIDTH * source.width) / 1e6), Math.round((HEIGHT * source.height) / 1e6)];
  const args = ["-i", join(folder, edit.file), "-vf", `${filter},scale=${seenW}:${seenH}:flags=bicubic`, "-fps_mode", "passthrough"];
  const raw = await runFfmpeg([...args, "-f", "rawvideo", "-pix_fmt", "rgba", "-"]);
  const layout = { ...strip, x: strip.x - (WIDTH * source.x) / 1e6, y: strip.y - (HEIGHT * source.y) / 1e6, width: seenW, height: seenH };
  const long = seenW * seenH * 4;
  return Array.from({ length: raw.length / long }, (_, i) => readFrameCode(raw.subarray(i * long, (i + 1) * long), seenW, seenH, layout));
}

const kinds: readonly EditKind[] = ["crop-20", "mirror", "turn-90", "turn-270", "speed-1.5", "speed-2", "pad-black", "pad-blur"];
for (const kind of [...kinds, "cut-out", "compilation", "picture-in-picture", "letterbox", "logo-box", "re-post"] as const) {
  test(`the truth of "${kind}" names the frame of the source that each frame of the copy shows`, { skip }, async () => {
    const [clip, ...others] = clips;
    const edit = await makeEdit(kind, { clip, others, folder, work: folder });
    const probed = await probeClip(join(folder, edit.file));
    assert.deepEqual([probed.width, probed.height], [edit.width, edit.height]);
    assert.ok(Math.abs(probed.seconds - edit.seconds) < 1.01 / edit.fps, `${probed.seconds} s is not ${edit.seconds} s`);
    for (const part of edit.picture) {
      const base = clips.findIndex(({ name }) => name === part.source) * 1000;
      // The ground behind a picture in a picture has its middle cut and covered: only what lies in front is read.
      if (kind === "picture-in-picture" && part.source !== clip.name) continue;
      const numbers = await framesBack(edit, part);
      let read = 0;
      for (let i = Math.round(part.fromSec * edit.fps); i < Math.round(part.toSec * edit.fps); i++) {
        const expected = base + (part.sourceFromSec + (i / edit.fps - part.fromSec) * part.speed) * 25;
        const number = numbers[i];
        if (number === null || number === undefined) continue;
        read++;
        assert.ok(Math.abs(number - expected) <= Math.max(0.51, part.speed / 2 + 0.01), `frame ${i} shows ${number}, not ${expected}`);
      }
      const all = (part.toSec - part.fromSec) * edit.fps;
      assert.ok(read > 0.8 * all, `only ${read} of ${all} frames could be read`);
    }
  });
}

test("look-alikes of one group show the same place and other moments", () => {
  const place = { fixtures: null, footage: null, sample: "none", work: "none" };
  const groups = Map.groupBy(lookAlikesOf(place), ({ group }) => group);
  assert.ok(groups.size >= 20);
  const pairs = [...groups.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  assert.ok(pairs >= 300, `${pairs} pairs`);
  for (const half of ["set", "report"] as const) {
    const names = lookAlikesOf(place).filter((clip) => clip.half === half);
    assert.ok(names.every(({ name }) => name.includes(half)));
  }
});

test("a fixed camera at another time shows the same ground and never the same movement", { skip }, async () => {
  const place = { fixtures: null, footage: null, sample: "none", work: folder };
  const group = lookAlikesOf(place).filter((clip) => clip.group === "fixed-camera-1-set");
  const [one, other] = await Promise.all(
    group.slice(0, 2).map(async ({ name, write }) => {
      const path = join(folder, `${name}.mp4`);
      await write(path);
      return runFfmpeg(["-i", path, "-vf", "fps=3,scale=64:36:flags=area", "-f", "rawvideo", "-pix_fmt", "gray", "-"]);
    }),
  );
  if (one === undefined || other === undefined) throw new Error("expected two clips of a fixed camera");
  const cells = 64 * 36;
  const frames = (of: Buffer) => Array.from({ length: of.length / cells }, (_, i) => of.subarray(i * cells, (i + 1) * cells));
  for (const a of frames(one)) {
    for (const b of frames(other)) {
      const apart = Array.from(a, (level, cell) => Math.abs(level - (b[cell] ?? 0))).toSorted((x, y) => x - y);
      assert.ok((apart[cells >> 1] ?? 99) <= 4, "half of the picture is the same ground");
      assert.ok((apart[Math.floor(cells * 0.985)] ?? 0) >= 18, "what moves is elsewhere");
    }
  }
});

test("a scene is the same every time and another one under another name", () => {
  const [one] = framesOf(numbered("harbour", 0));
  const [again] = framesOf(numbered("harbour", 0));
  const [other] = framesOf(numbered("shore", 0));
  assert.deepEqual(one, again);
  assert.notDeepEqual(one, other);
});

test("both halves have sources that need nothing but this repository", () => {
  const sources = sourcesOf({ fixtures: null, footage: null, sample: "none", work: "none" });
  const names = new Set(sources.map(({ name }) => name));
  assert.equal(names.size, sources.length);
  for (const half of ["set", "report"]) {
    assert.ok(sources.filter((source) => source.half === half).length >= 10);
    assert.ok(sources.filter((source) => source.half === half && source.write !== null).length >= 3);
  }
});
