/** The fuzzer finds what is planted, makes an input again from its number, and every parser of ours stands a second of it. */
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { runTarget } from "./run-target.ts";

const seed = 20240914;
const addressOf = (path: string) => new URL(path, import.meta.url).href;
const planted = (name: string) => addressOf(`planted/${name}.ts`);

describe("the fuzzer", () => {
  it("finds an error that no format expects, and makes its input again", async () => {
    const { findings } = await runTarget(planted("throws"), { seed, seconds: 20 });
    const [first] = findings;
    assert.ok(first !== undefined && first.sort === "threw", "nothing was found");
    assert.match(new TextDecoder().decode(first.input), /trip/);
    assert.match(first.said, /cannot read properties/);
    const again = await runTarget(planted("throws"), { seed, seconds: 20, first: first.run });
    assert.deepEqual(again.findings[0]?.input, first.input);
  });

  it("finds an input that it would wait for without end", async () => {
    const { findings } = await runTarget(planted("hangs"), { seed, seconds: 1, inputMs: 400 });
    assert.equal(findings[0]?.sort, "hangs");
    assert.match(new TextDecoder().decode(findings[0]?.input), /trip/);
  });

  it("finds an input that fills the memory", async () => {
    const { findings } = await runTarget(planted("fills-memory"), { seed, seconds: 1, inputMs: 60_000 });
    assert.equal(findings[0]?.sort, "fills-memory");
  });

  it("finds a parser that keeps something of every input", async () => {
    const { findings, grownMb } = await runTarget(planted("keeps-memory"), { seed, seconds: 6 });
    assert.equal(findings.at(-1)?.sort, "keeps-memory", `${grownMb} MB`);
  });
});

describe("parsers under a second of hostile inputs", () => {
  const targets = globSync("*.ts", { cwd: new URL("targets", import.meta.url) }).sort();
  it("are all there", () => assert.ok(targets.length >= 7, targets.join(" ")));
  for (const file of targets) {
    const skip = file === "time-stamp-token.ts" ? needs({ programs: ["openssl"] }) : false;
    it(`${file.replace(/\.ts$/, "")}: neither throws, nor hangs, nor grows`, { skip }, async () => {
      const { findings, runs } = await runTarget(addressOf(`targets/${file}`), { seed, seconds: 1 });
      for (const { sort, run, said } of findings) assert.fail(`${sort}, input ${run} of seed ${seed}: ${said}`);
      assert.ok(runs > 0, "no input was tried");
    });
  }
});
