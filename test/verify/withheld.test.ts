/** What is withheld leaves the chain whole, is listed with its reason, and never leaks by another file of the pack. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { objectPathOf } from "../../src/core/hash/digest.ts";
import { signWithheldList, type UnsignedWithheldList } from "../../src/formats/bagit/withheld-list.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { type Files, filesInMemory, textOf } from "./support/files-in-memory.ts";
import { HistoryBuilder } from "./support/history-builder.ts";

const verify = (files: Files) => verifyFiles(filesInMemory(files), nodePlatform);
const everything = (files: Files) => [...files].map(([path, bytes]) => `${path}\n${Buffer.from(bytes).toString("latin1")}`).join("\n");

describe("withheld names", () => {
  it("people, machines and places of collection are nowhere in the pack; names of items stay", async () => {
    const history = await HistoryBuilder.begun();
    const open = await history.pack();
    const withheld = await history.pack({ names: true, lines: new Map() });
    for (const name of ["Test Person", "laptop-7", "/home/somebody"]) {
      assert.ok(everything(open).includes(name), `${name} is in a pack that withholds nothing`);
      assert.ok(!everything(withheld).includes(name), `${name} is withheld`);
    }
    assert.ok(everything(withheld).includes("material/one.txt"));
    const report = await verify(withheld);
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
    assert.match(report.summary, /parts of it are withheld/);
    assert.deepEqual(report.values, { sealed: 5, opened: 2, withheld: 3 });
    assert.deepEqual(
      report.withheld.map(({ line, what, category, by }) => [line, what, category, by]),
      [
        [2, "value", "name", "p1"],
        [3, "value", "name", "p1"],
        [3, "value", "name", "p1"],
      ],
    );
  });

  it("a value that is restricted in the case itself is listed as that", async () => {
    const history = await HistoryBuilder.begun();
    await history.append("note.written", { item: "i4", text: history.seal("restricted words").sealed });
    const pack = await history.pack();
    assert.ok(!everything(pack).includes("restricted words"));
    const report = await verify(pack);
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
    assert.deepEqual(
      report.withheld.map(({ line, category }) => [line, category]),
      [[6, "restricted"]],
    );
  });
});

describe("withheld lines", () => {
  it("go with what only they brought, and every statement before them says that they could change it", async () => {
    const history = await HistoryBuilder.begun();
    await history.collect("three");
    await history.checkpoint();
    const secret = history.lines[3];
    const pack = await history.pack({
      names: false,
      lines: new Map([
        [4, "a witness asked for it"],
        [6, "not ours to give"],
      ]),
    });
    assert.ok(!everything(pack).includes("material/one.txt"));
    assert.ok(secret?.body?.kind === "item.collected" && !pack.has(`data/objects/${objectPathOf(secret.body.data.object)}`));
    const report = await verify(pack);
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
    assert.equal(report.history.head, history.last.headDigest);
    assert.equal(report.history.withheld, 2);
    assert.deepEqual(
      report.findings.map(({ code, line }) => [code, line]),
      [
        ["line-withheld", 4],
        ["line-withheld", 6],
      ],
    );
    assert.ok(report.findings[0]?.text.includes("a witness asked for it"));
    assert.ok(report.withheldStatements.includes("What rests on lines 1 to 3: 2 later entries are withheld and could change this."));
    assert.ok(report.withheldStatements.includes("What rests on lines 5 to 5: 1 later entry is withheld and could change this."));
    assert.ok(report.notProved.some(({ code }) => code === "later-withheld"));
  });

  it("an object that another line brought too stays; one that others only speak of is withheld and told apart from missing", async () => {
    const history = await HistoryBuilder.begun();
    const collected = history.lines[3]?.body;
    assert.ok(collected?.kind === "item.collected");
    const { object } = collected.data;
    const ground = { analyser: "probe", version: "1", parameters: {}, inputs: [object], decoder: "none" } as const;
    const failure = { code: "not-media", message: "synthetic" };
    await history.append("analysis.recorded", {
      item: "i3",
      ground: { ...ground, inputs: [object] },
      outcome: { state: "failed", failure },
    });
    const lines = new Map([[4, "synthetic"]]);
    const spoken = await history.pack({ names: false, lines });
    assert.ok(!spoken.has(`data/objects/${objectPathOf(object)}`));
    const report = await verify(spoken);
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
    assert.deepEqual([report.objects.withheld, report.objects.missing], [1, 0]);
    assert.ok(report.findings.some(({ code, text }) => code === "object-withheld" && text.includes(object)));

    await history.append("objects.adopted", { objects: [object] });
    assert.ok((await history.pack({ names: false, lines })).has(`data/objects/${objectPathOf(object)}`));
  });

  it("whoever seals is told which lines still speak of what is withheld", async (t) => {
    const base = mkdtempSync(join(tmpdir(), "witnessmark-withheld-"));
    t.after(() => rmSync(base, { recursive: true, force: true }));
    const history = await HistoryBuilder.begun();
    const collected = history.lines[3]?.body;
    assert.ok(collected?.kind === "item.collected");
    await history.append("item.triaged", { items: [collected.data.item], state: "done" });
    await history.collect("three");
    const { stillSpeaking } = await history.writePack(join(base, "pack"), { withholding: { names: false, lines: new Map([[4, "x"]]) } });
    assert.deepEqual(stillSpeaking, [6]);
    assert.deepEqual((await history.writePack(join(base, "all"))).stillSpeaking, []);
  });

  it("line 1, keys and erasures cannot be withheld, nor lines that are not there", async () => {
    const history = await HistoryBuilder.begun();
    for (const line of [1, 2, 9]) {
      await assert.rejects(history.pack({ names: false, lines: new Map([[line, "x"]]) }), { code: "INPUT_INVALID" });
    }
  });
});

describe("a list of what is withheld", () => {
  it("that claims more, or less, than is withheld does not verify", async () => {
    const history = await HistoryBuilder.begun();
    const head = { seq: history.last.head.seq, head: history.last.headDigest };
    const list = (change: Partial<UnsignedWithheldList>) =>
      signWithheldList(sha256, history.signer, { v: 1, caseId: history.caseId, ...head, lines: [], values: [], objects: [], ...change });
    const pack = await history.pack({ names: false, lines: new Map([[4, "synthetic"]]) });
    const one = { category: "entry", reason: "synthetic", by: "p1" } as const;
    const lists: [Partial<UnsignedWithheldList>, string][] = [
      [{ lines: [] }, "line-body-gone"],
      [
        {
          lines: [
            { seq: 4, ...one },
            { seq: 5, ...one },
          ],
        },
        "withheld-list-wrong",
      ],
      [{ lines: [{ seq: 4, ...one }], caseId: "f".repeat(32) }, "withheld-list-wrong"],
      [{ lines: [{ seq: 4, ...one }], seq: 4 }, "withheld-list-wrong"],
    ];
    for (const [change, code] of lists) {
      const report = await verify(new Map([...pack, ["data/withheld.json", await list(change)]]));
      assert.ok(
        report.findings.some((finding) => finding.code === code && finding.weight === "against"),
        `${code}: ${JSON.stringify(report.findings)}`,
      );
    }
    assert.match(textOf(pack, "README.txt"), /1 things were withheld/);
  });
});
