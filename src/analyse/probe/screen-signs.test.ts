/** Pictures of screens are told by what is in them, and other pictures are left alone. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../../scripts/testing/needs.ts";
import { probeFile, testFolder } from "../../../test/hostile-media/analyse-file.ts";

describe("a picture of a screen", { skip: needs({ programs: ["ffprobe", "perl"] }) }, () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  before(async () => {
    folder = await testFolder("screens");
  });
  after(() => folder.remove());

  const trapsOf = async (name: string, width: number, height: number, comment?: string, camera?: string) => {
    const path = folder.path(name);
    const picture = sharp({ create: { width, height, channels: 3, background: "#406080" } });
    const exif = {
      IFD0: { ...(camera === undefined ? {} : { Make: camera }), ...(comment === undefined ? {} : { ImageDescription: comment }) },
    };
    const made = comment === undefined && camera === undefined ? picture : picture.withExif(exif);
    await (name.endsWith(".png") ? made.png() : made.jpeg()).toFile(path);
    const { result } = await probeFile(path);
    assert.deepEqual(result.times, [], "no time is taken from it");
    return result.traps.filter(({ code }) => code === "picture-of-a-post").map(({ where }) => where[0]);
  };

  it("is told by the size of a phone's screen where no camera is named", async () => {
    assert.deepEqual(await trapsOf("a.png", 1170, 2532), ["a phone's screen size, 1170 x 2532, and no camera"]);
    assert.deepEqual(await trapsOf("b.png", 2532, 1170), ["a phone's screen size, 2532 x 1170, and no camera"]);
  });

  it("is told by what the program that took it wrote", async () => {
    assert.deepEqual(await trapsOf("c.jpg", 300, 200, "Screenshot"), ["IFD0 ImageDescription: Screenshot"]);
  });

  it("is not every picture: other sizes, cameras and photographs of that size", async () => {
    assert.deepEqual(await trapsOf("d.png", 640, 480), []);
    assert.deepEqual(await trapsOf("e.png", 1170, 2532, undefined, "Synthetic"), []);
    assert.deepEqual(await trapsOf("f.jpg", 1080, 1920), []);
  });
});
