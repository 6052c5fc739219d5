/** Copies of a case: gone on with after a stop, and checked byte by byte on both sides. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CaseError } from "../../src/core/case/case-error.ts";
import { type Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import { copyCaseFolder } from "../../src/keep/copy-case.ts";
import { checkCase } from "../crash/check-case.ts";
import { adopted, keepTexts, newCase, reopen } from "../crash/make-case.ts";

const code = (expected: string, said: RegExp) => (error: unknown) => {
  assert.ok(error instanceof CaseError, String(error));
  assert.equal(error.code, expected, error.message);
  assert.match(error.message, said);
  return true;
};

const calmly = { signal: new AbortController().signal, onProgress: () => undefined };

function alter(casePath: string, object: Digest): Buffer {
  const path = join(casePath, "objects", objectPathOf(object));
  const sound = readFileSync(path);
  const bytes = Buffer.from(sound);
  bytes[0] = (bytes[0] as number) ^ 1;
  chmodSync(path, 0o600);
  writeFileSync(path, bytes);
  return sound;
}

test("a copy that was stopped is no case, and the next one copies only the rest", async (t) => {
  const { place, folder } = await newCase(t);
  const texts = Array.from({ length: 1200 }, (_, i) => `synthetic ${i}`);
  for (let at = 0; at < texts.length; at += 400) await keepTexts(folder, ...texts.slice(at, at + 400));
  const to = join(place.base, "copies", "one");
  const stop = new AbortController();
  let seen = 0;
  const first = await copyCaseFolder(place.path, to, { signal: stop.signal, onProgress: () => void (++seen === 700 && stop.abort()) });
  assert.ok(first.copied >= 700 && first.copied < 1200);
  assert.ok(!existsSync(join(to, "witnessmark.json")) && !existsSync(join(to, "ledger.jsonl")));
  const second = await copyCaseFolder(place.path, to, calmly);
  assert.deepEqual([second.objects, second.copied + first.copied], [1200, 1200]);
  assert.equal((await checkCase(to)).objects, 1200);
  assert.equal((await copyCaseFolder(place.path, to, calmly)).copied, 0);
  await folder.close();
});

test("an object altered in the copy is found and copied again", async (t) => {
  const { place, folder } = await newCase(t);
  const [first] = (await keepTexts(folder, "a", "b", "c")) as [Digest];
  const to = join(place.base, "copy");
  await copyCaseFolder(place.path, to, calmly);
  alter(to, first);
  const again = await copyCaseFolder(place.path, to, calmly);
  assert.deepEqual([again.objects, again.copied], [3, 1]);
  await checkCase(to);
  await folder.close();
});

test("an object altered at the source is named, after everything else is copied, and the copy is no case until it is sound", async (t) => {
  const { place, folder } = await newCase(t);
  const [first] = (await keepTexts(folder, "a", "b", "c")) as [Digest];
  const to = join(place.base, "copy");
  const sound = alter(place.path, first);
  await assert.rejects(copyCaseFolder(place.path, to, calmly), code("OBJECT_HASH_MISMATCH", new RegExp(`1 altered: ${first}`)));
  assert.ok(!existsSync(join(to, "witnessmark.json")));
  assert.ok(!existsSync(join(to, "objects", objectPathOf(first))), "altered bytes are not handed on under that name");
  writeFileSync(join(place.path, "objects", objectPathOf(first)), sound);
  const again = await copyCaseFolder(place.path, to, calmly);
  assert.deepEqual([again.objects, again.copied], [3, 1]);
  await folder.close();
});

test("a copy in which somebody went on is not written over, and one in use is left alone", async (t) => {
  const { place, folder } = await newCase(t);
  await keepTexts(folder, "a");
  const to = join(place.base, "copy");
  await copyCaseFolder(place.path, to, calmly);
  const there = await reopen({ ...place, path: to });
  await assert.rejects(copyCaseFolder(place.path, to, calmly), code("CASE_IN_USE", /another program writing/));
  await there.ledger.append([adopted()]);
  await there.close();
  const before = statSync(join(to, "ledger.jsonl")).size;
  await assert.rejects(copyCaseFolder(place.path, to, calmly), code("PATH_REFUSED", /Somebody went on in that copy/));
  assert.equal(statSync(join(to, "ledger.jsonl")).size, before);
  // The other way it is an earlier state of the same history, and is brought up to date.
  await folder.close();
  await copyCaseFolder(to, place.path, calmly);
  assert.equal(statSync(join(place.path, "ledger.jsonl")).size, before);
});

test("nothing of the person who copies goes along, and nothing foreign is written over", async (t) => {
  const { place, folder } = await newCase(t);
  await keepTexts(folder, "a");
  await folder.close();
  writeFileSync(join(place.path, "private.age"), "synthetic");
  writeFileSync(join(place.path, "checkpoints", ".0123456789ab.tmp"), "left by a stopped writer");
  const to = join(place.base, "copy");
  await copyCaseFolder(place.path, to, calmly);
  assert.deepEqual(readdirSync(to).sort(), ["checkpoints", "ledger.jsonl", "lock.sqlite", "objects", "witnessmark.json"]);
  assert.deepEqual(readdirSync(join(to, "checkpoints")), []);
  const letters = join(place.base, "letters");
  await copyCaseFolder(place.path, letters, calmly);
  rmSync(join(letters, "witnessmark.json"));
  writeFileSync(join(letters, "letter.txt"), "not ours");
  await assert.rejects(copyCaseFolder(place.path, letters, calmly), code("PATH_REFUSED", /found other files/));
});
