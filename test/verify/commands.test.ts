/** Sealing and verifying on the command line: what is withheld, what is told from outside, and what is bad input. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { VerifyReport } from "../../src/verify/report.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";

describe("seal and verify", () => {
  let desk: Desk;
  let kept: string;
  let pack: string;
  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    pack = join(desk.folder, "pack");
    mkdirSync(join(desk.folder, "material"));
    writeFileSync(join(desk.folder, "material", "words.bin"), Buffer.from([0, 1, 2, 250, 251]));
    const added = await desk.run("add", kept, join(desk.folder, "material"));
    assert.equal(added.code, 0, added.err);
  });
  after(() => desk.close());

  const reportOf = async (...args: string[]) => {
    const ran = await desk.run("verify", ...args, "--json");
    return { code: ran.code, report: jsonLines<{ report: VerifyReport }>(ran)[0]?.report as VerifyReport };
  };

  it("withholds names and a line, says how much, and the pack verifies", async () => {
    const lines = readFileSync(join(kept, "ledger.jsonl"), "utf8").split("\n");
    const collected = lines.findIndex((line) => line.includes('"kind":"item.collected"')) + 1;
    const sealed = await desk.run("seal", kept, "--out", pack, "--withhold-names", "--withhold", `${collected}=a witness asked for it`);
    assert.equal(sealed.code, 0, sealed.err);
    assert.match(sealed.out, /are withheld; data\/withheld\.json lists them/);
    const { code, report } = await reportOf(pack);
    assert.equal(code, 0, JSON.stringify(report.findings));
    assert.ok(
      report.withheld.some(({ line, what, reason }) => line === collected && what === "line" && reason === "a witness asked for it"),
    );
    assert.ok(report.withheld.some(({ what, category }) => what === "value" && category === "name"));
    const text = await desk.run("verify", pack);
    assert.match(text.out, /Not shown by this:/);
    assert.match(text.out, /could change this/);
  });

  it("takes a checkpoint and keys from elsewhere", async () => {
    const note = join(pack, "data", "checkpoints", readdirSync(join(pack, "data", "checkpoints"))[0] as string);
    const { code, report } = await reportOf(pack, "--checkpoint", note);
    assert.equal(code, 0);
    assert.equal(report.outside[0]?.kind, "checkpoint");
    const key = report.keys[0]?.key as string;
    assert.equal((await reportOf(pack, "--key", key)).report.keys[0]?.known, "told-outside");
    assert.equal((await reportOf(pack, "--key", `sha256:${"1".repeat(64)}`)).code, 3);
  });

  it("refuses what it cannot read as bad input", async () => {
    const before = readFileSync(join(kept, "ledger.jsonl"), "utf8");
    for (const args of [
      ["seal", kept, "--out", pack],
      ["verify", pack, "--expect", "not-a-head"],
      ["verify", pack, "--key", "not-a-key"],
      ["verify", pack, "--checkpoint", join(desk.folder, "nowhere")],
      ["verify", pack, "--checkpoint", join(pack, "README.txt")],
      ["seal", kept, "--out", join(desk.folder, "other"), "--withhold", "reason without a line"],
      ["seal", kept, "--out", join(desk.folder, "other"), "--withhold", "1=nobody would know the case"],
    ]) {
      const ran = await desk.run(...args);
      assert.equal(ran.code, 2, `${args.join(" ")}: ${ran.err}`);
    }
    assert.ok(!readdirSync(desk.folder).includes("other"));
    assert.equal(readFileSync(join(kept, "ledger.jsonl"), "utf8"), before, "a refused seal says nothing in the ledger");
  });
});
