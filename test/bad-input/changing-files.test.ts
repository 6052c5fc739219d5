/** Files that change under the copy: nothing half old and half new is kept, and what was the last copy of its bytes is. */
import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { CaseError } from "../../src/core/case/case-error.ts";
import type { SourceFile } from "../../src/core/collection/source.port.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import { interruptAt, jsonOf, newPlace } from "../keep/run-program.ts";

/** More than is read ahead, so that the change comes while bytes are still to be read. */
const largeBytes = 24 * 1024 * 1024;

async function found(t: TestContext, size: number): Promise<{ file: SourceFile; path: string }> {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-changing-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "clip.bin");
  writeFileSync(path, Buffer.alloc(size, "synthetic "));
  for await (const one of walkSources([folder])) if ("file" in one) return { file: one.file, path };
  throw new Error("expected one file");
}

/** Reads the first piece, lets `change` happen, reads the rest. */
async function readAcross(file: SourceFile, change: () => void): Promise<number> {
  let size = 0;
  let changed = false;
  for await (const part of file.open()) {
    size += part.length;
    if (!changed) change();
    changed = true;
  }
  return size;
}

const changedWhileRead = (error: unknown) => error instanceof CaseError && error.code === "SOURCE_CHANGED_WHILE_READ";

for (const [name, change] of [
  ["grows", (path: string) => appendFileSync(path, "more")],
  ["is cut", (path: string) => writeFileSync(path, "cut")],
  [
    "is written over with its dates put back",
    (path: string) => {
      const before = new Date(2020, 1, 1);
      writeFileSync(path, Buffer.alloc(largeBytes, "another"));
      utimesSync(path, before, before);
    },
  ],
] as const) {
  test(`a file that ${name} while it is read is refused`, async (t) => {
    const { file, path } = await found(t, largeBytes);
    await assert.rejects(
      readAcross(file, () => change(path)),
      changedWhileRead,
    );
  });
}

test("a long file that was opened for the vault and changes before its end is refused", async (t) => {
  const { file, path } = await found(t, largeBytes);
  const source = file.openLong?.();
  assert.ok(source !== undefined);
  t.after(source.close);
  source.demandUnchanged(largeBytes);
  assert.throws(() => source.demandUnchanged(largeBytes - 1), changedWhileRead);
  appendFileSync(path, "more");
  assert.throws(() => source.demandUnchanged(largeBytes), changedWhileRead);
  assert.throws(() => file.openLong?.(), changedWhileRead);
  unlinkSync(path);
  symlinkSync("/etc/hostname", path);
  assert.throws(() => file.openLong?.(), { code: "ELOOP" });
});

test("a file that was replaced, by another or by a link, between finding and reading is refused", async (t) => {
  for (const size of [100, largeBytes]) {
    const { file, path } = await found(t, size);
    writeFileSync(`${path}.new`, Buffer.alloc(size, "another"));
    renameSync(`${path}.new`, path);
    await assert.rejects(
      readAcross(file, () => undefined),
      changedWhileRead,
    );
    unlinkSync(path);
    symlinkSync("/etc/hostname", path);
    await assert.rejects(
      readAcross(file, () => undefined),
      { code: "ELOOP" },
    );
  }
});

test("a file that is replaced while it is read is read to its end: the open file is the one that was found", async (t) => {
  const { file, path } = await found(t, largeBytes);
  const read = readAcross(file, () => {
    writeFileSync(`${path}.new`, "another");
    renameSync(`${path}.new`, path);
  });
  assert.equal(await read, largeBytes);
});

test("a file that is removed while it is read is kept whole, for there may be no other", async (t) => {
  const { file, path } = await found(t, largeBytes);
  assert.equal(await readAcross(file, () => unlinkSync(path)), largeBytes);
});

test("a file that grows all the while is named by the real program, the rest is kept, and a later run keeps it too", async (t) => {
  const place = newPlace(t);
  mkdirSync(place.at("source"));
  writeFileSync(place.at("source", "a.bin"), Buffer.alloc(largeBytes, "synthetic "));
  writeFileSync(place.at("source", "z.txt"), "synthetic, and quiet\n");
  const growing = setInterval(() => appendFileSync(place.at("source", "a.bin"), "more"), 1);
  t.after(() => clearInterval(growing));
  const ran = await place.runWith({ onSaid: interruptAt(/\d+ collected/) }, "add", "case", "source", "--json");
  const [added] = jsonOf<{ collected: number; refused: { shown: string; reason: string }[] }>(ran);
  assert.equal(added?.collected, 1, ran.err);
  assert.deepEqual(
    added?.refused.map(({ shown }) => shown),
    ["a.bin"],
  );
  assert.match(added?.refused[0]?.reason ?? "", /changed while it was read.*Collect it again/);
  clearInterval(growing);
  const again = await place.runWith({ onSaid: interruptAt(/\d+ collected/) }, "add", "case", "source", "--json");
  const [second] = jsonOf<{ collected: number; alreadyHeld: number }>(again);
  assert.deepEqual([second?.collected, second?.alreadyHeld], [1, 1], "when nothing writes to it any more it is kept");
});
