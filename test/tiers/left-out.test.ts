/** What is said in a recording goes where the recording goes: out of a pack that withholds it, and with its bytes when those are erased. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { writeTier } from "../../src/actions/write-tier.ts";
import type { CustodyPage } from "../../src/api/custody.ts";
import type { TierAnswer } from "../../src/api/tiers.ts";
import { type Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import type { TierSegment } from "../../src/core/tier/tier.ts";
import { tierPorts } from "../../src/jobs/tier-ports.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { filesInMemory } from "../verify/support/files-in-memory.ts";
import { HistoryBuilder } from "../verify/support/history-builder.ts";
import { peopleAt } from "./people-at-a-case.ts";

const draft = (id: number, text: string): TierSegment => ({
  ...{ id, startMs: id * 1000, endMs: id * 1000 + 900, speaker: null, text, alternatives: [], overlap: false, language: null, of: null },
  ...{ box: null, machine: { confidence: 0.5, suspect: [] } },
});

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
      const made = { by: "program", name: "x.cpp", version: "7", model: "small" } as const;
      const heard = [draft(1, "таємниця"), draft(2, "таємниця друга")];
      const base = { item: "i1", sort: "verbatim", language: "uk" } as const;
      const session = people.session();
      await writeTier(tierPorts(session), session.viewer, { ...base, from: null, segments: heard, made, reason: "" });
      const labelled = heard.map((one) => (one.id === 1 ? { ...one, machine: null } : { ...one, speaker: "SPK2" }));
      const next = { ...base, tier: "w1", base: 1, segments: labelled, reason: "heard" };
      assert.equal((await two.post<{ state: string }>("/api/tiers", next)).state, "written");
      const { entries } = await two.get<CustodyPage>("/api/custody?offset=0&limit=50");
      const said = entries.map(({ summary }) => summary).join("\n");
      assert.match(said, /w1 .*version 2, written by hand: 2 segments new or changed, 1 segment still a machine's draft/);
      assert.match(said, /w1 .*version 1, written by x\.cpp 7: 2 segments new or changed, 2 segments still a machine's draft/);
      await people.leave();
      const listed = await desk.run("tiers", kept);
      assert.match(listed.out, /w1 .* x\.cpp 7 small +1 machine, 1 written, 0 may be quoted/, "whose drafts, and that they are");
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
      const after = await desk.run("tiers", kept);
      assert.match(after.out, /w1 .* 2 withheld, 0 may be quoted/, "words that nobody can read are said to be nobody's");
      const again = await people.as("third");
      const { states } = await again.get<TierAnswer>("/api/tiers/w1");
      assert.deepEqual(states[1] && [states[1].standing, states[1].obstacle, states[1].review], ["withheld", "withheld", "withheld"]);
      const read = await again.post<{ message?: string }>("/api/tiers/w1/review", { version: 2, segments: [2], verdict: "agrees" });
      assert.match(read.message ?? "", /segment 2: expected words that this copy holds; found them withheld/);
      await people.leave();
    } finally {
      desk.close();
    }
  });
});
