import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { changedFields } from "./changed-fields.ts";
import { type ClaimToCheck, faultOfClaim } from "./check-claim.ts";
import type { ClaimStatement } from "./claim.ts";

const text = "In brief. Two or, he said, perhaps three men were not seen on 4 May near the mill, he had read.";
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const quote = text.slice(10);
const statement: ClaimStatement = {
  aspect: "how-many",
  value: { is: "number", words: "Two or three men", unit: "people", low: 2, best: null, high: 3 },
  polarity: "denied",
  hedges: [{ sort: "possibility", words: "perhaps", span: spanOf("perhaps") }],
  basis: "read",
  basisWords: "he had read",
  speakers: [{ words: "he", who: "person", says: "said", direct: false, span: spanOf("he"), source: "unknown" }],
  eventSort: "unclear",
  valueSpan: spanOf("Two or, he said, perhaps three men"),
  restsOn: [],
};
const claim: ClaimToCheck = { part: { sort: "article-body" }, span: spanOf(quote), quote, statement };
const fault = (of: Partial<ClaimStatement>, more: Partial<ClaimToCheck> = {}) =>
  faultOfClaim({ ...claim, ...more, statement: { ...statement, ...of } }, text);

describe("a claim", () => {
  it("says its value in words of its text, in their order; what limits them may stand between", () => {
    assert.equal(
      fault({ value: { ...statement.value, words: "three men" } as ClaimStatement["value"], valueSpan: spanOf("three men") }),
      undefined,
    );
    assert.match(fault({ value: { ...statement.value, words: "men three" } as ClaimStatement["value"] }) ?? "", /in their order/);
    assert.match(fault({ value: { ...statement.value, words: "at least three men" } as ClaimStatement["value"] }) ?? "", /in their order/);
  });

  it("leaves out between them only what the claim says elsewhere: nothing is put together from words picked here and there", () => {
    const denial = "The army denied that it killed 40 people and said the militia in Harrow did not, it seems, kill the three.";
    const whole = { start: 0, end: denial.length };
    const at = (words: string) => ({ start: denial.indexOf(words), end: denial.indexOf(words) + words.length });
    const said = (words: string, valueSpan: typeof whole, more: Partial<ClaimStatement>) =>
      faultOfClaim(
        {
          ...{ part: claim.part, span: whole, quote: denial },
          statement: {
            ...{ ...statement, aspect: "what", value: { is: "act", words, act: "killing", object: null }, polarity: "denied" },
            ...{ hedges: [], speakers: [], basis: "unstated", basisWords: null, valueSpan },
            ...more,
          },
        },
        denial,
      );
    const army = { words: "The army", who: "group", says: "denied", direct: false, span: at("The army"), source: "unknown" } as const;
    for (const speakers of [[], [army]])
      assert.match(said("The army killed people in Harrow", whole, { speakers }) ?? "", /in their order/);
    const militia = at("militia in Harrow did not, it seems, kill the three");
    const hedges: ClaimStatement["hedges"] = [{ sort: "appearance", words: "it seems", span: at("it seems") }];
    assert.equal(said("militia in Harrow kill three", militia, { hedges }), undefined);
    assert.match(said("militia in Harrow kill three", militia, {}) ?? "", /in their order/, "the hedge is not said");
    assert.match(said("militia in Harrow kill three", militia, { hedges, polarity: "affirmed" }) ?? "", /in their order/, "nor the denial");
  });

  it("copies from its quote whatever else its value says; a unit may be a plain name", () => {
    const verification = { is: "verification", words: "not seen", by: "he", of: "where", outcome: "verified" } as const;
    const values: readonly (readonly [Partial<ClaimStatement>, RegExp])[] = [
      [{ aspect: "what", value: { is: "act", words: "not seen", act: "other", object: "the ministers" } }, /act: expected an object/],
      [{ aspect: "speech", value: { is: "speech", words: "not seen", by: "the ministers" } }, /speech: expected to be by/],
      [{ aspect: "verification", value: { ...verification, by: "the ministers" } }, /verification: expected to be by/],
      [
        { value: { ...statement.value, unit: "ministers" } as ClaimStatement["value"], valueSpan: statement.valueSpan },
        /number: expected a unit/,
      ],
    ];
    for (const [value, words] of values) assert.match(fault({ valueSpan: spanOf("not seen"), ...value }) ?? "", words);
    assert.equal(fault({ valueSpan: spanOf("not seen"), aspect: "verification", value: verification }), undefined);
    assert.equal(fault({ value: { ...statement.value, unit: "men" } as ClaimStatement["value"] }), undefined);
  });

  it("may name a speaker who stands outside the quote, and nobody who stands nowhere", () => {
    const speaker = { words: "In brief", who: "document", says: null, direct: false, span: spanOf("In brief"), source: "unknown" } as const;
    assert.equal(fault({ speakers: [...statement.speakers, speaker] }), undefined);
    assert.equal(fault({ speakers: [...statement.speakers, { ...speaker, words: "SPK1", span: null }] }), undefined);
    assert.match(
      fault({ speakers: [...statement.speakers, { ...speaker, words: "The minister", span: null }] }) ?? "",
      /speaker 2: expected a place in the text, or a label/,
    );
    assert.match(
      fault({ speakers: [...statement.speakers, { ...speaker, says: "swore" }] }) ?? "",
      /speaker 2: expected words of attribution/,
    );
    assert.match(
      fault({ speakers: [...statement.speakers, { ...speaker, span: { start: 90, end: 120 } }] }) ?? "",
      /speaker 2: expected a place inside the text/,
    );
  });

  it("rests on a basis that the text states in those words, or on none", () => {
    assert.match(fault({ basisWords: "he had seen" }) ?? "", /basis words: expected words of the quote/);
    assert.match(fault({ basisWords: "In brief" }) ?? "", /basis words: expected words of the quote/);
    assert.match(fault({ basis: "unstated" }) ?? "", /basis words: expected none/);
    assert.equal(fault({ basis: "read", basisWords: null }), undefined);
  });

  it("is open only where nothing is known or nothing was verified", () => {
    const verification = { is: "verification", words: "not seen", by: null, of: "where", outcome: "not-verified" } as const;
    const open: Partial<ClaimStatement> = { aspect: "verification", value: verification, valueSpan: spanOf("not seen"), hedges: [] };
    assert.equal(fault({ ...open, polarity: "open" }), undefined);
    assert.equal(fault({ ...open, polarity: "affirmed" }), undefined);
    assert.match(fault({ ...open, value: { ...verification, outcome: "partly" }, polarity: "open" }) ?? "", /polarity/);
  });

  it("has days in their order", () => {
    const when = (more: object): Partial<ClaimStatement> => ({
      aspect: "when",
      value: { is: "time", words: "on 4 May", readings: [{ kind: "within", day: "2031-05-04", zone: null, ...more }] },
      valueSpan: spanOf("on 4 May"),
    });
    assert.equal(fault(when({ toDay: "2031-05-05", between: ["22:00", "02:00"] })), undefined);
    assert.match(fault(when({ toDay: "2031-05-03" })) ?? "", /last day no earlier than 2031-05-04; found 2031-05-03/);
    assert.match(fault(when({ between: ["24:00", "24:00"] })) ?? "", /before 24:00/);
  });

  it("is never quoted in words that do not stand there, whatever the span", () => {
    fc.assert(
      fc.property(fc.nat(text.length + 5), fc.nat(text.length + 5), fc.string({ maxLength: 12 }), (start, end, words) => {
        const found = fault({}, { span: { start, end }, quote: words });
        if (text.slice(start, end) !== words || words.trim() === "") assert.match(found ?? "", /^quote: /);
      }),
    );
  });

  it("tells in no message what its text says", () => {
    fc.assert(
      fc.property(fc.record({ start: fc.nat(100), end: fc.nat(100) }), (valueSpan) => {
        assert.doesNotMatch(fault({ valueSpan }) ?? "", /men|mill|May/);
      }),
    );
  });
});

it("what a person changed of a proposal is named field by field, and nothing where nothing was", () => {
  assert.deepEqual(changedFields(claim, { ...claim, statement: structuredClone(statement) }), []);
  assert.deepEqual(
    changedFields(claim, {
      ...claim,
      span: { start: 0, end: 9 },
      quote: "In brief.",
      statement: { ...statement, hedges: [], basis: "saw" },
    }),
    ["quote", "hedges", "basis"],
  );
});
