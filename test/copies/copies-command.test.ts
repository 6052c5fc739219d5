/** `copies CASE` by the program itself: what is missing is said when it may only look, a kill in the middle loses nothing, and the answer is in sentences and in JSON. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import sharp, { type Sharp } from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import type { CopyGroupDetail } from "../../src/reads/copies/copy-rows.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";

const child = fileURLToPath(new URL("kill-child.ts", import.meta.url));

/** A busy picture, the same for the same seed. */
function picture(seed: number): Sharp {
  const [width, height] = [480, 320];
  const bytes = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const wave = Math.sin(x / (7 + seed)) * Math.cos(y / (11 - seed)) + Math.sin((x * y) / (900 + 250 * seed));
      const value = 128 + 50 * wave + ((x * 7 + y * 13 * seed) % 37);
      for (let channel = 0; channel < 3; channel++) bytes[(y * width + x) * 3 + channel] = Math.max(0, Math.min(255, value + channel * 9));
    }
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

describe("the command that compares", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let kept: string;
  const compared = () => readFileSync(join(kept, "ledger.jsonl"), "utf8").match(/"kind":"copies\.compared"/g)?.length ?? 0;

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    const source = join(desk.folder, "in");
    mkdirSync(source);
    await picture(1).png().toFile(join(source, "a.png"));
    await picture(1).resize(240, 160).jpeg({ quality: 60 }).toFile(join(source, "b.jpg"));
    await picture(4).png().toFile(join(source, "other.png"));
    const added = await desk.run("add", kept, source);
    assert.equal(added.code, 0, added.err);
  });
  after(() => desk.close());

  it("compares nothing while it may only look, and says what is missing", async () => {
    const { code, out } = await desk.run("copies", kept, "--read-only");
    assert.equal(code, 0);
    assert.match(out, /0 of 3 items with picture or sound compared; 3 not compared yet/);
    assert.equal(compared(), 0);
  });

  it("is killed in the middle, and goes on when it is run again", async () => {
    const config = join(desk.folder, "config");
    const { signal, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", child, kept], {
      env: { ...process.env, WITNESSMARK_CONFIG: config, HOME: desk.folder },
      encoding: "utf8",
    });
    assert.equal(signal, "SIGKILL", stderr);
    assert.equal(compared(), 0);
    const { code, out, err } = await desk.run("copies", kept);
    assert.equal(code, 0, err);
    assert.equal(compared(), 1);
    assert.match(out, /i1: 2 copies/);
    assert.match(out, /best copy: i1\n/);
    assert.match(out, /i1: 480 x 320: no copy is larger/);
    assert.match(out, /i2 from i1: what both show is smaller in i2/);
    assert.match(out, /1 group of copies; pairs that nobody judged: 1; judgements to look at again: 0/);
    assert.match(out, /3 of 3 items with picture or sound compared/);
  });

  it("compares nothing again, and prints an object a group", async () => {
    const ran = await desk.run("copies", kept, "--json");
    assert.equal(compared(), 1);
    const [group, end] = jsonLines<Partial<CopyGroupDetail> & { type: string; progress?: object }>(ran);
    assert.equal(group?.type, "copy-group");
    assert.deepEqual(
      group?.copies?.map(({ copy }) => copy.item),
      ["i1", "i2"],
    );
    assert.equal(end?.type, "copies");
    assert.deepEqual(end?.progress, { comparable: 3, withoutPrints: 0, failed: 0, compared: 3 });
  });

  it("answers of one item, and refuses one without copies", async () => {
    const found = jsonLines<{ group: { id: string } }>(await desk.run("copies", kept, "i2", "--json", "--read-only"));
    assert.equal(found[0]?.group.id, "i1");
    const { code, err } = await desk.run("copies", kept, "i3", "--read-only");
    assert.equal(code, 2);
    assert.match(err, /item i3: expected an item with copies; found none/);
  });

  it("leaves a case that verifies", async () => {
    const { code, out } = await desk.run("verify", kept);
    assert.equal(code, 0, out);
  });
});
