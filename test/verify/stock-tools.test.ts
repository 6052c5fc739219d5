/** A stranger's recipe: a real pack is checked, and a changed one refused, by sha256sum, jq and openssl alone. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { needs } from "../../scripts/testing/needs.ts";
import { HistoryBuilder, newSigner } from "./support/history-builder.ts";
import { stamp } from "./support/stamp.ts";

const recipe = fileURLToPath(new URL("../../docs/format/v1/recheck.sh", import.meta.url));

describe("the recipe for stock tools", { skip: needs({ programs: ["bash", "sha256sum", "jq", "openssl"] }) }, () => {
  let base: string;
  let pack: string;
  let history: HistoryBuilder;
  before(async () => {
    base = mkdtempSync(join(tmpdir(), "witnessmark-stock-"));
    pack = join(base, "pack");
    history = await HistoryBuilder.begun();
    const checkpoint = await history.checkpoint();
    await stamp(history, checkpoint, base, { chain: true, intermediate: true });
    await history.collect('a delete \u007f, "quotes", a \\ and a tab\tand площа');
    await history.append("key.replaced", { person: "p1", oldKey: history.signer.id, key: newSigner().publicKey, reason: "synthetic" });
    const withholding = { names: true, lines: new Map([[5, "synthetic"]]) };
    const signer = newSigner();
    await history.enrol("p2", signer, "Second Person");
    await history.writePack(pack, { withholding, signer, person: "p2" });
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  const recheck = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync("bash", [recipe, pack, ...args], { encoding: "utf8" });
    return { status, said: stdout + stderr };
  };
  /** Runs with one file changed, and puts it back. */
  const with_ = (path: string, change: (text: string) => string) => {
    const file = join(pack, path);
    const bytes = readFileSync(file);
    writeFileSync(file, change(bytes.toString()));
    try {
      return recheck();
    } finally {
      writeFileSync(file, bytes);
    }
  };

  it("holds for a pack by the program, also one that withholds, and settles a head that was told", () => {
    const { status, said } = recheck();
    assert.equal(status, 0, said);
    assert.match(said, /The pack holds/);
    assert.match(said, /the absence of forks, are not shown/);
    assert.ok(said.includes(history.last.headDigest), "it computes the same head");
    assert.equal(recheck(history.last.headDigest).status, 0);
    assert.equal(recheck(`sha256:${"1".repeat(64)}`).status, 1);
  });

  it("says no, and why, to each kind of change", () => {
    const note = history.checkpointFiles()[0]?.[0] as string;
    for (const [path, change, said] of [
      ["data/ledger.jsonl", (text: string) => text.replace("urgent-path-not-assessed", "assessed"), /says something else than its hash/],
      ["data/ledger.jsonl", (text: string) => text.replace("material/one", "material/two"), /does not open its hash/],
      ["data/ledger.jsonl", (text: string) => text.split("\n").toSpliced(2, 1).join("\n"), /does not follow the line before/],
      ["seal.txt", (text: string) => text.replace("2026", "2027"), /seal.txt: the signature does not hold/],
      [`data/checkpoints/${note}`, (text: string) => text.replace("2026", "2027"), /the signature does not hold/],
      ["README.txt", (text: string) => `${text}more\n`, /beside data/],
      ["data/witnessmark.json", (text: string) => text.replace("Synthetic", "Other"), /in data\/ is not/],
      ["verify.html", (text: string) => text.replace("stand-in", "another"), /beside data/],
    ] as const) {
      const answer = with_(path, change);
      assert.equal(answer.status, 1, `${path}: ${answer.said}`);
      assert.match(answer.said, said);
    }
  });

  it("says no to a time stamp that is over another checkpoint", () => {
    const token = history.checkpointFiles().find(([name]) => name.endsWith(".tst"))?.[0] as string;
    const file = join(pack, "data", "checkpoints", token);
    const bytes = readFileSync(file);
    const at = bytes.length - 20;
    writeFileSync(file, Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] as number) ^ 1]), bytes.subarray(at + 1)]));
    const { status, said } = recheck();
    writeFileSync(file, bytes);
    assert.equal(status, 1);
    assert.match(said, /the time stamp does not hold/);
  });

  it("says no to a file that was added", () => {
    writeFileSync(join(pack, "data", "added"), "x");
    const { status, said } = recheck();
    rmSync(join(pack, "data", "added"));
    assert.equal(status, 1);
    assert.match(said, /files are there/);
  });
});
