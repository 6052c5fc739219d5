import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../../scripts/testing/needs.ts";
import { analyseFile, failureOf, resultOf, testFolder } from "../../../test/hostile-media/analyse-file.ts";
import { detailOf } from "../../../test/hostile-media/detail.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;

before(async () => {
  folder = await testFolder("poster");
});
after(() => folder.remove());

const make = (name: string, ...args: string[]): string => {
  const path = folder.path(name);
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args, path]);
  return path;
};
const write = (name: string, bytes: Buffer): string => {
  const path = folder.path(name);
  writeFileSync(path, bytes);
  return path;
};

/** Text and noise at every scale, so that anything that survives shows. */
async function busyPicture(width: number, height: number): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: width * height * 3 }, (_, n) => (n * 2654435761) >>> 24));
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

async function posterOf(path: string): Promise<Buffer> {
  const analysed = await analyseFile("poster", path);
  resultOf(analysed);
  const file = analysed.files.get("poster.jpg");
  assert.ok(file);
  return file;
}

describe("a poster", { skip }, () => {
  it("of a picture holds nothing finer than a thirteenth of its width", async () => {
    const poster = await posterOf(write("busy.png", await busyPicture(640, 480)));
    const { width, height } = await sharp(poster).metadata();
    assert.deepEqual([width, height], [320, 240]);
    // 24 of 320 pixels are kept: 13.3 pixels each. Detail of half that size must be gone; the test below shows that it was there.
    assert.ok((await detailOf(poster, 7)) < 1.5, `fine detail ${await detailOf(poster, 7)}`);
    const clear = await sharp(await busyPicture(640, 480))
      .resize(320, 240)
      .jpeg()
      .toBuffer();
    assert.ok((await detailOf(clear, 7)) > 5, `fine detail of the clear picture ${await detailOf(clear, 7)}`);
  });

  it("does not show words that fill a sixth of the height", async () => {
    const svg = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="white"/><g font-size="80" font-family="monospace">${[90, 190, 290, 390].map((y) => `<text x="10" y="${y}">MW8#@E3B</text>`).join("")}</g></svg>`,
    );
    const poster = await posterOf(write("words.png", await sharp(svg).png().toBuffer()));
    assert.ok((await detailOf(poster, 7)) < 2.5, `fine detail ${await detailOf(poster, 7)}`);
  });

  it("of a video is as blurred", async () => {
    const poster = await posterOf(
      make("busy.mp4", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=5,noise=alls=80", "-t", "2", "-c:v", "libx264"),
    );
    assert.ok((await detailOf(poster, 7)) < 1.5, `fine detail ${await detailOf(poster, 7)}`);
    assert.equal((await sharp(poster).metadata()).width, 320);
  });

  it("of a video avoids a black beginning", async () => {
    const path = make(
      "black.mp4",
      ...[
        "-f",
        "lavfi",
        "-i",
        "color=black:size=160x120:rate=10:duration=2",
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=160x120:rate=10:duration=8",
      ],
      ...["-filter_complex", "[0][1]concat=n=2:v=1", "-c:v", "libx264"],
    );
    const { channels } = await sharp(await posterOf(path)).stats();
    assert.ok(Math.max(...channels.map(({ mean }) => mean)) > 30);
  });

  it("is turned as a viewer turns the original, and so is the clear picture", async () => {
    const tall = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#804020" } })
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer();
    const analysed = await analyseFile("poster", write("turned.jpg", tall));
    const sizes = await Promise.all(["poster.jpg", "picture.webp"].map((name) => sharp(analysed.files.get(name)).metadata()));
    assert.deepEqual(
      sizes.map(({ width, height }) => [width, height]),
      [
        [213, 320],
        [200, 300],
      ],
    );
    const video = make("turned.mp4", "-f", "lavfi", "-i", "testsrc=size=160x90:rate=5:duration=1", "-c:v", "libx264");
    execFileSync("ffmpeg", ["-v", "error", "-i", video, "-c", "copy", "-metadata:s:v:0", "rotate=90", folder.path("turned2.mp4")]);
    const { width, height } = await sharp(await posterOf(folder.path("turned2.mp4"))).metadata();
    assert.deepEqual([width, height], [180, 320]);
  });

  it("carries no metadata of the original, and neither does the clear picture", async () => {
    const dated = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#804020" } })
      .withExif({ IFD0: { Artist: "NAMEOFWITNESS" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 27/1 0/1" } })
      .jpeg()
      .toBuffer();
    assert.ok(dated.includes("NAMEOFWITNESS"));
    const { files } = await analyseFile("poster", write("dated.jpg", dated));
    for (const [name, bytes] of files) {
      assert.ok(!bytes.includes("NAMEOFWITNESS"), name);
      assert.equal((await sharp(bytes).metadata()).exif, undefined, name);
    }
  });

  it("is made of pictures of one pixel, of odd sizes, and of long strips", async () => {
    for (const [width, height] of [
      [1, 1],
      [3, 5],
      [1, 4000],
      [4001, 3],
    ] as const) {
      const path = write(`${width}x${height}.png`, await busyPicture(width, height));
      assert.ok((await posterOf(path)).length > 0, `${width} x ${height}`);
    }
  });

  it("gives the same bytes twice, and a clear picture of bounded size", async () => {
    const path = write("large.png", await busyPicture(3000, 400));
    const [first, second] = [await analyseFile("poster", path), await analyseFile("poster", path)];
    assert.deepEqual(first.files, second.files);
    assert.equal((await sharp(first.files.get("picture.webp")).metadata()).width, 2560);
  });

  it("is refused for a format without a decoder, and for sound", async () => {
    assert.equal(await failureOf("poster", write("a.jxl", Buffer.from("0000000c4a584c200d0a870a00000000", "hex"))), "refused");
    assert.equal(await failureOf("poster", make("a.wav", "-f", "lavfi", "-i", "sine=440:duration=0.2")), "no-stream");
  });
});
