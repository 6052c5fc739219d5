/** Of persons and of what is said, a public report tells what its findings need, and the list of what is withheld says the rest. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ReportSubject } from "../../src/core/report/report-item.ts";
import { publicReport } from "../../src/reason/edition/public-report.ts";
import { sampleFinding, sampleItem, sampleReport } from "../exports/sample-report.ts";

const rules = { gridM: 1000, texts: [], digests: [], sizes: [], durations: [], anchors: [] };

const subject = (item: `i${number}`): ReportSubject => ({
  ...{ subject: "P1", known: "seen", description: "Red coat, a scar", roleAsClaimed: "the teacher", protection: ["witness"] },
  states: [{ record: "st1", item, fromS: 1, toS: 2, says: "own-movement: seen" }],
});
const words = (id: number, text: string) => ({
  ...{ id, startS: id, endS: id + 0.9, speaker: "SPK1" as const, text, alternatives: [], draft: false, reviewed: true },
});
const tier = {
  ...{ tier: "w1" as const, version: 1, item: "i1" as const, sort: "verbatim" as const, language: "uk", from: null },
  ...{ writers: ["A1"], reviewers: ["A2"], made: "written by a person", segments: [words(1, "the crossing"), words(2, "my brother")] },
};
const translation = { ...tier, tier: "w2" as const, from: "w1" as const, segments: [words(1, "in English"), words(2, "his name")] };
const cites = sampleFinding({
  evidenceFor: [{ record: "w1", line: 3, item: "i1", at: null, segments: ["1"], shows: "where they stand" }],
});

describe("a public report", () => {
  it("says of a person neither how they look nor that they are protected, and nothing of who is in no picture of it", () => {
    const shown = publicReport(sampleReport({ subjects: [subject("i1")] }), rules);
    assert.deepEqual(
      shown.subjects.map(({ description, roleAsClaimed, protection }) => [description, roleAsClaimed, protection]),
      [["A person who is seen.", null, []]],
    );
    const described = sampleReport({ subjects: [subject("i1")], items: [sampleItem({ as: "described" })] });
    assert.deepEqual(publicReport(described, rules).subjects, []);
    assert.ok(!JSON.stringify(publicReport(described, rules)).includes("scar"));
  });

  it("says of nobody what by itself makes somebody protected, so that nothing is missing of those who are", () => {
    const says = "own-movement: not-seen, bound: seen, hooded: cannot-tell, no-weapon-held: seen, wounded: not-seen";
    const facts = says.split(", ").map((one) => `${one} (with a cord)`);
    const state = {
      ...{ name: "st1", sort: "subject-state" as const, title: "st1: bound", says: facts, line: 3, laterLine: null, withdrawn: null },
      ...{ by: "A1", at: null, exhibits: [], marks: [], measurements: [], computation: null, restsOn: ["P1"] },
    };
    const one = { ...subject("i1"), states: [{ record: "st1", item: "i1" as const, fromS: 1, toS: 2, says }] };
    const only = {
      ...one,
      subject: "P2" as const,
      states: [{ ...(one.states[0] as (typeof one.states)[0]), says: "clothing-missing: seen" }],
    };
    const shown = publicReport(sampleReport({ subjects: [one, only], records: [state] }), rules);
    assert.deepEqual(
      shown.subjects.map((person) => person.states.map((each) => each.says)),
      [["no-weapon-held: seen, wounded: not-seen"]],
      "who has nothing else is not listed",
    );
    assert.deepEqual(
      shown.records.map((record) => [record.title, record.says.length]),
      [["st1", 2]],
    );
    assert.doesNotMatch(JSON.stringify([shown.subjects, shown.records]), /bound|hooded|clothing|own-movement/u);
  });

  it("holds of what is said the words that it cites and their translation, and counts the others", () => {
    const shown = publicReport(sampleReport({ findings: [cites], elementSheets: [], tiers: [tier, translation] }), rules);
    const said = shown.tiers.map(({ tier: id, segments }) => [id, segments.map(({ text }) => text)]);
    assert.deepEqual(said, [
      ["w1", ["the crossing"]],
      ["w2", ["in English"]],
    ]);
    assert.ok(shown.leftOut.withheld.some(({ what }) => what === "2 segments of words"));
  });

  it("says when material was collected to the day, and what can be measured although it is withheld", () => {
    const when = [
      { text: "Collected at 2026-01-05T08:11:12.345Z by the clock of the machine (system).", line: 2 },
      { text: "The source file was written at 2026-01-04T07:06:05.432Z; that is no time of filming.", line: 2 },
    ];
    const item = sampleItem({ as: "redacted" });
    const files = item.files.map((file) => ({ ...file, sort: "redacted" as const }));
    const shown = publicReport(
      sampleReport({ items: [{ ...item, files, custody: { ...item.custody, access: when, captured: when } }] }),
      rules,
    );
    const withheld = { text: "What else is known of it is withheld in this edition.", line: null };
    assert.deepEqual(shown.items[0]?.custody.access, [
      { text: "Collected at 2026-01-05 by the clock of the machine (system).", line: 2 },
      withheld,
    ]);
    assert.deepEqual(shown.items[0]?.custody.captured, [withheld]);
    assert.ok(shown.leftOut.notDone.some((one) => one.includes("length can therefore be measured")));
    assert.ok(!shown.leftOut.withheld.some(({ what }) => what.includes("exact lengths")));
  });
});
