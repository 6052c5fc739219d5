/** A note whose words stay on this machine: read back with the passphrase, in no copy and no pack, and gone when its line is erased. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";
const secret = "quincunx lighthouse synthetic";

describe("a restricted note", () => {
  let desk: Desk;
  let kept: string;
  const run = (args: string[], o: { input?: string; person?: string; passphrase?: string } = {}) => {
    const { input = "", person = "ann", passphrase = "correct horse battery" } = o;
    const env = {
      ...process.env,
      WITNESSMARK_CONFIG: join(desk.folder, person),
      HOME: desk.folder,
      WITNESSMARK_CASE_PASSPHRASE: passphrase,
    };
    const ran = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], { env, input });
    return { code: ran.status, out: ran.stdout.toString(), err: ran.stderr.toString() };
  };
  const holds = (folder: string, words: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words),
    );

  before(() => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "material"));
    writeFileSync(join(desk.folder, "material", "a.txt"), "Synthetic.\n");
    for (const person of ["ann", "bo"]) assert.equal(run(["add", kept, join(desk.folder, "material")], { person }).code, 0);
  });
  after(() => desk.close());

  it("is in the ledger as a hash alone, and comes back with the passphrase", () => {
    const written = run(["note", kept, "i1", "--restricted"], { input: `${secret}\n` });
    assert.equal(written.code, 0, written.err);
    assert.equal(run(["note", kept, "i1"], { input: "open words\n" }).code, 0);
    assert.ok(existsSync(join(kept, "private.age")));
    assert.ok(!holds(kept, secret));
    const closed = run(["note", kept, "i1", "--list"]);
    assert.match(closed.out, /restricted, or withheld/);
    assert.match(closed.out, /open words/);
    assert.match(run(["note", kept, "i1", "--list", "--restricted"]).out, new RegExp(secret));
    const wrong = run(["note", kept, "i1", "--list", "--restricted"], { passphrase: "another passphrase" });
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /PASSPHRASE_WRONG/);
    assert.equal(run(["note", kept, "i1"], { input: " " }).code, 2);
    assert.equal(run(["note", kept, "i9"], { input: "x" }).code, 2);
  });

  it("stays here: no copy takes the store along, and both verify", () => {
    const copy = join(desk.folder, "copy");
    assert.equal(run(["copy", kept, copy]).code, 0);
    assert.ok(!existsSync(join(copy, "private.age")));
    for (const path of [kept, copy]) assert.equal(run(["verify", path]).code, 0, path);
  });

  it("goes from the store when its line is erased, and never without the passphrase", () => {
    const lines = readFileSync(join(kept, "ledger.jsonl"), "utf8").trimEnd().split("\n");
    const line = lines.findIndex((text) => text.includes('"kind":"note.written"')) + 1;
    const erase = ["erase", kept, "--entry", String(line), "--reason", "asked for", "--authorised-by", "p1,p2", "--yes"];
    const before = readFileSync(join(kept, "private.age"));
    assert.equal(run(erase, { passphrase: "another passphrase" }).code, 2);
    assert.deepEqual(readFileSync(join(kept, "private.age")), before);
    const erased = run(erase);
    assert.equal(erased.code, 0, erased.err);
    assert.ok(readFileSync(join(kept, "private.age")).length < before.length, "the value is out of the store");
    assert.doesNotMatch(run(["note", kept, "i1", "--list", "--restricted"]).out, new RegExp(secret));
    assert.equal(run(["verify", kept]).code, 0);
  });
});
