/** The linter over a whole finding: what only shows when its texts are read together. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { likelihoodRows } from "../../src/core/grading/likelihood-rows.ts";
import { proofLadder } from "../../src/core/grading/proof-standards.ts";
import { gradeRules } from "../../src/core/grading/grade-rules.ts";
import { LikelihoodTerm, ProofStandard, QuestionGrade } from "../../src/core/finding/finding.ts";
import { lintFinding } from "../../src/reason/lint/lint-document.ts";
import { soundFinding } from "../findings/finding-words.ts";

const told = (more: Parameters<typeof soundFinding>[0]) =>
  lintFinding(soundFinding(more)).map(({ field, code, found }) => [field, code, found]);

describe("the linter over a finding", () => {
  it("has nothing to say of a sound one", () => {
    assert.deepEqual(told({}), []);
  });

  it("refuses a likelihood and a confidence in one sentence, in every text", () => {
    const words = "It is highly likely, with high confidence.";
    const marked = lintFinding(soundFinding({ statement: words, confidence: { level: "high", reasons: words } }));
    assert.deepEqual(
      marked.filter(({ severity }) => severity === "error").map(({ field, code }) => [field, code]),
      [
        ["statement", "likelihood-with-confidence"],
        ["confidence.reasons", "likelihood-with-confidence"],
      ],
    );
  });

  it("holds every text against the ladder that the finding is on", () => {
    const statement = "There are reasonable grounds to believe that it was filmed here.";
    assert.deepEqual(told({ statement }), [["statement", "mixed-ladders", "reasonable grounds to believe"]]);
    assert.deepEqual(told({ statement, likelihood: { ladder: "un-proof", standard: "reasonable-grounds-to-believe" } }), []);
    assert.deepEqual(told({ statement, limits: "It is likely that more exists.", likelihood: { ladder: "none", why: "Not asked." } }), [
      ["limits", "mixed-ladders", "likely"],
    ]);
  });

  it("tells the other row of likelihood terms wherever it stands", () => {
    assert.deepEqual(told({ wouldChange: "A more probable junction.", unknown: ["Whether it is probable that he left."] }), [
      ["wouldChange", "mixed-rows", "probable"],
      ["unknown.0", "mixed-rows", "probable"],
    ]);
  });

  it("reads what grounds are said to show", () => {
    const [mark] = lintFinding(
      soundFinding({ evidenceFor: [{ record: "o1", line: 1, at: null, segments: null, shows: "The clip is verified." }] }),
    );
    assert.deepEqual([mark?.field, mark?.code], ["evidenceFor.0.shows", "global-stamp"]);
  });
});

describe("grading as data", () => {
  it("has every likelihood term once, its ranges following each other from 1 to 99 percent", () => {
    assert.deepEqual(
      likelihoodRows.map(({ term }) => term),
      LikelihoodTerm.options,
    );
    assert.deepEqual([likelihoodRows[0]?.low, likelihoodRows.at(-1)?.high], [1, 99]);
    for (const [at, { low }] of likelihoodRows.entries()) if (at > 0) assert.equal(low, likelihoodRows[at - 1]?.high);
    assert.equal(new Set(likelihoodRows.flatMap(({ used, other }) => [used, other])).size, 2 * likelihoodRows.length);
  });

  it("has every standard of proof and every grade once", () => {
    assert.deepEqual(
      proofLadder.map(({ standard }) => standard),
      ProofStandard.options,
    );
    assert.deepEqual(Object.keys(gradeRules), QuestionGrade.options);
    assert.equal(gradeRules.corroborated.independentFor, 2);
    assert.equal(gradeRules.unassessed.mayBeSigned, false);
  });
});
