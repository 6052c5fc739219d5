/** Pictures and videos that are out of the ordinary get the right hash or a stated refusal, in the child. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import { hammingDistance, hashFromHex } from "../../src/analyse/pdq/hash-bits.ts";
import { testFolder } from "../hostile-media/analyse-file.ts";
import { type Hashed, hashFile } from "./hash-file.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;
/** 320 x 180, 10 pictures a second, 2 s, with shapes and text of the pattern generator. */
let clip: string;
let clipHashes: Hashed;

const make = (name: string, ...args: string[]): string => {
  const path = folder.path(name);
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args, path]);
  return path;
};
const pattern = (size: string, sec = 2) => ["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=10:duration=${sec}`];
const lossless = ["-c:v", "libx264", "-qp", "0", "-preset", "ultrafast"];

const distance = (a: { hash: string } | undefined, b: { hash: string } | undefined) =>
  hammingDistance(hashFromHex(a?.hash ?? "") as Uint8Array, hashFromHex(b?.hash ?? "") as Uint8Array);

before(async () => {
  if (skip !== false) return;
  folder = await testFolder("hash");
  clip = make("clip.mp4", ...pattern("320x180"), ...lossless, "-pix_fmt", "yuv420p");
  clipHashes = await hashFile(clip);
});
after(() => folder?.remove());

describe("hashing videos", { skip }, () => {
  it("gives a line a frame with its number, its time in the container and its quality", () => {
    assert.equal(clipHashes.pictures.length, 20);
    assert.deepEqual(
      clipHashes.pictures.map(({ frame, atSec }) => [frame, Number(Number(atSec).toFixed(6))]),
      Array.from({ length: 20 }, (_, n) => [n, n / 10]),
    );
    assert.ok(clipHashes.pictures.every(({ quality }) => quality >= 50));
    assert.deepEqual(clipHashes.opened?.input, { width: 320, height: 180 });
    assert.deepEqual(clipHashes.end, { type: "end", frames: 20, complaint: "" });
    assert.match(clipHashes.opened?.decoder ?? "", /^ffmpeg /);
  });

  it("thinned out leaves every kept frame its own number and time, also where frames are unevenly apart", async () => {
    const uneven = make("uneven.mkv", "-i", clip, "-vf", "select='not(between(n\\,3\\,7))'", "-vsync", "passthrough", ...lossless);
    const { pictures, end } = await hashFile(uneven, { everySec: 0.5 });
    assert.deepEqual(
      pictures.map(({ frame, atSec }) => [frame, atSec]),
      [
        [0, 0],
        [3, 0.8],
        [8, 1.3],
        [13, 1.8],
      ],
    );
    assert.equal(end?.frames, 15);
    const same = clipHashes.pictures.find(({ frame }) => frame === 8);
    assert.ok(distance(pictures[1], same) <= 2);
  });

  it("takes the container's own clock where it does not start at 0", async () => {
    const late = make("late.mkv", "-i", clip, "-c", "copy", "-output_ts_offset", "100");
    const { pictures } = await hashFile(late, { everySec: 1 });
    assert.deepEqual(
      pictures.map(({ atSec }) => atSec),
      [100, 101],
    );
  });

  it("hashes a turned video as it is shown, and as it is stored when asked to", async () => {
    const turned = make("turned.mov", "-i", clip, "-c", "copy", "-metadata:s:v", "rotate=90");
    const upright = make("upright.mp4", "-i", turned, ...lossless);
    const [shown, stored, reference] = await Promise.all([
      hashFile(turned, { everySec: 1 }),
      hashFile(turned, { everySec: 1, asStored: true }),
      hashFile(upright, { everySec: 1 }),
    ]);
    assert.deepEqual(shown.opened?.input, { width: 180, height: 320 });
    assert.equal(shown.opened?.turned, true);
    assert.ok(distance(shown.pictures[0], reference.pictures[0]) <= 2);
    assert.equal(stored.opened?.turned, false);
    assert.equal(distance(stored.pictures[0], clipHashes.pictures[0]), 0);
  });

  it("hashes 10 bits, full range, other colour layouts and see-through video like the same picture in 8 bits", async () => {
    const kinds = {
      "ten.mkv": [...lossless, "-pix_fmt", "yuv420p10le"],
      "full.mkv": ["-vf", "scale=out_range=pc", ...lossless, "-pix_fmt", "yuvj420p"],
      "rgb.mkv": ["-c:v", "ffv1", "-pix_fmt", "bgr0"],
      "alpha.mov": ["-c:v", "qtrle", "-pix_fmt", "argb"],
    };
    await Promise.all(
      Object.entries(kinds).map(async ([name, words]) => {
        const { pictures, refused } = await hashFile(make(name, "-i", clip, ...words), { everySec: 1 });
        assert.equal(refused, undefined, name);
        const off = distance(pictures[0], clipHashes.pictures[0]);
        assert.ok(off <= 8, `${name}: ${off} bits`);
        assert.ok(
          Math.abs((pictures[0]?.quality ?? 0) - (clipHashes.pictures[0]?.quality ?? 0)) <= 2,
          `${name}: quality ${pictures[0]?.quality}`,
        );
      }),
    );
  });

  it("hashes odd sizes, one-frame clips and interlaced ones", async () => {
    const odd = await hashFile(make("odd.mkv", "-i", clip, "-vf", "scale=321:179", "-c:v", "ffv1", "-pix_fmt", "yuv444p"));
    assert.deepEqual(odd.opened?.input, { width: 321, height: 179 });
    assert.equal(odd.pictures.length, 20);
    const one = await hashFile(make("one.mp4", ...pattern("320x180"), "-frames:v", "1", ...lossless, "-pix_fmt", "yuv420p"));
    assert.equal(one.pictures.length, 1);
    assert.ok(distance(one.pictures[0], clipHashes.pictures[0]) <= 6);
    const woven = await hashFile(make("woven.mpg", "-i", clip, "-c:v", "mpeg2video", "-q:v", "2", "-flags", "+ildct+ilme", "-r", "25"));
    assert.ok(woven.pictures.length >= 45);
    assert.ok(distance(woven.pictures[0], clipHashes.pictures[0]) <= 16);
  });

  it("goes on after a damaged middle: later frames keep their times, and the damage is told", async () => {
    const whole = make("whole.mkv", ...pattern("320x180", 6), "-c:v", "libx264", "-g", "10", "-pix_fmt", "yuv420p");
    const bytes = readFileSync(whole);
    bytes.fill(0x5a, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.45));
    const broken = folder.path("broken.mkv");
    writeFileSync(broken, bytes);
    const [before, after] = await Promise.all([hashFile(whole), hashFile(broken)]);
    const last = after.pictures.at(-1);
    assert.notEqual(after.end?.complaint, "");
    assert.ok((last?.atSec as number) > 5.5);
    const there = before.pictures.find(({ atSec }) => Math.abs((atSec as number) - (last?.atSec as number)) < 0.001);
    assert.ok(distance(last, there) <= 8);
    assert.doesNotMatch(after.end?.complaint ?? "", /witnessmark|broken/);
  });

  it("agrees with itself at all three sizes, and states the size that it hashed", async () => {
    for (const [size, side] of [
      ["512", 512],
      ["64", 64],
    ] as const) {
      const { opened, pictures } = await hashFile(clip, { size, everySec: 1 });
      assert.deepEqual(opened?.input, { width: side, height: side });
      assert.ok(distance(pictures[0], clipHashes.pictures[0]) <= 31);
    }
  });

  it("refuses sound without a picture, and a cover picture does not count as moving pictures", async () => {
    const sound = make("sound.m4a", "-f", "lavfi", "-i", "sine=d=1");
    assert.equal((await hashFile(sound)).refused?.code, "no-stream");
    const cover = make("cover.jpg", "-i", clip, "-frames:v", "1");
    const covered = make(
      "covered.mp3",
      "-i",
      sound,
      "-i",
      cover,
      "-map",
      "0:a",
      "-map",
      "1:v",
      "-c:v",
      "copy",
      "-disposition:v",
      "attached_pic",
    );
    assert.equal((await hashFile(covered)).refused?.code, "no-stream");
  });
});

describe("hashing still pictures", { skip }, () => {
  const picture = (name: string) => make(name, "-i", clip, "-frames:v", "1");

  it("hashes a picture like the same frame of a video, in any format that is decoded here", async () => {
    for (const name of ["still.jpg", "still.tif"]) {
      const { opened, pictures } = await hashFile(picture(name));
      assert.equal(opened?.kind, "still");
      assert.equal(opened?.luma, "rgb");
      assert.ok(distance(pictures[0], clipHashes.pictures[0]) <= 12, name);
    }
  });

  it("turns a photograph as its flag asks, and leaves it as stored when asked to", async () => {
    const plain = picture("plain.png");
    const turned = folder.path("turned.jpg");
    writeFileSync(turned, await sharp(plain).withMetadata({ orientation: 6 }).jpeg({ quality: 97 }).toBuffer());
    const upright = folder.path("upright.png");
    writeFileSync(upright, await sharp(plain).rotate(90).png().toBuffer());
    const [shown, stored, clockwise, before] = await Promise.all([
      hashFile(turned),
      hashFile(turned, { asStored: true }),
      hashFile(upright),
      hashFile(plain),
    ]);
    assert.equal(shown.opened?.turned, true);
    assert.deepEqual(shown.opened?.input, { width: 180, height: 320 });
    assert.ok(distance(shown.pictures[0], clockwise.pictures[0]) <= 8);
    assert.equal(stored.opened?.turned, false);
    assert.ok(distance(stored.pictures[0], before.pictures[0]) <= 8);
  });

  it("gives a picture of one pixel, and a narrow one, an empty hash of quality 0", async () => {
    for (const [width, height] of [
      [1, 1],
      [4, 300],
    ] as const) {
      const path = folder.path(`${width}.png`);
      writeFileSync(
        path,
        await sharp({ create: { width, height, channels: 3, background: "#884400" } })
          .png()
          .toBuffer(),
      );
      const { pictures } = await hashFile(path);
      assert.deepEqual([pictures[0]?.hash, pictures[0]?.quality], ["0".repeat(64), 0]);
    }
  });

  it("puts a see-through picture on grey, and takes 16 bits and the first of many pictures", async () => {
    const clear = folder.path("clear.png");
    writeFileSync(
      clear,
      await sharp({ create: { width: 90, height: 60, channels: 4, background: "#00000000" } })
        .png()
        .toBuffer(),
    );
    const see = await hashFile(clear);
    assert.equal(see.pictures[0]?.quality, 0);
    const deep = await hashFile(make("deep.png", "-i", clip, "-frames:v", "1", "-pix_fmt", "rgb48be"));
    assert.ok(distance(deep.pictures[0], clipHashes.pictures[0]) <= 12);
    const many = await hashFile(make("many.gif", "-i", clip, "-frames:v", "5"));
    assert.equal(many.opened?.pictures, 5);
    assert.equal(many.pictures.length, 1);
  });

  it("refuses what is no picture, is not there, or claims too many pixels, without naming the file", async () => {
    const text = folder.path("secret-name.jpg");
    writeFileSync(text, "not a picture");
    const playlist = folder.path("list.mp4");
    writeFileSync(playlist, `ffconcat version 1.0\nfile '${clip}'\n`);
    const huge = folder.path("huge.png");
    const header = Buffer.from(
      await sharp({ create: { width: 9, height: 9, channels: 3, background: "#123456" } })
        .png()
        .toBuffer(),
    );
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    writeFileSync(huge, header);
    const answers = await Promise.all([text, playlist, huge, folder.path("absent.png"), folder.path("")].map((path) => hashFile(path)));
    const codes = answers.map(({ refused, pictures }) => [refused?.code, pictures.length]);
    assert.deepEqual(codes, [
      ["not-media", 0],
      ["not-media", 0],
      ["refused", 0],
      ["missing", 0],
      ["missing", 0],
    ]);
    assert.ok(answers.every(({ refused }) => !/secret|witnessmark-hash/.test(refused?.message ?? "")));
  });
});

describe("the child that hashes", { skip }, () => {
  it("says so when the programs are missing or the time is over, and stops when asked to", async () => {
    assert.equal((await hashFile(clip, { ffprobe: "no-such-ffprobe" })).refused?.code, "program-missing");
    assert.equal((await hashFile(clip, { ffmpeg: "no-such-ffmpeg" })).refused?.code, "program-missing");
    const long = make("long.mp4", ...pattern("1280x720", 30), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
    assert.equal((await hashFile(long, { leastMs: 200 - (statSync(long).size / 1e6) * 30_000 })).refused?.code, "time-limit");
    const stop = new AbortController();
    const stopped = await hashFile(long, { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(1000)]) });
    assert.deepEqual([stopped.refused, stopped.end], [undefined, undefined]);
  });
});
