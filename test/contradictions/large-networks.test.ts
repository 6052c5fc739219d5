/** Times of very many claims: what is not worked out is counted and told, and the answer stays one that the server may give. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ContradictionReportAnswer } from "../../src/api/contradictions.ts";
import type { SourceId } from "../../src/core/source/source.ts";
import type { CaseClaim } from "../../src/reason/claims/claim-case.ts";
import { contradictionReport } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import { caseOf, onDay, stated } from "../support/case-of-claims.ts";

/** One claim for each day that is given, of one event. */
function claimsOn(days: readonly string[], source?: SourceId): CaseClaim[] {
  return days.map((day, i) =>
    stated({ id: `k${i + 1}`, item: `i${i + 1}`, value: onDay(`on ${day}`, day), ...(source === undefined ? {} : { source }) }),
  );
}

describe("a day that many outlets give without a zone", () => {
  for (const outlets of [27, 600])
    it(`${outlets} outlets: the ways to take their zones are counted as far as a whole number goes`, () => {
      const report = contradictionReport(caseOf(claimsOn(Array.from({ length: outlets }, () => "2022-03-29"))));
      assert.equal(ContradictionReportAnswer.shape.times.safeParse(report.times).error, undefined);
      const [group] = report.times;
      assert.deepEqual([group?.cases.length, group?.casesLeftOut], [4, 1e9]);
    });
});
