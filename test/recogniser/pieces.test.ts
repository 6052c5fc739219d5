/** Answers that were kept for a stopped run: whose they may be. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { openPieceStore } from "../../src/keep/recogniser-pieces.ts";

it("a kept piece is found by the person whose program kept it, for its object and its run, until the run's draft is written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-test-"));
  try {
    const storeOf = (person: string) =>
      openPieceStore(join(folder, "case"), { readOnly: () => false, keyFolder: () => join(folder, person) });
    const [own, other] = [storeOf("own"), storeOf("other")];
    const [one, two] = [`sha256:${"1".repeat(64)}`, `sha256:${"2".repeat(64)}`] as const;
    await own.keep(one, "program A", "0-1000", "words");
    await other.keep(two, "program A", "0-1000", "words of another");
    assert.equal(await own.find(one, "program A", "0-1000"), "words");
    // A case from somebody else brings pieces along; so does a copy of a piece in another place.
    assert.equal(await own.find(two, "program A", "0-1000"), undefined);
    assert.equal(await own.find(one, "program B", "0-1000"), undefined);
    const made = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const piece = join(folder, made.find((name) => name.includes("1".repeat(64)) && name.endsWith("piece-0-1000.json")) ?? "none");
    writeFileSync(piece, "words put in their place");
    assert.equal(await own.find(one, "program A", "0-1000"), undefined);
    await own.keep(one, "program A", "0-1000", "words");
    await own.finish(one, "program A");
    assert.equal(await own.find(one, "program A", "0-1000"), undefined);
    assert.equal(readFileSync(piece.replace(/\/(piece-)/, "-1/$1"), "utf8"), "words");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
