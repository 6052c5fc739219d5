/** Words that nobody else read keep an edition back wherever it cites them. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { draftQuotes } from "../../src/reads/editions/draft-quotes.ts";
import { sampleFinding, sampleReport } from "../exports/sample-report.ts";

const ground = (record: string, segments: string[] = []) => ({ record, line: 1, item: null, at: null, segments, shows: "" });
const quotes = (more: Parameters<typeof sampleReport>[0]) =>
  draftQuotes(sampleReport({ elementSheets: [], ...more })).map(({ record, finding }) => [record, finding]);

it("against a finding, in a cell of a sheet, and behind another record", () => {
  const none = { evidenceFor: [], evidenceAgainst: [] };
  assert.deepEqual(quotes({ findings: [sampleFinding({ ...none, evidenceFor: [ground("w1", ["1"])] })] }), []);
  assert.deepEqual(quotes({ findings: [sampleFinding({ ...none, evidenceAgainst: [ground("w1", ["2"])] })] }), [["w1", "f1"]]);
  const cell = { text: "", coverage: "partly" as const, why: "", grounds: [ground("w1", ["2"])] };
  const sheet = { sheet: "es1" as const, version: 1, title: "", event: "e1", elements: [{ key: "1", title: "", cells: [cell] }] };
  assert.deepEqual(quotes({ findings: [sampleFinding(none)], elementSheets: [sheet] }), [["w1", "es1"]]);
  const [record] = sampleReport().records;
  assert.ok(record !== undefined);
  const records = [
    { ...record, name: "n7", restsOn: ["k1"] },
    { ...record, name: "k1", restsOn: ["w1"] },
  ];
  assert.deepEqual(quotes({ records, findings: [sampleFinding({ ...none, evidenceFor: [ground("n7")] })] }), [["w1", "f1"]]);
});
