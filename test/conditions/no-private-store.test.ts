/** A program that nobody can give the passphrase to: it says so, and writes nothing restricted anywhere. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, it } from "node:test";
import type { ErrorAnswer } from "../../src/api/errors.ts";
import type { SourcesAnswer } from "../../src/api/sources.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase } from "../support/served-case.ts";

delete process.env["WITNESSMARK_CASE_PASSPHRASE"];
let desk: Desk;

before(() => {
  desk = createDesk();
});
after(() => desk.close());

it("without a terminal or a passphrase a restricted identity is refused whole, and the rest goes on", async () => {
  const kept = join(desk.folder, "case");
  mkdirSync(join(desk.folder, "material"));
  writeFileSync(join(desk.folder, "material", "a.txt"), "Synthetic.\n");
  assert.equal((await desk.run("add", kept, join(desk.folder, "material"))).code, 0);
  const served = await serveCase(desk, kept);
  assert.deepEqual((await served.get<SourcesAnswer>("/api/sources")).privateStore, { writing: "absent", there: false });
  const said = { sort: "person", label: "Keeper of the mill", about: null, reason: null };
  const refused = await served.post<ErrorAnswer>("/api/sources", { ...said, identity: { words: "Quincunx Marlowe" } });
  assert.equal(refused.code, "PASSPHRASE_WRONG");
  assert.ok(!refused.message.includes("Quincunx"));
  assert.equal((await served.get<SourcesAnswer>("/api/sources")).sources.length, 0, "no half of it is written");
  assert.ok(!existsSync(join(kept, "private.age")));
  assert.ok(!readFileSync(join(kept, "ledger.jsonl")).includes("Keeper of the mill"));
  const made = await served.post<{ id: string }>("/api/sources", { ...said, identity: "none" });
  assert.equal(made.id, "s1");
  const none = await served.post<ErrorAnswer>("/api/sources/s1/identity", { passphrase: "correct horse battery" });
  assert.match(none.message, /source s1: expected a restricted identity; found none/);
});
