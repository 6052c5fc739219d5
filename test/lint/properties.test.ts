/** What holds of the linter whatever the text. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { likelihoodRows } from "../../src/core/grading/likelihood-rows.ts";
import { proofLadder } from "../../src/core/grading/proof-standards.ts";
import { lintText } from "../../src/reason/lint/lint-text.ts";
import type { LintedAs } from "../../src/reason/lint/lint-finding.ts";
import { sentencesOf } from "../../src/reason/lint/sentences.ts";

const words = [
  "highly likely",
  "probable",
  "with high confidence",
  "verified",
  "The location",
  "execution",
  "16:26",
  "UTC",
  "50.4650, 30.1850",
  "±50 m",
  ". ",
  "\n",
  '"',
  "“",
  "”",
  "«",
  "»",
  "reasonable grounds to believe",
  "дуже ймовірно",
  "казнь",
  " ",
  "\u202e",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(" ")),
);
const sort = fc.constantFrom<LintedAs>("finding", "key-point", "observation");

describe("the linter, whatever the text", () => {
  it("marks words that stand there, in order, and says what was expected and what to write", () => {
    fc.assert(
      fc.property(text, sort, (given, as) => {
        let last = 0;
        for (const { span, found, expected, instead } of lintText(given, as)) {
          assert.ok(span.start >= last && span.end > span.start && span.end <= given.length);
          assert.equal(given.slice(span.start, span.end), found);
          assert.ok(expected !== "" && instead !== "");
          last = span.start;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("says nothing of words between quotation marks", () => {
    fc.assert(
      fc.property(
        text.filter((given) => !/["“”„«»‹›‘’]/.test(given)),
        sort,
        (given, as) => assert.deepEqual(lintText(`«${given}»`, as), []),
      ),
      { numRuns: 200 },
    );
  });

  it("finds the same in a text that comes after another sentence", () => {
    fc.assert(
      fc.property(text, sort, (given, as) => {
        const before = "Nothing stands here.\n";
        const shifted = lintText(before + given, as).map(({ span, ...rest }) => ({
          ...rest,
          span: { start: span.start - before.length, end: span.end - before.length },
        }));
        assert.deepEqual(shifted, lintText(given, as));
      }),
      { numRuns: 200 },
    );
  });

  it("cuts a text into sentences that together are the text", () => {
    fc.assert(
      fc.property(text, (given) => {
        let at = 0;
        for (const sentence of sentencesOf(given)) {
          assert.equal(given.slice(at, sentence.start).trim(), "");
          assert.equal(given.slice(sentence.start, sentence.end), sentence.text);
          at = sentence.end;
        }
        assert.equal(given.slice(at).trim(), "");
      }),
      { numRuns: 200 },
    );
  });

  it("takes any two terms of the row that findings use or of the proof ladder, and no two of both, nor one of the other row", () => {
    const rungs = [
      ...likelihoodRows.map(({ used }) => ({ ladder: "used", said: used })),
      ...likelihoodRows.map(({ other }) => ({ ladder: "other", said: other === "remote" ? "a remote possibility" : other })),
      ...proofLadder.map(({ words: said }) => ({ ladder: "proof", said })),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rungs), fc.constantFrom(...rungs), (a, b) => {
        const mixed = lintText(`It is ${a.said} that it was here. It is ${b.said} that it was there.`, "finding").some(({ code }) =>
          code.startsWith("mixed"),
        );
        assert.equal(mixed, a.ladder !== b.ladder || a.ladder === "other", `${a.said} / ${b.said}`);
      }),
      { numRuns: 400 },
    );
  });
});
