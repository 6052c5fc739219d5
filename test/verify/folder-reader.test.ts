/** A real case folder with many objects: every altered, missing and added one is named, in threads as without, and while a writer writes. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { type Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { keepTexts, newCase, reopen, twoPeople } from "../crash/make-case.ts";
import { HistoryBuilder } from "./support/history-builder.ts";

describe("a folder with hundreds of objects", () => {
  it("has every altered, missing and added one named, and reports how far it is", async (t) => {
    const { place, folder } = await newCase(t);
    const objects = await keepTexts(folder, ...Array.from({ length: 450 }, (_, i) => `synthetic ${i}`));
    await folder.close();
    const shares: number[] = [];
    const onProgress = (share: number | "unknown") => void shares.push(Number(share));
    const whole = await verifyPath(place.path, { onProgress });
    assert.equal(whole.verdict, "verifies", JSON.stringify(whole.findings));
    assert.equal(whole.objects.intact, 450);
    assert.equal(shares.at(-1), 1);
    assert.ok(shares.every((share, i) => i === 0 || share >= (shares[i - 1] as number)));

    const pathOf = (object: Digest) => join(place.path, "objects", objectPathOf(object));
    const [altered, missing] = [objects.slice(0, 5), objects.slice(5, 9)];
    for (const object of altered) {
      chmodSync(pathOf(object), 0o644);
      writeFileSync(pathOf(object), "another");
    }
    for (const object of missing) unlinkSync(pathOf(object));
    const added = "f".repeat(64);
    mkdirSync(join(place.path, "objects", "ff"), { recursive: true });
    writeFileSync(join(place.path, "objects", "ff", added), "added");
    const { verdict, findings, objects: counts } = await verifyPath(place.path);
    assert.equal(verdict, "does-not-verify");
    assert.deepEqual([counts.intact, counts.altered, counts.missing, counts.added], [441, 6, 4, 1]);
    for (const object of altered)
      assert.ok(
        findings.some(({ code, text }) => code === "object-altered" && text.includes(object)),
        object,
      );
    for (const object of missing)
      assert.ok(
        findings.some(({ code, text }) => code === "object-missing" && text.includes(object)),
        object,
      );
    assert.ok(findings.some(({ code, text }) => code === "object-added" && text.includes(added)));
  });

  it("can be stopped in the middle", async (t) => {
    const { place, folder } = await newCase(t);
    await keepTexts(folder, ...Array.from({ length: 450 }, (_, i) => `synthetic ${i}`));
    await folder.close();
    const abort = new AbortController();
    const report = await verifyPath(place.path, { signal: abort.signal, onProgress: () => abort.abort() });
    assert.equal(report.verdict, "stopped");
  });
});

describe("a case that somebody writes to", () => {
  it("verifies at any moment, up to the line that was there", async (t) => {
    const { place, folder } = await newCase(t);
    let going = true;
    const writing = (async () => {
      for (let i = 0; going; i++) await keepTexts(folder, `first ${i}`, `second ${i}`);
    })();
    for (let i = 0; i < 20; i++) {
      const report = await verifyPath(place.path);
      assert.equal(report.verdict, "verifies", JSON.stringify(report.findings.slice(0, 3)));
    }
    going = false;
    await writing;
    await folder.close();
  });

  it("verifies after erasures, and again after it was opened anew", async (t) => {
    const { place, folder } = await newCase(t);
    const [one] = (await keepTexts(folder, "one", "two")) as [Digest, Digest];
    const why = { reason: "synthetic order", authorisedBy: [...twoPeople] as ["p1", "p2"] };
    await folder.ledger.append([{ kind: "object.erased", data: { object: one, ...why } }]);
    await folder.vault.erase(one);
    await folder.ledger.append([{ kind: "entry.erased", data: { seq: 3, ...why } }]);
    await folder.reduceToHead(3);
    await folder.close();
    for (let i = 0; i < 2; i++) {
      const report = await verifyPath(place.path);
      assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
      assert.deepEqual([report.history.erased, report.objects.erased, report.objects.missing], [1, 1, 0]);
      await (await reopen(place)).close();
    }
  });
});

describe("what lies in a case folder and is no evidence", () => {
  it("is passed over, and what is neither is named", async (t) => {
    const base = mkdtempSync(join(tmpdir(), "witnessmark-folder-"));
    t.after(() => rmSync(base, { recursive: true, force: true }));
    const files = (await HistoryBuilder.begun()).caseFiles();
    const more = [
      "derived/views.sqlite",
      "incoming/1-0",
      "lock.sqlite",
      "lock.sqlite-journal",
      "private.age",
      ".0123456789ab.tmp",
      "notes.txt",
    ];
    for (const path of [...files.keys(), ...more]) {
      mkdirSync(dirname(join(base, path)), { recursive: true });
      writeFileSync(join(base, path), files.get(path) ?? "x");
    }
    const { verdict, findings } = await verifyPath(base);
    assert.equal(verdict, "verifies");
    assert.deepEqual(
      findings.map(({ code, path }) => [code, path]),
      [["file-added", "notes.txt"]],
    );
  });
});
