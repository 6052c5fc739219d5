/** Each way to change a history has a finding of its own, and a history that was not changed has none. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { EntryBodyOf } from "../../src/core/entry/entry.ts";
import { shortCode } from "../../src/core/ledger/ledger-line.ts";
import { objectPathOf } from "../../src/core/hash/digest.ts";
import type { FindingCode, VerifyReport } from "../../src/verify/report.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import type { VerifyOptions } from "../../src/verify/verify-options.ts";
import { changed, type Files, filesInMemory, textOf } from "./support/files-in-memory.ts";
import { HistoryBuilder, newSigner } from "./support/history-builder.ts";
import { stamp } from "./support/stamp.ts";

const verify = (files: Files, options: VerifyOptions = {}) => verifyFiles(filesInMemory(files), nodePlatform, options);
const against = ({ findings }: VerifyReport) => [...new Set(findings.filter(({ weight }) => weight === "against").map(({ code }) => code))];
const notices = ({ findings }: VerifyReport) => [...new Set(findings.filter(({ weight }) => weight === "notice").map(({ code }) => code))];

function found(report: VerifyReport, ...codes: FindingCode[]): void {
  assert.equal(report.verdict, "does-not-verify", JSON.stringify(report.findings));
  assert.deepEqual(against(report), codes, JSON.stringify(report.findings, null, 1));
}

function holds(report: VerifyReport, ...codes: FindingCode[]): void {
  assert.equal(report.verdict, "verifies", JSON.stringify(report.findings, null, 1));
  assert.deepEqual(notices(report), codes, JSON.stringify(report.findings, null, 1));
}

const ledger = "ledger.jsonl";
const linesOf = (files: Files) => textOf(files, ledger).split("\n").slice(0, -1);
const withLines = (files: Files, lines: readonly string[]) => changed(files, { [ledger]: lines.map((line) => `${line}\n`).join("") });

describe("a history that nobody changed", () => {
  it("verifies as a case and as a pack, and says what that does not show", async () => {
    const history = await HistoryBuilder.begun();
    await history.checkpoint();
    const asCase = await verify(history.caseFiles());
    holds(asCase);
    assert.equal(asCase.subject, "case-folder");
    const asPack = await verify(await history.pack());
    holds(asPack);
    assert.equal(asPack.pack?.sealHolds, true);
    assert.deepEqual(asPack.objects, { named: 2, intact: 2, altered: 0, missing: 0, erased: 0, withheld: 0, added: 0, bytes: 6 });
    for (const { notProved } of [asCase, asPack]) {
      const codes = notProved.map(({ code }) => code);
      for (const code of ["end-and-forks", "keys-are-not-people", "keys-first-use", "clock", "filming", "authorship"] as const) {
        assert.ok(codes.includes(code), code);
      }
      assert.ok(notProved.some(({ text }) => text.includes("The end, and the absence of forks, are not shown")));
    }
  });

  it("is settled by a head from outside, in full or as its short code", async () => {
    const history = await HistoryBuilder.begun();
    for (const expect of [
      history.last.headDigest,
      shortCode(history.last.headDigest),
      ` ${shortCode(history.last.headDigest).toUpperCase()} `,
    ]) {
      const report = await verify(history.caseFiles(), { expect });
      holds(report);
      assert.equal(report.outside[0]?.outcome, "is-the-last-line");
      assert.ok(!report.notProved.some(({ code }) => code === "end-and-forks"));
    }
    const earlier = await verify(history.caseFiles(), { expect: history.lines[2]?.headDigest });
    holds(earlier, "expected-head-earlier");
    assert.ok(earlier.notProved.some(({ code }) => code === "end-and-forks"));
    await assert.rejects(verify(history.caseFiles(), { expect: "not a head" }), { code: "INPUT_INVALID" });
  });

  it("reads the same in pieces of any size", async () => {
    const files = (await HistoryBuilder.begun()).caseFiles();
    for (const piece of [1, 7, 1000]) {
      const report = await verifyFiles(filesInMemory(files, { piece }), nodePlatform);
      holds(report);
      assert.equal(report.history.lines, 5);
    }
  });
});

describe("what was done to a history", () => {
  it("tail cut: shown by the head that was told, the seal, a checkpoint inside or one from outside", async () => {
    const history = await HistoryBuilder.begun();
    const { note } = await history.checkpoint();
    const files = history.caseFiles();
    const cut = withLines(files, linesOf(files).slice(0, 4));
    found(await verify(cut), "tail-cut");
    const noNotes = new Map([...cut].filter(([path]) => !path.startsWith("checkpoints/")));
    holds(await verify(noNotes), "object-added");
    found(await verify(noNotes, { expect: history.last.headDigest }), "expected-head-absent");
    const outside = await verify(noNotes, { checkpoints: [note] });
    found(outside, "tail-cut");
    assert.equal(outside.outside[0]?.outcome, "beyond-the-end");

    const pack = await history.pack();
    const packLines = textOf(pack, "data/ledger.jsonl").split("\n").slice(0, 4).join("\n");
    const cutPack = await verify(changed(pack, { "data/ledger.jsonl": `${packLines}\n` }));
    assert.ok(against(cutPack).includes("tail-cut"), JSON.stringify(cutPack.findings));
  });

  it("fork: shown by a checkpoint of the other history, inside or outside", async () => {
    const history = await HistoryBuilder.begun();
    const other = history.fork();
    await history.collect("three");
    const { note, seq } = await history.checkpoint();
    await other.collect("another three");
    await other.collect("four");
    found(await verify(other.caseFiles(), { checkpoints: [note] }), "fork");
    found(await verify(other.caseFiles(), { expect: history.last.headDigest }), "expected-head-absent");
    other.notes.push({ seq, note });
    found(await verify(other.caseFiles()), "fork");
  });

  it("two lines swapped: named as what it is, next to each other or apart", async () => {
    const history = await HistoryBuilder.begun();
    await history.collect("three");
    await history.collect("four");
    const files = history.caseFiles();
    for (const [a, b] of [
      [2, 3],
      [2, 5],
      [5, 6],
    ] as const) {
      const lines = linesOf(files);
      [lines[a], lines[b]] = [lines[b] as string, lines[a] as string];
      const report = await verify(withLines(files, lines));
      found(report, "lines-swapped");
      assert.match(report.findings.find(({ code }) => code === "lines-swapped")?.text ?? "", new RegExp(`Lines ${a + 1} and ${b + 1} `));
    }
    const lines = linesOf(files);
    found(
      await verify(withLines(files, [...lines.slice(0, 2), ...lines.slice(3, 6), lines[2] as string, lines[6] as string])),
      "lines-moved",
    );
    found(await verify(withLines(files, lines.toSpliced(3, 1))), "lines-missing");
    found(await verify(withLines(files, lines.toSpliced(3, 0, lines[2] as string))), "line-repeated");
  });

  it("re-signed rewrite: the same case id and words under another key, told apart by a checkpoint, a key or a head from outside", async () => {
    const history = await HistoryBuilder.begun();
    const { note } = await history.checkpoint();
    const forged = await HistoryBuilder.begun({ caseId: history.caseId });
    await forged.checkpoint();
    const pack = await forged.pack();
    const alone = await verify(pack);
    holds(alone);
    assert.ok(alone.notProved.some(({ code, text }) => code === "keys-first-use" && text.includes("not told apart")));
    found(await verify(pack, { checkpoints: [note] }), "rewritten");
    found(await verify(pack, { toldKeys: [history.signer.id] }), "rewritten");
    found(await verify(pack, { expect: history.last.headDigest }), "expected-head-absent");
    const told = await verify(await history.pack(), { toldKeys: [history.signer.id], checkpoints: [note] });
    holds(told);
    assert.equal(told.keys[0]?.known, "told-outside");
    forged.notes.push({ seq: 5, note });
    found(await verify(forged.caseFiles()), "rewritten");
  });

  it("an altered body is one finding, and the lines after it still count", async () => {
    const files = (await HistoryBuilder.begun()).caseFiles();
    const report = await verify(changed(files, { [ledger]: textOf(files, ledger).replace("urgent-path-not-assessed", "assessed") }));
    found(report, "line-altered");
    assert.equal(report.findings[0]?.line, 4);
    assert.equal(report.history.lines, 5);
  });

  it("a line written anew with right hashes breaks the chain at the next", async () => {
    const history = await HistoryBuilder.begun();
    const forged = history.fork();
    forged.lines = forged.lines.slice(0, 3);
    await forged.collect("something else");
    const lines = linesOf(history.caseFiles());
    const report = await verify(
      withLines(history.caseFiles(), [...lines.slice(0, 3), linesOf(forged.caseFiles())[3] as string, lines[4] as string]),
    );
    assert.deepEqual(against(report), ["chain-broken", "object-missing"]);
  });

  it("a card of another title or spelling is told", async () => {
    const files = (await HistoryBuilder.begun()).caseFiles();
    const card = textOf(files, "witnessmark.json");
    found(await verify(changed(files, { "witnessmark.json": card.replace("Synthetic", "Other") })), "card-disagrees");
    found(await verify(changed(files, { "witnessmark.json": ` ${card}` })), "card-disagrees");
  });

  it("a torn last line of a case is a notice: a writer was stopped", async () => {
    const files = (await HistoryBuilder.begun()).caseFiles();
    holds(await verify(changed(files, { [ledger]: `${textOf(files, ledger)}{"body":{` })), "tail-torn");
  });
});

describe("objects", () => {
  it("altered, missing, added and erased are four findings, each with its name", async () => {
    const history = await HistoryBuilder.begun();
    const files = history.caseFiles();
    const [one] = [...history.objects.keys()];
    const path = `objects/${objectPathOf(one as "sha256:0")}`;
    const altered = await verify(changed(files, { [path]: "another" }));
    found(altered, "object-altered");
    assert.ok(altered.findings[0]?.text.includes(one as string));
    found(await verify(changed(files, { [path]: undefined })), "object-missing");

    const orphan = history.keep("no line names this");
    holds(await verify(history.caseFiles()), "object-added");
    const pack = await history.pack();
    assert.ok(!pack.has(`data/objects/${objectPathOf(orphan)}`), "an object that no line names never enters a pack");
    const added = changed(pack, { [`data/objects/${objectPathOf(orphan)}`]: "no line names this" });
    assert.deepEqual(against(await verify(added)), ["file-added", "bag-info-wrong", "object-added"]);

    await history.enrol("p2", newSigner(), "Second Person");
    await history.append("object.erased", { object: one as "sha256:0", reason: "synthetic order", authorisedBy: ["p1", "p2"] });
    holds(await verify(history.caseFiles()), "erasure-unfinished", "object-added");
    history.objects.delete(one as "sha256:0");
    history.objects.delete(orphan);
    const erased = await verify(history.caseFiles());
    holds(erased, "object-erased");
    assert.deepEqual([erased.objects.erased, erased.objects.missing], [1, 0]);
    holds(await verify(await history.pack()), "object-erased");
  });

  it("an erased line keeps its place; one whose body is simply gone does not verify", async () => {
    const history = await HistoryBuilder.begun();
    const gone = history.fork();
    gone.reduce(5);
    found(await verify(gone.caseFiles()), "line-body-gone");
    await history.enrol("p2", newSigner(), "Second Person");
    await history.append("entry.erased", { seq: 5, reason: "synthetic request", authorisedBy: ["p1", "p2"] });
    history.reduce(5);
    const report = await verify(history.caseFiles());
    holds(report, "line-erased", "object-added");
    assert.equal(report.history.erased, 1);
    holds(await verify(await history.pack()), "line-erased");
  });
});

describe("keys", () => {
  it("what a key signed before it was revoked stays signed; what it signs afterwards is told", async () => {
    const history = await HistoryBuilder.begun();
    const second = newSigner();
    await history.enrol("p2", second, "Second Person");
    await history.checkpoint({ signer: second, by: "p2" });
    await history.append("key.revoked", { person: "p2", key: second.id, reason: "lost" });
    const before = await verify(history.caseFiles());
    holds(before);
    assert.deepEqual(
      before.keys.map(({ person, revokedAtLine }) => [person, revokedAtLine]),
      [
        ["p1", null],
        ["p2", 8],
      ],
    );
    const entry = history.fork();
    await entry.append("object.erased", { object: entry.keep("x"), reason: "", authorisedBy: ["p1", "p2"] }, { signer: second, by: "p2" });
    found(await verify(entry.caseFiles()), "signed-after-revocation");
    await history.checkpoint({ signer: second, by: "p2" });
    found(await verify(history.caseFiles()), "signed-after-revocation");
  });

  it("a replaced key hands over to the new one, and only it can", async () => {
    const history = await HistoryBuilder.begun();
    const next = newSigner();
    const stranger = newSigner();
    const data = { person: "p1" as const, oldKey: history.signer.id, key: next.publicKey, reason: "new machine" };
    const taken = history.fork();
    await taken.enrol("p2", stranger, "Second Person");
    await taken.append("key.replaced", data, { signer: stranger, by: "p2" });
    found(await verify(taken.caseFiles()), "key-changed-wrongly");
    await history.append("key.replaced", data);
    await history.checkpoint({ signer: next });
    holds(await verify(history.caseFiles()));
    await history.append("head.accepted", { remembered: { seq: 1, head: next.id }, found: { seq: 1, head: next.id }, reason: "" });
    found(await verify(history.caseFiles()), "signed-after-replacement");
  });

  it("no signature, a wrong one, a stranger's or another person's are four findings", async () => {
    const begun = await HistoryBuilder.begun();
    const second = newSigner();
    const data = { object: begun.keep("x"), reason: "", authorisedBy: ["p1", "p2"] as ["p1", "p2"] };
    const with_ = async (o: Parameters<HistoryBuilder["append"]>[2]) => {
      const history = begun.fork();
      await history.enrol("p2", second, "Second Person");
      await history.append("object.erased", data, o);
      history.objects.delete(data.object);
      return verify(history.caseFiles());
    };
    found(await with_({ unsigned: true }), "signature-missing");
    found(await with_({ signer: newSigner() }), "signature-by-unknown-key");
    found(await with_({ signer: second }), "signature-by-other-person");
    const wrong = { ...newSigner(), publicKey: begun.signer.publicKey };
    found(await with_({ signer: wrong }), "signature-wrong");
    const noted = begun.fork();
    await noted.checkpoint({ signer: wrong });
    noted.objects.delete(data.object);
    found(await verify(noted.caseFiles()), "checkpoint-wrong");
    found(await verify(await begun.pack(undefined, { signer: wrong })), "seal-wrong");
    const twice = begun.fork();
    await twice.enrol("p1", second, "Taken over");
    found(await verify(twice.caseFiles()), "key-changed-wrongly");
  });
});

describe("time stamps", { skip: needs({ programs: ["openssl"] }) }, () => {
  it("bound the history before them when they hold, and are told when they do not", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "witnessmark-stamps-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const history = await HistoryBuilder.begun();
    const checkpoint = await history.checkpoint();
    await stamp(history, checkpoint, folder, { chain: true, intermediate: true });
    const report = await verify(await history.pack());
    holds(report);
    const [stamped] = report.timestamps;
    assert.deepEqual([stamped?.state, stamped?.coversSeq, stamped?.chain], ["holds", 5, "leads to the given root"]);
    assert.match(report.notProved.find(({ code }) => code === "clock")?.text ?? "", /Only what a time stamp covers/);

    const other = history.fork();
    const second = await other.checkpoint();
    const data = history.last.body?.data as EntryBodyOf<"timestamp.recorded">["data"];
    await other.append("timestamp.recorded", { ...data, checkpoint: second.digest });
    found(await verify(other.caseFiles()), "timestamp-wrong");
    const early = history.fork();
    await early.append("timestamp.recorded", { ...data, genTime: "2001-01-01T00:00:00Z" });
    found(await verify(early.caseFiles()), "timestamp-wrong");
  });
});

describe("a check that is stopped", () => {
  it("says so, and claims nothing", async () => {
    const abort = new AbortController();
    abort.abort();
    const report = await verify((await HistoryBuilder.begun()).caseFiles(), { signal: abort.signal });
    assert.equal(report.verdict, "stopped");
  });
});
