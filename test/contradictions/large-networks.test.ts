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

describe("eighty claims of one event that name eighty days", () => {
  const days = Array.from({ length: 80 }, (_, i) =>
    new Date(Date.parse("2031-04-01T00:00:00Z") + i * 86_400_000).toISOString().slice(0, 10),
  );
  const claims = claimsOn(days, "s1");
  const report = contradictionReport(caseOf(claims));

  it("are compared in pairs, and the first of them all at once: what is left out is counted and named", () => {
    const { cases } = report.times[0] ?? { cases: [] };
    assert.deepEqual(
      cases.map(({ sets, setsLeftOut, allSetsFound }) => [sets.length, setsLeftOut, allSetsFound]),
      // Neighbouring days share their midnight: 40 claims have 39 x 38 / 2 conflicting pairs.
      Array.from({ length: 4 }, () => [400, 341, true]),
    );
    assert.deepEqual(
      report.notUsed.map(({ id }) => id),
      claims.slice(40).map(({ id }) => id),
    );
    assert.match(report.notUsed[0]?.why ?? "", /^80 claims hang together in time .* compared in pairs alone/);
    assert.equal(report.events[0]?.aspects[0]?.pairs.length, (80 * 79) / 2);
  });

  it("are told alike in whatever order they are given", () => {
    assert.deepEqual(contradictionReport(caseOf(claims.toReversed())).times, report.times);
  });

  it("are all asked at once where they agree", () => {
    const agreeing = contradictionReport(caseOf(claimsOn(days.map(() => "2031-04-01"))));
    assert.deepEqual(agreeing.notUsed, []);
    assert.ok(agreeing.times[0]?.cases.every(({ consistent }) => consistent));
  });
});

describe("dates with two readings, of two outlets without a zone", () => {
  it("are a table of at most sixteen cases", () => {
    const two = claimsOn(["2031-04-03", "2031-04-03"]).map((claim) => ({
      ...claim,
      statement: {
        ...claim.statement,
        value: {
          ...{ is: "time" as const, words: "03/04" },
          readings: (["2031-04-03", "2031-03-04"] as const).map((day) => ({ kind: "within" as const, day, zone: null })),
        },
      },
    }));
    const [group] = contradictionReport(caseOf(two)).times;
    assert.deepEqual([group?.cases.length, group?.casesLeftOut], [16, 48]);
  });
});
