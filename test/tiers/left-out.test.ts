/** What is said in a recording goes where the recording goes: out of a pack that withholds it, and with its bytes when those are erased. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { filesInMemory } from "../verify/support/files-in-memory.ts";
import { HistoryBuilder } from "../verify/support/history-builder.ts";
import { peopleAt } from "./people-at-a-case.ts";

describe("the words of a recording", () => {
  it("stay out of a pack with an item that is withheld, and the pack still verifies", async () => {
    const history = await HistoryBuilder.begun();
    const written = async (tier: `w${string}`, item: `i${string}`): Promise<Digest> => {
      const document = history.keep(`words of ${item}`);
      const base = { version: 1, sort: "verbatim" as const, language: "uk", from: null, made: { by: "person" as const }, reason: null };
      await history.append("tier.written", { tier, item, document, changed: [[1, 1]], ...base });
      return document;
    };
    const objects = [await written("w1", "i3"), await written("w2", "i4")];
    const has = (files: ReadonlyMap<string, unknown>) => objects.map((object) => files.has(`data/objects/${objectPathOf(object)}`));
    assert.deepEqual(has(await history.pack()), [true, true]);
    const withheld = await history.pack({ names: false, lines: new Map([[5, "asked for"]]) });
    assert.deepEqual(has(withheld), [true, false]);
    const report = await verifyFiles(filesInMemory(withheld), nodePlatform);
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
  });

  it("go with its bytes when they are erased, from the tables too", async () => {
    const desk = createDesk();
    try {
      const kept = join(desk.folder, "case");
      writeFileSync(join(desk.folder, "clip.txt"), "Stands for a clip.\n");
      const people = peopleAt(desk, kept);
      await people.collect(join(desk.folder, "clip.txt"));
      // The second person enters by writing, so that two can agree.
      const two = await people.as("second");
      const text = "WEBVTT\n\n00:01.000 --> 00:02.000\nтаємниця\n";
      await two.post("/api/tiers/import", { item: "i1", format: "webvtt", text, sort: "verbatim", language: "uk" });
      await people.leave();
      const by = ["--reason", "asked for", "--authorised-by", "p1,p2", "--yes"];
      const gone = await desk.run("erase", kept, "--object", "i1", ...by);
      assert.equal(gone.code, 0, gone.err);
      assert.match(gone.out + gone.err, /made from it by tier/);
      for (const file of readdirSync(kept, { recursive: true, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const bytes = readFileSync(join(file.parentPath, file.name));
        assert.ok(!bytes.includes("таємниця"), `${file.name} still says it`);
      }
      assert.equal((await desk.run("verify", kept)).code, 0);
    } finally {
      desk.close();
    }
  });
});
