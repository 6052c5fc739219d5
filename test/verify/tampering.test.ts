/** No bit of a pack can be changed unseen: every byte of every file, all eight bits, each tried by itself. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { crateName } from "../../src/formats/ro-crate/write-ro-crate.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { type Files, filesInMemory } from "./support/files-in-memory.ts";
import { flipBits } from "./support/flip-bits.ts";
import { HistoryBuilder } from "./support/history-builder.ts";
import { stamp } from "./support/stamp.ts";

/** Small, and with something of everything but a time stamp: an object, a checkpoint, a withheld line and a withheld name. */
async function smallPack(): Promise<Files> {
  const history = new HistoryBuilder();
  await history.append("case.opened", { caseId: history.caseId, formatVersion: 1, title: "Synthetic case" });
  await history.enrol("p1", history.signer, "Test Person");
  await history.append("objects.adopted", { objects: [history.keep("one")] });
  await history.append("objects.adopted", { objects: [] });
  await history.checkpoint();
  return history.pack({ names: true, lines: new Map([[4, "synthetic"]]) });
}

/** The same with a token by a local authority over its checkpoint. */
async function stampedPack(t: TestContext): Promise<Files> {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-tampering-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const history = new HistoryBuilder();
  await history.append("case.opened", { caseId: history.caseId, formatVersion: 1, title: "Synthetic case" });
  await history.enrol("p1", history.signer, "Test Person");
  const checkpoint = await history.checkpoint();
  await stamp(history, checkpoint, folder, { chain: false });
  return history.pack();
}

describe("a sealed pack", () => {
  it("does not verify when any one bit of any file is another", async (t) => {
    const files = await smallPack();
    const { flips, unseen } = await flipBits(files, [...files.keys()]);
    t.diagnostic(`${flips} bits flipped in ${files.size} files, ${unseen.length} unseen`);
    assert.deepEqual(unseen, []);
    const crate = files.get(crateName)?.length ?? 0;
    assert.equal(flips, 8 * ([...files.values()].reduce((sum, { length }) => sum + length, 0) - crate) + crate);
  });

  it("does not verify when any one bit of a time-stamp token is another", { skip: needs({ programs: ["openssl"] }) }, async (t) => {
    const files = await stampedPack(t);
    const [stamped] = (await verifyFiles(filesInMemory(files), nodePlatform)).timestamps;
    assert.equal(stamped?.state, "holds", JSON.stringify(stamped));
    const tokens = [...files.keys()].filter((path) => path.includes("/objects/") || path.endsWith(".tst"));
    const { flips, unseen } = await flipBits(files, tokens);
    t.diagnostic(`${flips} bits of tokens flipped, ${unseen.length} unseen`);
    assert.deepEqual(unseen, []);
  });

  it("does not verify when a file loses its last byte, gains one, is emptied or is gone", async () => {
    const files = await (await HistoryBuilder.begun()).pack();
    for (const [path, bytes] of files) {
      for (const changed of [
        bytes.subarray(0, -1),
        Buffer.concat([bytes, Buffer.from("\n")]),
        Buffer.concat([bytes, Buffer.from("x")]),
        new Uint8Array(),
      ]) {
        const { verdict } = await verifyFiles(filesInMemory(new Map([...files, [path, changed]])), nodePlatform);
        assert.equal(verdict, "does-not-verify", `${path} with ${changed.length} instead of ${bytes.length} bytes`);
      }
      const without = new Map([...files].filter(([name]) => name !== path));
      const { verdict, findings } = await verifyFiles(filesInMemory(without), nodePlatform);
      assert.equal(verdict, "does-not-verify", `without ${path}`);
      const digits = path.split("/").at(-1) as string;
      assert.ok(
        findings.some(({ text, path: named }) => named === path || text.includes(digits)),
        `${path} is named when it is missing`,
      );
    }
  });

  it("does not verify when any two files have each other's bytes or names", async () => {
    const files = await (await HistoryBuilder.begun()).pack();
    const paths = [...files.keys()];
    for (const [i, one] of paths.entries()) {
      for (const other of paths.slice(i + 1)) {
        const swapped = new Map([...files, [one, files.get(other) as Uint8Array], [other, files.get(one) as Uint8Array]]);
        const { verdict } = await verifyFiles(filesInMemory(swapped), nodePlatform);
        assert.equal(verdict, "does-not-verify", `${one} and ${other}`);
      }
      for (const renamed of [`${one}.bak`, one.toUpperCase(), `data/${one}`, one.replace(/[^/]+$/, "renamed")]) {
        const moved = new Map([...files].map(([path, bytes]) => [path === one ? renamed : path, bytes]));
        const { verdict, findings } = await verifyFiles(filesInMemory(moved), nodePlatform);
        assert.equal(verdict, "does-not-verify", `${one} as ${renamed}`);
        assert.ok(
          findings.some(({ code }) => code === "file-added"),
          `${renamed} is said to be added`,
        );
      }
    }
  });

  it("does not verify with a file added anywhere, and names it", async () => {
    const files = await (await HistoryBuilder.begun()).pack();
    for (const path of [
      "note.txt",
      "data/note.txt",
      "data/objects/note",
      "data/objects/00/" + "0".repeat(64),
      "data/private.age",
      ".DS_Store",
      "fetch.txt",
    ]) {
      const { verdict, findings } = await verifyFiles(filesInMemory(new Map([...files, [path, Buffer.from("x")]])), nodePlatform);
      assert.equal(verdict, "does-not-verify", path);
      assert.ok(
        findings.some((finding) => finding.path === path),
        `${path} is named`,
      );
    }
  });
});
