import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import { adopted, allOf, bytesOf, keepTexts, kindsOf, newCase, reopen, testPlace } from "../../test/crash/make-case.ts";
import { findOrphans } from "./find-orphans.ts";
import { createCaseFolder } from "./open-case-folder.ts";
import { loadOrCreateIdentity } from "./person-keys.ts";
import { digestOfBytes } from "./sha256.ts";

const code = (expected: string) => (error: unknown) => {
  assert.ok(error instanceof CaseError, String(error));
  assert.equal(error.code, expected, error.message);
  return true;
};

test("a new case holds its first line, its person's key and nothing else", async (t) => {
  const { place, folder } = await newCase(t);
  assert.deepEqual(await kindsOf(folder), ["case.opened", "key.enrolled"]);
  assert.equal(folder.person, "p1");
  assert.deepEqual(folder.findings, []);
  for await (const line of folder.ledger.read(2)) {
    assert.deepEqual(
      [...line.open.values()].map(({ value }) => value),
      ["Test Person"],
    );
    assert.ok(line.body?.signature);
  }
  await folder.close();
  assert.equal(statSync(join(place.path, "lock.sqlite")).size, 0);
  const again = await reopen(place);
  assert.deepEqual(again.findings, []);
  assert.equal(again.title, "Synthetic case");
  await again.close();
});

test("a folder that holds something else is not made into a case", async (t) => {
  const place = await testPlace(t);
  mkdirSync(place.path);
  writeFileSync(join(place.path, "letter.txt"), "not ours");
  await assert.rejects(createCaseFolder({ ...place, title: "x" }), code("PATH_REFUSED"));
  assert.deepEqual(readdirSync(place.path), ["letter.txt"]);
  await assert.rejects(reopen(place), code("CASE_NOT_FOUND"));
});

test("a case begun and stopped before its card is made whole by the next attempt", async (t) => {
  const { place, folder } = await newCase(t);
  await folder.close();
  const other = { ...place, path: join(place.base, "begun") };
  mkdirSync(other.path);
  for (const name of ["objects", "checkpoints"]) mkdirSync(join(other.path, name));
  cpSync(join(place.path, "ledger.jsonl"), join(other.path, "ledger.jsonl"));
  const made = await createCaseFolder({ ...other, title: "Second" });
  assert.notEqual(made.caseId, folder.caseId);
  await made.close();
});

test("one writer at a time, across processes, and the lock goes with a killed process", async (t) => {
  const { place, folder } = await newCase(t);
  await assert.rejects(reopen(place), (error) => code("CASE_IN_USE")(error) && /Synthetic case/.test((error as Error).message));
  const reader = await reopen(place, { access: "read" });
  assert.equal(reader.readOnly, true);
  await assert.rejects(reader.ledger.append([adopted()]), code("CASE_READ_ONLY"));
  await assert.rejects(reader.vault.stage(bytesOf("x")), code("CASE_READ_ONLY"));
  await reader.close();
  await folder.close();

  const holder = `
    import { lockCase } from ${JSON.stringify(join(import.meta.dirname, "case-lock.ts"))};
    lockCase(${JSON.stringify(place.path)}, "held"); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--no-warnings", "-e", holder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await assert.rejects(reopen(place), code("CASE_IN_USE"));
  child.kill("SIGKILL");
  await once(child, "exit");
  await (await reopen(place)).close();
});

test("a card that says another title or version is refused", async (t) => {
  const { place, folder } = await newCase(t);
  await folder.close();
  const card = join(place.path, "witnessmark.json");
  const text = readFileSync(card, "utf8");
  writeFileSync(card, text.replace("Synthetic case", "Another case"));
  await assert.rejects(reopen(place), code("CASE_TITLE_DISAGREES"));
  writeFileSync(card, text.replace('"formatVersion":1', '"formatVersion":2'));
  await assert.rejects(reopen(place), code("CASE_FORMAT_UNKNOWN"));
});

for (const [name, torn] of [
  ["without its end", (line: Buffer) => line.subarray(0, line.length - 40)],
  ["with a page of zeros in it", (line: Buffer) => Buffer.concat([line.subarray(0, 20), Buffer.alloc(30), line.subarray(50), line])],
] as const) {
  test(`a last line ${name} is set aside, kept and recorded`, async (t) => {
    const { place, folder } = await newCase(t);
    await keepTexts(folder, "a");
    const before = statSync(join(place.path, "ledger.jsonl")).size;
    await folder.ledger.append([adopted()]);
    await folder.close();
    // The program that was stopped never got to remember that line.
    const ledger = join(place.path, "ledger.jsonl");
    const tail = torn(readFileSync(ledger).subarray(before));
    truncateSync(ledger, before);
    appendFileSync(ledger, tail);
    const configFolder = join(place.base, "elsewhere");
    const reader = await reopen(place, { access: "read", configFolder });
    assert.deepEqual(
      reader.findings.map((finding) => finding.code),
      ["tail-torn", "first-sight"],
    );
    await reader.close();
    const writer = await reopen(place, { configFolder });
    assert.ok(writer.findings.some((finding) => finding.code === "tail-set-aside"));
    assert.deepEqual((await kindsOf(writer)).slice(-2), ["objects.adopted", "tail.set-aside"]);
    const kept: Uint8Array[] = [];
    for await (const chunk of writer.vault.read(digestOfBytes(tail))) kept.push(chunk);
    assert.deepEqual(Buffer.concat(kept), tail);
    await writer.close();
    const after = await reopen(place, { configFolder });
    assert.deepEqual(after.findings, []);
    await after.close();
  });
}

test("a shorter history than the one seen is refused until a person accepts it with a reason", async (t) => {
  const { place, folder } = await newCase(t);
  const short = readFileSync(join(place.path, "ledger.jsonl"));
  await keepTexts(folder, "a");
  await folder.close();
  writeFileSync(join(place.path, "ledger.jsonl"), short);
  await assert.rejects(reopen(place), code("HEAD_SHORTER_THAN_REMEMBERED"));
  await assert.rejects(reopen(place, { access: "read" }), code("HEAD_SHORTER_THAN_REMEMBERED"));
  const accepted = await reopen(place, { acceptHead: { reason: "restored from a backup" } });
  assert.deepEqual((await kindsOf(accepted)).at(-1), "head.accepted");
  await accepted.close();
  await (await reopen(place)).close();
});

test("another history of the same length is refused until a person accepts it", async (t) => {
  const { place, folder } = await newCase(t);
  cpSync(place.path, join(place.base, "fork"), { recursive: true });
  await keepTexts(folder, "a");
  await folder.close();
  const fork = { ...place, path: join(place.base, "fork"), configFolder: join(place.base, "other config") };
  const forked = await reopen(fork);
  await keepTexts(forked, "b");
  await forked.close();
  await assert.rejects(reopen({ ...fork, configFolder: place.configFolder }), code("HEAD_DIFFERS_FROM_REMEMBERED"));
  const accepted = await reopen(
    { ...fork, configFolder: place.configFolder },
    { acceptHead: { reason: "the other copy is the right one" } },
  );
  await accepted.close();
  await assert.rejects(reopen(place), code("HEAD_SHORTER_THAN_REMEMBERED"));
});

test("a changed byte anywhere in the ledger is refused, also where the bytes were known before", async (t) => {
  const { place, folder } = await newCase(t);
  await keepTexts(folder, "a", "b");
  await folder.close();
  const ledger = join(place.path, "ledger.jsonl");
  const sound = readFileSync(ledger);
  for (let at = 0; at < sound.length; at += 37) {
    const changed = Buffer.from(sound);
    changed[at] = (changed[at] as number) ^ 1;
    writeFileSync(ledger, changed);
    await assert.rejects(reopen(place), (error) => error instanceof CaseError, `byte ${at}`);
  }
  writeFileSync(ledger, sound);
  await (await reopen(place)).close();
});

test("a person whose key the case does not know is enrolled under the next number", async (t) => {
  const { place, folder } = await newCase(t);
  await folder.close();
  const configFolder = join(place.base, "second person");
  const identity = await loadOrCreateIdentity(configFolder, { name: "Second" });
  const second = await reopen(place, { configFolder, identity });
  assert.equal(second.person, "p2");
  assert.deepEqual(await kindsOf(second), ["case.opened", "key.enrolled", "key.enrolled"]);
  await second.close();
  const first = await reopen(place);
  assert.equal(first.person, "p1");
  await first.close();
});

test("objects that no line names are counted and adopted, never deleted", async (t) => {
  const { place, folder } = await newCase(t);
  const [kept] = await keepTexts(folder, "named");
  const staged = await folder.vault.stage(bytesOf("unnamed"));
  await folder.vault.commit([staged]);
  const ledger = join(place.path, "ledger.jsonl");
  assert.deepEqual(await findOrphans(ledger, folder.vault), [staged.digest]);
  await folder.ledger.append([adopted(staged.digest)]);
  assert.deepEqual(await findOrphans(ledger, folder.vault), []);
  assert.ok(await folder.vault.has(kept as Digest));
  await folder.close();
});

test("what a stopped writer left half-copied is removed and said", async (t) => {
  const { place, folder } = await newCase(t);
  await folder.close();
  mkdirSync(join(place.path, "incoming"), { recursive: true });
  writeFileSync(join(place.path, "incoming", "1-0"), "half");
  const again = await reopen(place);
  assert.deepEqual(
    again.findings.map((finding) => finding.code),
    ["temporary-files-removed"],
  );
  assert.deepEqual(readdirSync(join(place.path, "incoming")), []);
  await again.close();
});

test("a clock that goes back is marked in the entry", async (t) => {
  const { place, folder } = await newCase(t);
  await folder.close();
  const again = await reopen(place, { clock: { now: () => "2020-01-01T00:00:00Z" } });
  const [line] = await again.ledger.append([adopted()]);
  assert.equal(line?.body?.clock, "stepped-back");
  const [next] = await again.ledger.append([adopted()]);
  assert.equal(next?.body?.clock, undefined);
  await again.close();
});

test("reading from any line gives the same lines as reading from the first", async (t) => {
  const { folder } = await newCase(t);
  const heard: number[] = [];
  const stop = folder.onAppend((lines) => heard.push(...lines.map(({ head }) => head.seq)));
  for (let i = 0; i < 5; i++) await folder.ledger.append([adopted(), adopted(digestOfBytes(Buffer.from([i])))]);
  stop();
  await folder.ledger.append([adopted()]);
  assert.deepEqual(heard, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const all = await allOf(folder.ledger.read());
  assert.equal(all.length, 13);
  for (let seq = 1; seq <= 14; seq++) assert.deepEqual(await allOf(folder.ledger.read(seq)), all.slice(seq - 1));
  await folder.close();
});
