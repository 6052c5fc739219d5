import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { originLines } from "../../src/cli/origins-out.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import type { ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { caseOf, derives, onDay, place, stated } from "../support/case-of-claims.ts";

const told = (given: ClaimCase) => originLines(originReport(given), given).join("\n");
const day = (date: string) => ({ earliest: `${date}T00:00:00Z`, latest: `${date}T23:59:59Z` });
const at = (number: number, more: Partial<Parameters<typeof stated>[0]> = {}) =>
  stated({ id: `k${number}`, item: `i${number}`, label: `Outlet ${number}`, value: place("near the mill"), ...more });

describe("origins in sentences", () => {
  it("a case without accepted claims says so", () => {
    assert.equal(told(caseOf([])), "no accepted claims: nothing to count");
  });

  it("a range is told where a source is not known, and what would be if proposals were confirmed", () => {
    const all = [at(1), at(2), at(3, { source: "unknown" })];
    const text = told(caseOf(all, [derives("i2", "i1", "proposed")]));
    assert.match(
      text,
      /where: 2 independent origins \(from 1 to 3\).*; 1 independent origin \(from 1 to 2\) if what is proposed is confirmed/,
    );
    assert.match(text, /Outlet 3 \(who that is nobody said\)/);
    assert.match(text, /proposed derivations: nobody said yes or no, nothing of them is counted\n {2}i2 restates i1: compared/);
  });

  it("circles and times that cannot be are told by name", () => {
    const all = [at(1, { published: day("2031-05-04") }), at(2, { published: day("2031-05-06") })];
    const text = told(caseOf(all, [derives("i1", "i2"), derives("i2", "i1")]));
    assert.match(text, /circles: none of their members is an origin\n {2}Outlet 1 > Outlet 2 > Outlet 1\n/);
    assert.match(text, /a time or the derivation is wrong\n {2}i1 restates i2: compared; published before it\n/);
  });

  it("an event that changed is told by its titles, and a repeat with both places", () => {
    const unit = { value: onDay("on Monday", "2031-05-05") };
    const text = told(caseOf([at(1, unit), at(2, { ...unit, event: "e2" }), at(3), { ...at(4), text: at(3).text }], [derives("i2", "i1")]));
    assert.match(text, /said of another event: e1 \(e1\) became e2 \(e2\)/);
    assert.match(text, /one claim each\n {2}Outlet 3 k3 "near the mill", Outlet 4 k4 "near the mill"/);
  });

  it("words that would hide or turn what is shown are made visible", () => {
    const text = told(caseOf([at(1, { label: "Out\u202elet", value: place("near\u001b[31m the mill\nnext") })]));
    for (const mark of ["\u202e", "\u001b"]) assert.ok(!text.includes(mark));
  });
});
