/** Sealing never writes over anything, never leaves half a pack, and never lets altered bytes pass. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { HistoryBuilder } from "../../test/verify/support/history-builder.ts";
import { verifyPath } from "../verify/node/verify-path.ts";

/** Whether this system lets the test make a small disk of its own. */
function cannotMount(): string | false {
  const missing = needs({ programs: ["mount", "umount"] });
  if (missing !== false) return missing;
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-mount-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" });
  if (status === 0) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? false : "needs the right to mount a small disk";
}

function place(t: TestContext): string {
  const base = mkdtempSync(join(tmpdir(), "witnessmark-seal-"));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  return base;
}

describe("a pack", () => {
  it("has the files of a BagIt 1.0 bag, and nothing that a case keeps to itself", async (t) => {
    const base = place(t);
    const history = await HistoryBuilder.begun();
    await history.checkpoint();
    const written = await history.writePack(join(base, "deep", "er", "pack"));
    const pack = join(base, "deep", "er", "pack");
    assert.deepEqual(readdirSync(pack).sort(), [
      "README.txt",
      "bag-info.txt",
      "bagit.txt",
      "data",
      "manifest-sha256.txt",
      "ro-crate-metadata.json",
      "seal.txt",
      "tagmanifest-sha256.txt",
      "verify.html",
    ]);
    assert.deepEqual(readdirSync(join(pack, "data")).sort(), ["checkpoints", "ledger.jsonl", "objects", "witnessmark.json"]);
    assert.equal(readFileSync(join(pack, "bagit.txt"), "utf8"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    const info = readFileSync(join(pack, "bag-info.txt"), "utf8");
    for (const said of [history.caseId, history.last.headDigest, "Bagging-Date: 2026-01-05", "Payload-Oxum: "])
      assert.ok(info.includes(said), said);
    assert.deepEqual([written.seq, written.head, written.objects, written.withheld], [6, history.last.headDigest, 2, 0]);
    assert.deepEqual(readdirSync(join(base, "deep", "er")), ["pack"], "no unfinished pack is left");
    const report = await verifyPath(pack, { expect: written.head });
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
  });

  it("holds the ledger as it was when sealing began, also when lines are appended meanwhile", async (t) => {
    const out = join(place(t), "pack");
    const history = await HistoryBuilder.begun();
    const head = history.last.headDigest;
    let appended: Promise<unknown> | undefined;
    const onProgress = () => (appended ??= Promise.all([history.collect("later"), history.checkpoint()]));
    const written = await history.writePack(out, { onProgress });
    await appended;
    assert.equal(written.head, head);
    assert.equal((await verifyPath(out, { expect: head })).verdict, "verifies");
  });

  it("is never written over something", async (t) => {
    const base = place(t);
    const history = await HistoryBuilder.begun();
    mkdirSync(join(base, "empty"));
    writeFileSync(join(base, "file"), "mine");
    for (const name of ["empty", "file"]) await assert.rejects(history.writePack(join(base, name)), { code: "PATH_REFUSED" });
    assert.equal(readFileSync(join(base, "file"), "utf8"), "mine");
    await history.writePack(join(base, "pack"));
    const before = statSync(join(base, "pack", "seal.txt")).mtimeMs;
    await assert.rejects(history.writePack(join(base, "pack")), { code: "PATH_REFUSED" });
    assert.equal(statSync(join(base, "pack", "seal.txt")).mtimeMs, before);
  });
});

describe("a seal that does not end", () => {
  it("leaves nothing behind when it is stopped at any moment", async (t) => {
    const base = place(t);
    const history = await HistoryBuilder.begun();
    for (let stopAt = 0; stopAt < 3; stopAt++) {
      const abort = new AbortController();
      let seen = 0;
      if (stopAt === 0) abort.abort();
      const onProgress = () => {
        if (++seen === stopAt) abort.abort();
      };
      await assert.rejects(history.writePack(join(base, "pack"), { signal: abort.signal, onProgress }), { name: "AbortError" });
      assert.deepEqual(readdirSync(base), []);
    }
  });

  it("stops at an altered object, and at a missing one, with its name", async (t) => {
    const base = place(t);
    const history = await HistoryBuilder.begun();
    const [one] = [...history.objects.keys()] as ["sha256:0"];
    history.objects.set(one, Buffer.from("altered"));
    await assert.rejects(history.writePack(join(base, "pack")), (error: { code?: string; message: string }) => {
      assert.equal(error.code, "OBJECT_HASH_MISMATCH");
      assert.ok(error.message.includes(one));
      return true;
    });
    history.objects.delete(one);
    await assert.rejects(history.writePack(join(base, "pack")), { code: "OBJECT_MISSING" });
    assert.deepEqual(readdirSync(base), []);
  });

  it("says that the disk is full, and leaves nothing behind", { skip: cannotMount() }, async (t) => {
    const disk = join(place(t), "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk]);
    try {
      const history = await HistoryBuilder.begun();
      await history.collect("x".repeat(400_000));
      await assert.rejects(history.writePack(join(disk, "pack")), { code: "DISK_FULL" });
      assert.deepEqual(readdirSync(disk), []);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});
