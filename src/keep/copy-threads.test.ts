import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { OpenFile } from "../core/vault/vault.port.ts";
import { pieceBytes } from "./copy-progress.ts";
import { createCopyThreads } from "./copy-threads.ts";

const megabyte = 1024 * 1024;

function place(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-copy-"));
  const threads = createCopyThreads();
  const open = (name: string, flags: string) => {
    const fd = openSync(join(folder, name), flags);
    t.after(() => closeSync(fd));
    return fd;
  };
  t.after(() => {
    threads.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, threads, open };
}

/** Synthetic bytes of which no two pieces are alike. */
function bytesOf(size: number): Buffer {
  const bytes = Buffer.alloc(size, "synthetic ");
  for (let at = 0; at + 8 <= size; at += 4096) bytes.writeDoubleLE(at + 1, at);
  return bytes;
}

function fileOf(descriptor: number, size: number, o: Partial<OpenFile> = {}): OpenFile {
  return { descriptor, size, onBytes: () => undefined, onEnd: () => undefined, onFailed: (error) => error, ...o };
}

test("a long file is copied whole and hashed, whatever its length, with its holes left open", async (t) => {
  const { folder, threads, open } = place(t);
  const holes = Buffer.concat([bytesOf(pieceBytes), Buffer.alloc(20 * megabyte), bytesOf(7), Buffer.alloc(2 * pieceBytes - 7)]);
  for (const [i, bytes] of [
    Buffer.alloc(0),
    bytesOf(1),
    bytesOf(pieceBytes),
    bytesOf(9 * pieceBytes + 1),
    bytesOf(17 * megabyte - 3),
    holes,
  ].entries()) {
    writeFileSync(join(folder, `from-${i}`), bytes);
    const told = { copied: 0, written: 0, end: -1 };
    const file = fileOf(open(`from-${i}`, "r"), bytes.length, {
      onBytes: (count) => (told.copied += count),
      onEnd: (count) => (told.end = count),
    });
    const object = await threads.copy(file, open(`to-${i}`, "wx+"), (size) => (told.written = size));
    assert.deepEqual(object, { digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}`, size: bytes.length });
    assert.ok(readFileSync(join(folder, `to-${i}`)).equals(bytes));
    assert.deepEqual(told, { copied: bytes.length, written: bytes.length, end: bytes.length });
  }
  assert.ok(statSync(join(folder, "to-5")).blocks * 512 < 4 * megabyte, "holes were filled");
});

test("a file that was longer than expected is read one byte further, and its end says so", async (t) => {
  const { folder, threads, open } = place(t);
  writeFileSync(join(folder, "from"), bytesOf(9 * megabyte));
  appendFileSync(join(folder, "from"), bytesOf(3 * megabyte));
  const changed = new Error("it changed");
  const onEnd = (count: number) => {
    assert.equal(count, 9 * megabyte + 1);
    throw changed;
  };
  await assert.rejects(
    threads.copy(fileOf(open("from", "r"), 9 * megabyte, { onEnd }), open("to", "wx+"), () => undefined),
    changed,
  );
});

test("a person can stop in the middle of a file, and the next one is copied", async (t) => {
  const { folder, threads, open } = place(t);
  const bytes = bytesOf(64 * megabyte);
  writeFileSync(join(folder, "from"), bytes);
  const stopped = new Error("stopped");
  const stop = () => {
    throw stopped;
  };
  const first = threads.copy(fileOf(open("from", "r"), bytes.length, { onBytes: stop }), open("to", "wx+"), () => undefined);
  const second = threads.copy(fileOf(open("from", "r"), bytes.length), open("again", "wx+"), () => undefined);
  await assert.rejects(first, stopped);
  assert.equal((await second).digest, `sha256:${createHash("sha256").update(bytes).digest("hex")}`);
});

test("what fails says on which side: a source that cannot be read, or a case that cannot be written", async (t) => {
  const { folder, threads, open } = place(t);
  writeFileSync(join(folder, "from"), bytesOf(9 * megabyte));
  const onFailed = (error: unknown) => new Error(`source: ${(error as { code: string }).code}`);
  const aFolder = openSync(folder, "r");
  t.after(() => closeSync(aFolder));
  await assert.rejects(
    threads.copy(fileOf(aFolder, 9, { onFailed }), open("to", "wx+"), () => undefined),
    /source: EISDIR/,
  );
  const from = fileOf(open("from", "r"), 9 * megabyte, { onFailed });
  await assert.rejects(
    threads.copy(from, open("to", "r"), () => undefined),
    { code: "EBADF" },
  );
});

test("a copy that cannot be read back is refused, and the next one is whole", async (t) => {
  const { folder, threads, open } = place(t);
  const bytes = bytesOf(200 * megabyte);
  writeFileSync(join(folder, "from"), bytes);
  const from = fileOf(open("from", "r"), bytes.length);
  await assert.rejects(
    threads.copy(from, open("to", "wx"), () => undefined),
    { code: "EBADF" },
  );
  const { digest } = await threads.copy(from, open("again", "wx+"), () => undefined);
  assert.equal(digest, `sha256:${createHash("sha256").update(bytes).digest("hex")}`);
});

test("threads that were ended are begun again", async (t) => {
  const { folder, threads, open } = place(t);
  writeFileSync(join(folder, "from"), bytesOf(9 * megabyte));
  for (const name of ["one", "two"]) {
    const { size } = await threads.copy(fileOf(open("from", "r"), 9 * megabyte), open(name, "wx+"), () => undefined);
    assert.equal(size, 9 * megabyte);
    threads.close();
  }
});
