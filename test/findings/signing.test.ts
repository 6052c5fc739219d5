/** What stands against a signature, each thing alone: a finding that misses one thing is refused for that and nothing else. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FindingDocument } from "../../src/core/finding/finding.ts";
import { findingWarnings, type WarningFacts } from "../../src/core/finding/finding-warnings.ts";
import { type ObstacleCode, type SigningFacts, signingObstacles } from "../../src/core/finding/signing-obstacles.ts";
import { statementElsewhere } from "../../src/core/finding/statement-elsewhere.ts";
import { ground, soundFinding } from "./finding-words.ts";

const facts: SigningFacts = {
  ...{ precision: { sort: "place", radiusM: 150 }, question: [], independent: 1, notCitable: [], quotes: [], unverified: [] },
  ...{ gone: [], lint: [], blind: [] },
};
const sound = (more: Partial<FindingDocument> = {}) => soundFinding({ evidenceFor: [ground("o1", 5)], ...more });
const codes = (document: FindingDocument, more: Partial<SigningFacts> = {}): ObstacleCode[] =>
  signingObstacles(document, { ...facts, ...more }).map(({ code }) => code);

describe("what signing asks for", () => {
  it("is nothing more where everything is there", () => assert.deepEqual(codes(sound()), []));

  const table: readonly (readonly [string, Partial<FindingDocument>, Partial<SigningFacts>, ObstacleCode])[] = [
    ["a statement", { statement: "  " }, {}, "no-statement"],
    ["a statement that is about the answer's place", { statement: "It was within 50 m of 10.0000, 20.0000." }, {}, "statement-misfits"],
    ["a statement no narrower than the answer", { statement: "It was within 10 m of 50.4650, 30.1850." }, {}, "statement-misfits"],
    ["a statement no firmer than its term", { statement: "It was almost certainly by the bridge." }, {}, "statement-misfits"],
    ["an answer of the sort that is asked for", { answer: { sort: "words", words: "there" } }, {}, "answer-misfits"],
    ["a grade that somebody gives", { grade: "unassessed" }, {}, "grade"],
    ["the grade unclear for an answer that one cannot tell", { answer: { sort: "cannot-tell", why: "Too dark." } }, {}, "grade"],
    ["a ground for it", { evidenceFor: [] }, {}, "no-evidence-for"],
    ["a ground against, or where it was looked for", { lookedAgainst: "\n" }, {}, "no-evidence-against"],
    ["reasons for the confidence", { confidence: { level: "high", reasons: "" } }, {}, "no-reasons"],
    ["a method", { method: "" }, {}, "no-method"],
    ["limits", { limits: "" }, {}, "no-limits"],
    ["a term, or why there is none", { likelihood: { ladder: "none", why: "" } }, {}, "ladder"],
    ["two independent grounds for what is corroborated", { grade: "corroborated" }, {}, "not-independent"],
    ["items that bear on the event", {}, { notCitable: ["i2 for e1: expected ..; found .."] }, "not-citable"],
    ["quotes that a second person read", {}, { quotes: ["w1, segment 2: expected ..; found .."] }, "quote"],
    ["items that somebody looked at", {}, { unverified: ["i3: expected ..; found .."] }, "unverified-item"],
    ["grounds that are there", {}, { gone: ["o9: expected ..; found none"] }, "ground-gone"],
    ["words that the linter lets pass", {}, { lint: ["statement: expected ..; found .."] }, "lint"],
    ["blind reviews that are over", {}, { blind: ["Blind review z1 waits."] }, "blind"],
    ["a question that stands", {}, { question: ["question qn1: expected one that stands"] }, "question"],
  ];
  for (const [what, document, more, code] of table) it(`is ${what}`, () => assert.deepEqual(codes(sound(document), more), [code]));

  it("a ground against stands in for the words, and the words for a ground", () => {
    assert.deepEqual(codes(sound({ lookedAgainst: "", evidenceAgainst: [ground("o2", 6)] })), []);
    assert.deepEqual(codes(sound({ lookedAgainst: "On the map.", evidenceAgainst: [] })), []);
  });

  it("an unclear finding needs no ground for it", () => {
    assert.deepEqual(codes(sound({ grade: "unclear", evidenceFor: [], answer: { sort: "cannot-tell", why: "Too dark." } })), []);
  });
});

describe("a statement", () => {
  const may6 = { sort: "time", from: "2031-05-06T00:00:00Z", to: "2031-05-06T23:59:59Z", zone: "UTC" } as const;
  const said = (statement: string, answer: FindingDocument["answer"]) =>
    statementElsewhere(statement, answer, { sort: "choice", choices: ["Before noon", "After noon"] }) ?? "";
  it("names the answer's day, place or choice, and others only beside it", () => {
    for (const words of [
      "It was on 6 May 2031.",
      "On May 6th, 2031, after that of 1 May 2031.",
      "2031-05-07 in Auckland",
      "In the week before",
    ])
      assert.equal(said(words, may6), "", words);
    for (const words of ["It was on 16 May 2031.", "2030-05-06", "March 6, 2031"])
      assert.match(said(words, may6), /expected the time of/, words);
    const { answer } = sound();
    assert.equal(said("At 50.4650, 30.1850, 2 km from 50.4800, 30.2000.", answer), "");
    assert.equal(said("The point 50.465 N, 30.185 E is meant.", answer), "", "as close as its figures say");
    assert.match(said("At 50.4800, 30.2000.", answer), /expected the place of the answer, .*; found 50\.4800, 30\.2000, \d+ m away/);
    assert.match(said("It was after noon.", { sort: "choice", choice: "Before noon" }), /found "After noon"/);
    assert.equal(said("It was before noon, not after noon.", { sort: "choice", choice: "Before noon" }), "");
  });
});

describe("what a reader will ask", () => {
  const told = { blindWritten: [], madeByReviewer: [] };
  const nothing: WarningFacts = {
    precision: facts.precision,
    alive: [],
    moved: [],
    movedBelow: [],
    contradictions: [],
    blind: [],
    ...told,
  };
  const warned = (document: FindingDocument, more: Partial<WarningFacts> = {}) =>
    findingWarnings(document, { ...nothing, ...more }).map(({ code }) => code);
  it("is told to the writer and stops nothing", () => {
    const alive = [{ id: "h1" as const, statement: "It is older." }];
    assert.deepEqual(warned(sound(), { alive }), ["hypothesis-open"]);
    assert.deepEqual(warned(sound({ hypotheses: [{ hypothesis: "h1", why: "The snow fits." }] }), { alive }), []);
    assert.deepEqual(warned(sound()), ["no-hypotheses"]);
    const bare = sound({ lookedAgainst: "n/a, none", hypotheses: [{ hypothesis: "h1", why: "The snow fits." }] });
    const written = { blind: "z1", answers: [2], lines: [9], byWritersAlone: true };
    assert.deepEqual(
      findingWarnings(bare, { ...nothing, blindWritten: [written], madeByReviewer: ["o1"] }).map(({ text }) => text),
      [
        "Blind review z1: the finding disagrees with answer 2; line 9 says what was made of it. Only who wrote this finding wrote that: ask who answered, and look again yourself.",
        "Nothing speaks against it, and where that was looked for is said in 3 words.",
        "You made 1 of its 1 grounds (o1): a second person looks at what another found.",
      ],
    );
    const vague = sound({ answer: { sort: "place", lat: 1, lon: 2, radiusM: 10_000 }, wouldChange: "", unknown: [""] });
    assert.deepEqual(warned(vague, { alive, moved: [{ record: "o1", cited: 5, last: 9 }] }), [
      "no-would-change",
      "no-unknown",
      "hypothesis-open",
      "too-vague",
      "ground-moved",
    ]);
  });
});
