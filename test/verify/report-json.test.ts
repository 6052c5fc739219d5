/** The data of an edition's report says the same as its card, which is held against the history; else the verifier tells. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { editionCard } from "../../src/actions/edition-files.ts";
import type { ReportModel } from "../../src/core/report/report.ts";
import { reportFaults } from "../../src/verify/check-report-json.ts";
import { sampleFinding, sampleReport } from "../exports/sample-report.ts";

const model = sampleReport();
const card = editionCard(model, [], null);
const faults = (more: Partial<ReportModel>) => reportFaults(JSON.parse(JSON.stringify({ ...model, ...more })), card);

describe("report.json", () => {
  it("agrees with the card that was made from it", () => {
    assert.deepEqual(faults({}), []);
  });

  it("is told when it says another sentence, other grounds, fewer findings, or passes other words off as approved", () => {
    assert.match(faults({ findings: [sampleFinding({ statement: "It was filmed elsewhere." })] }).join(" "), /found another/);
    assert.match(faults({ findings: [sampleFinding({ evidenceFor: [] })] }).join(" "), /grounds/);
    assert.match(faults({ findings: [] }).join(" "), /found 0[^]*found none/);
    const keyPoints = [{ id: "kp1", finding: "f1", text: "It was surely there.", wordedBy: null, confirmedBy: [] }];
    assert.match(faults({ keyPoints }).join(" "), /as it claims; found other words/);
    assert.equal(reportFaults("<html>", card).length, 1);
  });
});
