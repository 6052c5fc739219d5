/** Hashing everything again: what is altered, missing or erased is told apart, and an entry says it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";

interface Fixity {
  objects: number;
  intact: number;
  altered: string[];
  missing: string[];
  line: number;
  unnamed: string[];
  adopted: number[];
}

describe("fixity on the command line", () => {
  let desk: Desk;
  let kept: string;
  const check = async () => {
    const ran = await desk.run("fixity", kept, "--json");
    return { code: ran.code, found: jsonLines<Fixity>(ran)[0] as Fixity };
  };
  const objects = () =>
    readdirSync(join(kept, "objects"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "material"));
    for (const name of ["a", "b", "c"]) writeFileSync(join(desk.folder, "material", `${name}.txt`), `Synthetic ${name}.\n`);
    assert.equal((await desk.run("add", kept, join(desk.folder, "material"))).code, 0);
  });
  after(() => desk.close());

  it("finds everything intact, and records it", async () => {
    const { code, found } = await check();
    assert.equal(code, 0);
    assert.deepEqual([found.objects, found.intact, found.altered, found.missing], [objects().length, objects().length, [], []]);
    const last = JSON.parse(readFileSync(join(kept, "ledger.jsonl"), "utf8").trimEnd().split("\n").at(-1) as string) as {
      body: { kind: string };
      head: { seq: number };
    };
    assert.deepEqual([last.body.kind, last.head.seq], ["fixity.checked", found.line]);
  });

  it("lists an object that no line names, and takes it in only when told to", async () => {
    const bytes = Buffer.from("Synthetic bytes without a line.\n");
    const digest = createHash("sha256").update(bytes).digest("hex");
    mkdirSync(join(kept, "objects", digest.slice(0, 2)), { recursive: true });
    writeFileSync(join(kept, "objects", digest.slice(0, 2), digest), bytes);
    const listed = await check();
    assert.equal(listed.code, 0);
    assert.deepEqual([listed.found.unnamed, listed.found.adopted], [[`sha256:${digest}`], []]);
    const adopted = jsonLines<Fixity>(await desk.run("fixity", kept, "--adopt", "--json"))[0];
    assert.equal(adopted?.adopted.length, 1);
    const lines = readFileSync(join(kept, "ledger.jsonl"), "utf8").trimEnd().split("\n");
    assert.deepEqual((JSON.parse(lines.at(-1) as string) as { body: { data: unknown } }).body.data, { objects: [`sha256:${digest}`] });
    assert.deepEqual((await check()).found.unnamed, []);
    assert.doesNotMatch((await desk.run("status", kept)).out, /named by no line/);
  });

  it("names what was altered and what is missing, with exit 3", async () => {
    const [altered, missing] = objects() as [string, string];
    chmodSync(altered, 0o644);
    appendFileSync(altered, "x");
    rmSync(missing);
    const { code, found } = await check();
    assert.equal(code, 3);
    assert.deepEqual(found.altered, [`sha256:${altered.slice(-64)}`]);
    assert.deepEqual(found.missing, [`sha256:${missing.slice(-64)}`]);
    assert.equal(found.intact, objects().length - 1);
  });
});
