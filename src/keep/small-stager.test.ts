import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, closeSync, existsSync, fsyncSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { fingerprintOf } from "./found-file.ts";
import { createSmallStager, type SmallStager } from "./small-stager.ts";
import type { SmallOrder } from "./stage-small.ts";

function place(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-stage-"));
  const stager = createSmallStager();
  t.after(() => {
    stager.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, stager };
}

/** As a walk would find it now. */
function found(path: Buffer): SmallOrder["from"] {
  const stats = lstatSync(path, { bigint: true });
  return { path: path.toString("latin1"), size: Number(stats.size), fingerprint: fingerprintOf(stats) };
}

/** The first few are copied on this thread, those behind them on another: whatever is tried, both must say the same. */
async function onBoth(stager: SmallStager, folder: string, work: (n: number) => Promise<void>): Promise<void> {
  await work(0);
  writeFileSync(join(folder, "filler"), "synthetic");
  const filler = found(Buffer.from(join(folder, "filler")));
  for (let i = 0; i < 40; i++) await stager.stage({ from: filler, to: join(folder, `filled-${i}`), keepOpen: false });
  await work(1);
}

test("short files are copied whole and hashed in the order asked for, the first few here and the rest by the thread", async (t) => {
  const { folder, stager } = place(t);
  const contents = Array.from({ length: 300 }, (_, i) => Buffer.alloc((i * 997) % 70_000, `synthetic ${i} `));
  const copies = contents.map((bytes, i) => {
    const from = join(folder, `from-${i}`);
    writeFileSync(from, bytes);
    return stager.stage({ from: found(Buffer.from(from)), to: join(folder, "made", `to-${i}`), keepOpen: i % 2 === 0 });
  });
  for (const [i, answer] of (await Promise.all(copies)).entries()) {
    const bytes = contents[i] as Buffer;
    assert.ok("digits" in answer, JSON.stringify(answer));
    assert.deepEqual([answer.digits, answer.size], [createHash("sha256").update(bytes).digest("hex"), bytes.length]);
    const copy = join(folder, "made", `to-${i}`);
    assert.ok(readFileSync(copy).equals(bytes));
    assert.equal(lstatSync(copy).mode & 0o777, 0o444);
    assert.equal(answer.fd !== undefined, i % 2 === 0);
    if (answer.fd === undefined) continue;
    fsyncSync(answer.fd);
    closeSync(answer.fd);
  }
});

test("a file that is no longer as it was found is refused, and nothing of it stays", async (t) => {
  const { folder, stager } = place(t);
  await onBoth(stager, folder, async (n) => {
    const from = join(folder, `growing-${n}`);
    writeFileSync(from, "synthetic");
    const order = { from: found(Buffer.from(from)), to: join(folder, `refused-${n}`), keepOpen: true };
    appendFileSync(from, ", and more");
    const answer = await stager.stage(order);
    assert.ok("failed" in answer && answer.failed === "reading" && answer.changed && /found it changed/.test(answer.message));
    rmSync(from);
    const gone = await stager.stage(order);
    assert.ok("failed" in gone && gone.failed === "reading" && gone.code === "ENOENT" && !gone.changed);
    assert.ok(!existsSync(order.to));
  });
});

test("a copy that cannot be written says so, and not that the source failed", async (t) => {
  const { folder, stager } = place(t);
  await onBoth(stager, folder, async (n) => {
    const from = join(folder, `from-${n}`);
    writeFileSync(from, "synthetic");
    const answer = await stager.stage({ from: found(Buffer.from(from)), to: join(from, "below a file"), keepOpen: true });
    assert.ok("failed" in answer && answer.failed === "writing" && answer.code === "ENOTDIR", JSON.stringify(answer));
  });
});

test("a name that is not UTF-8 reaches the thread as it is", async (t) => {
  const { folder, stager } = place(t);
  await onBoth(stager, folder, async (n) => {
    const from = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe, 0x30 + n])]);
    writeFileSync(from, "synthetic");
    const answer = await stager.stage({ from: found(from), to: join(folder, `odd-${n}`), keepOpen: false });
    assert.ok("digits" in answer && answer.size === 9);
  });
});
