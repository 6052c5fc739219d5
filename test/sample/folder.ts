/** The sample as a folder: the same every time, small, marked on every file, never mixed with other people's files. */
import assert from "node:assert/strict";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import sharp from "sharp";
import { drawPlate, textWidth } from "../../scripts/sample/pixel-text.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { madeSample, NEEDS_FFMPEG, runGenerator } from "./made-sample.ts";

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(folder.length + 1))
    .sort();
}

describe("the sample folder", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("is the same, byte for byte, when two machines' worth of load make it at the same time", async () => {
    const { folder, twin } = await madeSample();
    const files = await filesIn(folder);
    assert.deepEqual(await filesIn(twin), files);
    assert.ok(files.length > 40);
    for (const file of files) {
      assert.ok((await readFile(join(folder, file))).equals(await readFile(join(twin, file))), `${file} differs between two runs`);
    }
  });

  it("is smaller than 25 MB", async () => {
    const { folder } = await madeSample();
    const sizes = await Promise.all((await filesIn(folder)).map(async (file) => (await stat(join(folder, file))).size));
    assert.ok(sizes.reduce((a, b) => a + b, 0) < 25e6);
  });

  it("says in the bytes of every file that it is synthetic", async () => {
    const { folder } = await madeSample();
    for (const file of await filesIn(folder)) {
      assert.match((await readFile(join(folder, file))).toString("latin1"), /synthetic/i, file);
    }
  });

  it("says so on the picture itself, in letters that read", async () => {
    const { folder } = await madeSample();
    for (const file of ["pictures/square-wide.jpg", "pictures/van-at-fountain.jpg", "pictures/awnings.png"]) {
      const width = textWidth("SYNTHETIC", 2) + 8;
      const plate = { width, height: 22, data: new Uint8Array(width * 22 * 3) };
      drawPlate(plate, "SYNTHETIC", 0, 0, 2);
      const cut = sharp(join(folder, file)).extract({ left: 10, top: 10, width, height: 22 });
      const shown = await cut.removeAlpha().raw().toBuffer();
      const wrong = plate.data.filter((value, i) => Math.abs(value - (shown[i] ?? 0)) > 90).length;
      assert.ok(wrong < plate.data.length / 100, `${file}: ${wrong} of ${plate.data.length} values are off`);
    }
  });

  it("is left alone when it is there, made anew when another generator made it, and refused among strangers' files", async () => {
    const { twin, folder } = await madeSample();
    const before = (await stat(join(twin, "TRUTH.json"))).mtimeMs;
    assert.match(await runGenerator(twin), /already/);
    assert.equal((await stat(join(twin, "TRUTH.json"))).mtimeMs, before);

    const stranger = join(folder, "..", "stranger");
    await mkdir(stranger);
    await writeFile(join(stranger, "holiday.txt"), "not of the sample");
    await assert.rejects(runGenerator(stranger), /1 entries that are not of the sample/);
    const old = (await readFile(join(folder, "TRUTH.json"), "utf8")).replace(/"generator": "sha256:.*?"/, '"generator": "sha256:older"');
    await writeFile(join(stranger, "TRUTH.json"), old);
    await assert.rejects(runGenerator(stranger), /1 entries that are not of the sample/);
    assert.deepEqual((await readdir(stranger)).sort(), ["TRUTH.json", "holiday.txt"]);
  });
});
