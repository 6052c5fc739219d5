import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import sharp from "sharp";
import { readFrameCode } from "../../../scripts/sample/frame-code.ts";
import { needs } from "../../../scripts/testing/needs.ts";
import { analyseFile, resultOf, testFolder } from "../../../test/hostile-media/analyse-file.ts";
import { detailOf } from "../../../test/hostile-media/detail.ts";
import { makeSteppingClips, type SteppingClip } from "../../../test/web/stepping-clips.ts";
import { askFfprobe, type MediaFile } from "../ffmpeg/ask-ffprobe.ts";
import { exactFrames } from "../ffmpeg/exact-frames.ts";
import { mainVideo } from "../probe/streams.ts";
import { chooseTiles } from "./choose-tiles.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;
let clips: SteppingClip[];

before(async () => {
  folder = await testFolder("filmstrip");
  if (skip === false) clips = await makeSteppingClips(folder.path("clips"));
});
after(() => folder.remove());

interface Strip {
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly columns: number;
  readonly tiles: readonly { frame: number; timeSec: number }[];
}

describe("a filmstrip", { skip }, () => {
  it("takes each tile from the very frame that it names, in one pass and by seeking", async () => {
    for (const clip of clips) {
      const demuxer = clip.name.endsWith(".webm") ? "matroska" : "mov";
      const file: MediaFile = { path: clip.file, demuxer, ffmpeg: "ffmpeg", ffprobe: "ffprobe" };
      const asked = await askFfprobe(file);
      assert.ok(asked.state === "done");
      const stream = mainVideo(asked.probed.streams);
      assert.ok(stream);
      const tiles = chooseTiles(clip.table);
      for (const shownFrames of [tiles.length, 1_000_000]) {
        const some = shownFrames > 1000 ? tiles.filter((_, n) => n % 12 === 5) : tiles;
        const pictures = await exactFrames(file, stream, {
          timeBase: clip.table.timeBase,
          startSec: Number(asked.probed.format.start_time),
          shownFrames,
          wanted: some.map(({ timeSec }) => timeSec),
          size: clip.layout,
          onProgress: () => undefined,
        });
        const codes = pictures.map((data) => (data === undefined ? null : codeIn(data, clip)));
        assert.deepEqual(
          codes,
          some.map(({ frame }) => frame + clip.firstCode),
          `${clip.name}, ${shownFrames > 1000 ? "seeking" : "one pass"}`,
        );
      }
    }
  });

  it("is one sheet of blurred tiles with the frame and time of each", async () => {
    const path = folder.path("busy.mp4");
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-f",
      "lavfi",
      "-i",
      "testsrc2=size=320x180:rate=25,noise=alls=80",
      "-t",
      "3",
      "-c:v",
      "libx264",
      path,
    ]);
    const analysed = await analyseFile("filmstrip", path);
    const strip = resultOf(analysed) as Strip;
    const sheet = analysed.files.get("filmstrip.jpg") as Buffer;
    const { width, height } = await sharp(sheet).metadata();
    assert.deepEqual([width, height], [strip.tileWidth * strip.columns, strip.tileHeight * Math.ceil(strip.tiles.length / strip.columns)]);
    assert.equal(strip.tiles[0]?.frame, 0);
    assert.ok(strip.tiles.length > 30 && strip.tiles.length <= 60);
    // A tile of 96 pixels keeps 24: four pixels each. Borders between tiles count as detail, so one tile is judged.
    const tile = await sharp(sheet).extract({ left: 0, top: 0, width: strip.tileWidth, height: strip.tileHeight }).png().toBuffer();
    const clear = execFileSync("ffmpeg", [
      "-v",
      "quiet",
      "-i",
      path,
      "-frames:v",
      "1",
      "-vf",
      "scale=96:54",
      "-f",
      "image2pipe",
      "-c:v",
      "png",
      "pipe:1",
    ]);
    assert.ok((await detailOf(tile, 3)) * 4 < (await detailOf(clear, 3)), `${await detailOf(tile, 3)} against ${await detailOf(clear, 3)}`);
  });

  it("has the same bytes twice", async () => {
    const { file } = clips[0] as SteppingClip;
    const [first, second] = [await analyseFile("filmstrip", file), await analyseFile("filmstrip", file)];
    assert.deepEqual(first.files, second.files);
    assert.deepEqual(resultOf(first), resultOf(second));
  });
});

it("tiles rise in time, are shown frames, and begin with the first", () => {
  const seconds = fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 300 }), (edited) => {
      const tiles = chooseTiles({ timeBase: { num: 1, den: 1000 }, pts: edited.map((_, n) => n), keyFrames: [], edited });
      const shown = edited.filter((sec) => sec !== null);
      assert.equal(tiles.length > 0, shown.length > 0);
      assert.ok(tiles.length <= 60);
      if (tiles.length > 0) assert.equal(tiles[0]?.timeSec, Math.min(...shown));
      tiles.forEach((tile, n) => {
        assert.equal(edited[tile.frame], tile.timeSec);
        assert.ok(n === 0 || tile.timeSec > (tiles[n - 1]?.timeSec ?? 0));
      });
    }),
  );
});

function codeIn(data: Buffer, { layout }: SteppingClip): number | null {
  const rgba = Buffer.alloc((data.length / 3) * 4, 255);
  for (let n = 0; n < data.length / 3; n++) data.copy(rgba, n * 4, n * 3, n * 3 + 3);
  return readFrameCode(rgba, layout.width, layout.height, layout);
}
