/** The whole way on the command line: keep, read, search, seal, verify, copy, rebuild; and what is refused. */
import assert from "node:assert/strict";
import { appendFileSync, chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { makeMaterial } from "../support/material.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";

interface ItemLine {
  id: string;
  name: string;
  kind: string;
  held: boolean;
  posted: "unknown" | { zone: { state: string }; earliest: string };
  source: string;
  analysis: string;
  trapCount: number;
}

describe("from a folder to a pack that verifies", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let folder: string;
  let kept: string;
  before(async () => {
    desk = createDesk();
    folder = join(desk.folder, "material");
    kept = join(desk.folder, "case");
    await makeMaterial(folder);
  });
  after(() => desk.close());

  it("adds everything, and says what it read", async () => {
    const ran = await desk.run("add", kept, folder, "--json");
    assert.equal(ran.code, 0, ran.err);
    const [added] = jsonLines(ran);
    assert.equal(added?.["collected"], 5);
    assert.equal(added?.["complete"], true);
  });

  it("lists each item as what it is", async () => {
    const items = jsonLines<ItemLine>(await desk.run("items", kept, "--json"));
    const kindOf = (end: string) => items.find(({ name }) => name.endsWith(end))?.kind;
    assert.equal(kindOf("clip.mp4"), "video");
    assert.equal(kindOf("square.png"), "picture");
    assert.equal(kindOf("result.json"), "posts");
    assert.equal(kindOf("article.html"), "article");
    assert.equal(kindOf("unreadable.bin"), "unknown");
    const missing = items.filter(({ held }) => !held);
    assert.equal(missing.length, 1, "the picture that the export leaves out is known and not held");
    assert.ok(items.every(({ held, analysis }) => !held || analysis === "done"));
  });

  it("gives a clip the time and the channel of the post that carries it", async () => {
    const items = jsonLines<ItemLine>(await desk.run("items", kept, "--json"));
    const clip = items.find(({ name }) => name.endsWith("clip.mp4"));
    assert.equal(clip?.source, "Ostrel Today");
    assert.ok(clip?.posted !== "unknown" && clip?.posted.earliest === "2024-09-14T13:20:00Z");
  });

  it("finds words in posts, articles and names, in another script and two letters long", async () => {
    const found = async (words: string) =>
      jsonLines<ItemLine>(await desk.run("search", kept, words, "--json")).map(({ name }) => name.split("/").at(-1));
    assert.deepEqual((await found("fountain")).sort(), ["article.html", "clip.mp4", "result.json"]);
    assert.deepEqual(await found("площа"), ["result.json"]);
    assert.deepEqual(await found("ПЛ"), ["result.json"]);
    assert.deepEqual(await found("nowhere"), []);
  });

  it("adds only what is new when run again", async () => {
    writeFileSync(join(folder, "late.txt"), "Synthetic: came later.\n");
    const [again] = jsonLines(await desk.run("add", kept, folder, "--json"));
    assert.deepEqual([again?.["collected"], again?.["alreadyHeld"]], [1, 5]);
    const [rehashed] = jsonLines(await desk.run("add", kept, folder, "--rehash", "--json"));
    assert.deepEqual([rehashed?.["collected"], rehashed?.["alreadyHeld"]], [0, 6]);
  });

  it("rebuilds to the same answers", async () => {
    const before = await desk.run("items", kept, "--json");
    assert.equal((await desk.run("rebuild", kept)).code, 0);
    assert.equal((await desk.run("items", kept, "--json")).out, before.out);
  });

  it("seals a pack that verifies, also against the head it printed", async () => {
    const pack = join(desk.folder, "pack");
    const sealed = await desk.run("seal", kept, "--out", pack, "--json");
    assert.equal(sealed.code, 0, sealed.err);
    const head = String(jsonLines(sealed)[0]?.["head"]);
    assert.ok(existsSync(join(pack, "verify.html")));
    assert.ok(!existsSync(join(pack, "data", "private.age")));
    const verified = await desk.run("verify", pack, "--expect", head);
    assert.equal(verified.code, 0, verified.out + verified.err);
    assert.equal((await desk.run("verify", pack, "--expect", `sha256:${"1".repeat(64)}`)).code, 3);
    const refused = await desk.run("seal", kept, "--out", pack);
    assert.equal(refused.code, 2, "a pack is never written over");
  });

  it("answers no, and names the object, when one byte of a pack is added", async () => {
    const pack = join(desk.folder, "pack");
    const objects = join(pack, "data", "objects");
    const first = readdirSync(objects)[0] as string;
    const victim = readdirSync(join(objects, first))[0] as string;
    const file = join(objects, first, victim);
    chmodSync(file, 0o644);
    appendFileSync(file, "x");
    const verified = await desk.run("verify", pack);
    assert.equal(verified.code, 3);
    assert.ok(verified.out.includes(victim), verified.out);
  });

  it("copies, and goes on copying without doing it twice", async () => {
    const copy = join(desk.folder, "copy");
    const first = await desk.run("copy", kept, copy, "--json");
    assert.equal(first.code, 0, first.err);
    assert.equal(jsonLines(await desk.run("copy", kept, copy, "--json"))[0]?.["copied"], 0);
    assert.equal((await desk.run("verify", copy)).code, 0);
  });
});

describe("what is refused", () => {
  let desk: Desk;
  before(() => (desk = createDesk()));
  after(() => desk.close());

  it("bad input is exit 2, on standard error, and names the thing", async () => {
    for (const [args, said] of [
      [["fly"], "fly"],
      [["status", "nowhere"], "nowhere"],
      [["open"], "open FOLDER"],
      [["status", "a", "--colour"], "--colour"],
      [["serve", "x", "--port", "99999"], "--port"],
      [["verify", "nowhere"], "nowhere"],
    ] as const) {
      const ran = await desk.run(...args);
      assert.equal(ran.code, 2, `${args.join(" ")}: ${ran.err}`);
      assert.equal(ran.out, "");
      assert.ok(ran.err.includes(said), ran.err);
    }
  });

  it("help has examples for every command and is exit 0", async () => {
    for (const command of [
      "open",
      "add",
      "serve",
      "status",
      "items",
      "search",
      "rebuild",
      "copy",
      "seal",
      "verify",
      "timestamp",
      "erase",
      "key",
      "fixity",
      "note",
    ]) {
      const ran = await desk.run(command, "--help");
      assert.equal(ran.code, 0);
      assert.match(ran.out, /examples:\n {2}witnessmark /);
    }
  });
});
