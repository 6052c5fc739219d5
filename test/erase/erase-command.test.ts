/** Erasing on the word of two people: what goes, what stays, what is refused, and a kill at any moment. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import { decodeLine } from "../../src/formats/ledger/decode-line.ts";
import { digestOf, type Digest } from "../../src/core/hash/digest.ts";
import type { LedgerLine } from "../../src/core/ledger/ledger-line.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { sha256 } from "../support/ledger-in-memory.ts";
import { main } from "../support/program.ts";
/** Words that stand nowhere but in what is erased. */
const secretName = "quagga-7731";
const secretWords = "heliotrope seventeen lanterns";

/** Every file of a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files that hold any of the words, in UTF-8 or UTF-16, folded or not. */
function tracesOf(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le")]);
  return filesIn(folder).filter((file) => {
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}

function linesOf(kept: string): LedgerLine[] {
  const lines: LedgerLine[] = [];
  let previous: { seq: number; head: Digest } | undefined;
  for (const text of readFileSync(join(kept, "ledger.jsonl"), "utf8").split("\n").slice(0, -1)) {
    const line = decodeLine(sha256, previous, Buffer.from(text));
    previous = { seq: line.head.seq, head: line.headDigest };
    lines.push(line);
  }
  return lines;
}

describe("erasing", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let kept: string;
  let material: string;
  let object: Digest;
  const erase = (...args: string[]) => desk.run("erase", kept, ...args);
  const byBoth = ["--reason", "asked for by the person", "--authorised-by", "p1,p2"];
  const objectFile = (digest: string) => join(kept, "objects", digest.slice(7, 9), digest.slice(7));

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    material = join(desk.folder, "material");
    mkdirSync(material);
    writeFileSync(
      join(material, "other.html"),
      "<html><head><title>Other</title></head><body><p>Synthetic, and nobody's.</p></body></html>",
    );
    writeFileSync(
      join(material, `${secretName}.html`),
      `<html><head><title>Synthetic</title></head><body><p>${secretWords} and a long enough paragraph of text.</p></body></html>`,
    );
    object = digestOf(sha256(readFileSync(join(material, `${secretName}.html`))));
    writeFileSync(
      join(material, "square.png"),
      await sharp({ create: { width: 64, height: 48, channels: 3, background: "#4060a0" } })
        .png()
        .toBuffer(),
    );
    assert.equal((await desk.run("add", kept, material)).code, 0);
  });
  after(() => desk.close());

  const itemNamed = async (end: string) =>
    jsonLines<{ id: string; name: string; held: boolean }>(await desk.run("items", kept, "--json")).find(({ name }) => name.includes(end));

  it("never goes on one person's word, nor on that of somebody who is not in the case", async () => {
    const { id } = (await itemNamed(secretName)) as { id: string };
    for (const [people, said] of [
      ["p1", /two people/],
      ["p1,p1", /one person twice/],
      ["p1,p2", /found p2/],
    ] as const) {
      const ran = await erase("--object", id, "--reason", "no", "--authorised-by", people, "--yes");
      assert.equal(ran.code, 2, ran.out);
      assert.match(ran.err, said);
    }
    // A second person is enrolled by opening the case for writing from their own configuration.
    const other = { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config-2"), HOME: desk.folder };
    execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, "add", kept, material], { env: other, stdio: "ignore" });
    const noTerminal = await erase("--object", id, ...byBoth);
    assert.equal(noTerminal.code, 2);
    assert.match(noTerminal.err, /Nothing was erased/);
    assert.equal((await erase("--object", id, "--reason", " ", "--authorised-by", "p1,p2", "--yes")).code, 2);
    assert.equal((await erase("--object", id, "--entry", "4", ...byBoth, "--yes")).code, 2);
    assert.equal((await erase("--object", "i999", ...byBoth, "--yes")).code, 2);
    assert.ok(existsSync(objectFile(object)));
  });

  it(
    "at any kill -9 has either erased nothing, or finishes when the case is next opened",
    { skip: needs({ programs: ["strace"] }) },
    () => {
      const counts: Record<string, number> = {};
      const points = [
        "unlink:1",
        "unlink:2",
        "unlink:3",
        "unlinkat:1",
        "pwrite64:1",
        "pwrite64:3",
        "pwrite64:20",
        "pwrite64:60",
        "ftruncate:1",
        "ftruncate:2",
      ];
      for (const point of points) {
        const [call, when] = point.split(":") as [string, string];
        const place = mkdtempSync(join(tmpdir(), "witnessmark-erase-"));
        const copy = join(place, "case");
        cpSync(kept, copy, { recursive: true });
        cpSync(join(desk.folder, "config"), join(place, "config"), { recursive: true });
        const env = { ...process.env, WITNESSMARK_CONFIG: join(place, "config"), HOME: place };
        const run = (...args: string[]) => spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], { env });
        const killed = spawnSync(
          "strace",
          [
            ...["-f", "-qq", "-o", "/dev/null", "-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${when}`],
            ...[process.execPath, "--disable-warning=ExperimentalWarning", main, "erase", copy, "--object", object, ...byBoth, "--yes"],
          ],
          { env },
        );
        const entries = linesOf(copy).filter(({ body }) => body?.kind === "object.erased").length;
        const stage = killed.status === 0 ? "not killed" : entries === 0 ? "before the entry" : "after the entry";
        counts[stage] = (counts[stage] ?? 0) + 1;
        const again = run("add", copy, material);
        assert.equal(again.status, 0, `${point}: ${again.stderr.toString()}`);
        const held = existsSync(join(copy, "objects", object.slice(7, 9), object.slice(7)));
        assert.equal(held, entries === 0, `${point}: ${stage}`);
        if (entries > 0) assert.deepEqual(tracesOf(copy, [secretWords, "lanterns"]), [], point);
        rmSync(place, { recursive: true });
      }
      assert.ok((counts["after the entry"] ?? 0) >= 3, JSON.stringify(counts));
      console.log(`# kills while erasing: ${JSON.stringify(counts)}`);
    },
  );

  it("lists what goes, then takes bytes, readings, previews and search text, and says what it cannot reach", async () => {
    assert.ok(tracesOf(kept, [secretWords]).length >= 3, "the words stand in the object, its reading and the tables");
    const ran = await erase("--object", object, ...byBoth, "--yes");
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, new RegExp(`item i\\d+, \\S*${secretName}.html`));
    assert.match(ran.out, /made from it by article/);
    assert.match(ran.out, /lines stay and still speak of it/);
    assert.match(ran.out, /packs already given out[\s\S]*backups[\s\S]*worn flash/);
    assert.deepEqual(tracesOf(kept, [secretWords, "lanterns"]), []);
    assert.ok(!existsSync(objectFile(object)));
    assert.ok(!existsSync(join(kept, "derived", "analyses", object.slice(7, 9), object.slice(7))));
    assert.equal((await itemNamed(secretName))?.held, false);
    const [erased] = linesOf(kept).filter(({ body }) => body?.kind === "object.erased");
    assert.ok(erased?.body?.signature !== undefined, "signed by whoever did it");
  });

  it("does not take the same bytes back when the folder is collected again", async () => {
    for (const args of [[], ["--rehash"]]) {
      const [added] = jsonLines(await desk.run("add", kept, material, ...args, "--json"));
      assert.deepEqual([added?.["collected"], added?.["alreadyHeld"]], [0, 2]);
    }
    assert.ok(!existsSync(objectFile(object)));
  });

  it("erases what a line says: the name is gone from ledger and tables, its head stays and the chain holds", async () => {
    const before = linesOf(kept);
    const named = before.find(({ body }) => body?.kind === "item.collected" && body.data.object === object) as LedgerLine;
    const { seq } = named.head;
    const ran = await erase("--entry", String(seq), ...byBoth, "--yes", "--json");
    assert.equal(ran.code, 0, ran.err);
    const lines = linesOf(kept);
    assert.equal(lines[seq - 1]?.body, undefined);
    assert.equal(lines[seq - 1]?.headDigest, named.headDigest);
    assert.deepEqual(tracesOf(kept, [secretName]), []);
    assert.equal(await itemNamed(secretName), undefined);
  });

  it("hands out no number again that the erased line had", async () => {
    const used = jsonLines<{ id: string }>(await desk.run("items", kept, "--json")).map(({ id }) => id);
    writeFileSync(join(material, "new.txt"), "Synthetic, and new.\n");
    const ran = await desk.run("add", kept, material);
    assert.equal(ran.code, 0, ran.err);
    const now = jsonLines<{ id: string }>(await desk.run("items", kept, "--json")).map(({ id }) => id);
    const [fresh] = now.filter((id) => !used.includes(id));
    assert.ok(Number(fresh?.slice(1)) > 3, `${fresh} is new; i1 to i3 were given before`);
  });

  it("keeps the lines that others rest on", async () => {
    const lines = linesOf(kept);
    const of = (kind: string) => String(lines.find(({ body }) => body?.kind === kind)?.head.seq);
    for (const seq of ["1", of("key.enrolled"), of("object.erased"), of("entry.erased")]) {
      const ran = await erase("--entry", seq, ...byBoth, "--yes");
      assert.equal(ran.code, 2, `line ${seq}: ${ran.out}`);
      assert.match(ran.err, /no other rests on/);
    }
    assert.equal((await erase("--entry", "9999", ...byBoth, "--yes")).code, 2);
    assert.equal((await erase("--entry", "0", ...byBoth, "--yes")).code, 2);
  });

  it("still verifies, and tells erased from missing", async () => {
    const ran = await desk.run("verify", kept, "--json");
    assert.equal(ran.code, 0, ran.out + ran.err);
    assert.match(ran.out, /erased/);
    const other = linesOf(kept).find(({ body }) => body?.kind === "item.collected" && existsSync(objectFile(body.data.object)));
    assert.ok(other?.body?.kind === "item.collected");
    rmSync(objectFile(other.body.data.object));
    const missing = await desk.run("verify", kept, "--json");
    assert.equal(missing.code, 3);
    assert.match(missing.out, /missing/);
  });
});
