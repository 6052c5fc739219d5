/** Whatever a model answers, nothing that is put forward says more than the text. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Aspect, Polarity } from "../../src/core/claim/claim.ts";
import { faultOfClaim } from "../../src/core/claim/check-claim.ts";
import type { SourceText } from "../../src/core/claim/source-text.ts";
import { readAssistantAnswer } from "../../src/reason/claim-text/assistant-answer.ts";
import { checkAssistantClaims } from "../../src/reason/claim-text/assistant-check.ts";
import { cutPieces } from "../../src/reason/claim-text/assistant-prompt.ts";
import { windowsOf } from "../../src/reason/claim-text/assistant-window.ts";
import { proposeClaims } from "../../src/reason/claim-text/propose-claims.ts";

const words =
  "A column of trucks was reportedly attacked near the mill on Tuesday, the mayor said. The ministry denied that its men had fired.\n" +
  "It was unclear who filmed the clip. Around 40 people were not hurt, a reporter said. Two men may have been detained in Harrow.";
const body = { part: { sort: "article-body" as const }, role: "body" as const, text: words, language: "en" };
const text: SourceText = {
  parts: [body],
  published: { earliest: "2031-05-08T06:00:00Z", latest: "2031-05-08T06:00:00Z" },
  zone: null,
  publisher: null,
};
const checkedIn = (source: SourceText, ...claims: object[]) => {
  const read = readAssistantAnswer(JSON.stringify({ claims }));
  assert.ok(read.state === "read");
  const pieces = cutPieces(source, [{ part: body.part, span: { start: 0, end: source.parts[0]?.text.length ?? 0 } }]) ?? [];
  return { ...checkAssistantClaims(source, pieces, read.claims), unread: read.refused };
};
const checked = (...claims: object[]) => checkedIn(text, ...claims);
const saying = (sentence: string): SourceText => ({ ...text, parts: [{ ...body, text: sentence }] });

describe("what a model puts forward", () => {
  it("stands in the text, and keeps what the rules see of it, whatever the model copies and whatever it leaves out", () => {
    const rules = proposeClaims(text).proposals;
    const tokens = [...words.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
    const run = fc.tuple(fc.nat(tokens.length - 1), fc.integer({ min: 1, max: 14 })).map(([from, length]) => {
      const last = tokens[Math.min(tokens.length, from + length) - 1];
      return words.slice(tokens[from]?.start, last?.end);
    });
    const claim = fc.record({
      quote: run,
      words: run,
      aspect: fc.constantFrom(...Aspect.options),
      polarity: fc.constantFrom(...Polarity.options),
      hedges: fc.array(fc.record({ words: run, sort: fc.constant("report") }), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(claim, (one) => {
        for (const proposal of checked(one, { ...one, words: one.quote.split(" ").slice(0, 2).join(" ") }).proposals) {
          assert.equal(faultOfClaim(proposal, words), undefined);
          const { statement } = proposal;
          for (const rule of rules) {
            const { valueSpan } = rule.statement;
            if (rule.statement.aspect !== statement.aspect) continue;
            if (valueSpan.start >= statement.valueSpan.end || valueSpan.end <= statement.valueSpan.start) continue;
            for (const { span } of rule.statement.hedges)
              assert.ok(
                statement.hedges.some((hedge) => hedge.span.start < span.end && hedge.span.end > span.start),
                `${statement.value.words}: hedge lost`,
              );
            assert.ok(statement.polarity !== "affirmed" || rule.statement.polarity !== "open");
          }
          if (/denied that|not hurt/.test(proposal.quote) && statement.polarity === "affirmed")
            assert.ok(rules.some((rule) => rule.statement.polarity === "affirmed" && proposal.quote.includes(rule.quote)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is not cut loose from its denial by quoting half a sentence", () => {
    const { proposals, refused } = checked({ quote: "its men had fired", aspect: "what", words: "fired", polarity: "affirmed" });
    assert.deepEqual([proposals.map(({ statement }) => statement.polarity), refused], [["denied"], []]);
    assert.equal(proposals[0]?.quote, "The ministry denied that its men had fired.");
  });

  it("is refused where a denial stands in the sentence and no rule says whether it reaches the words", () => {
    const { proposals, refused } = checked({
      quote: "The ministry denied that its men had fired.",
      aspect: "identification",
      words: "its",
      polarity: "affirmed",
    });
    assert.deepEqual(proposals, []);
    assert.match(refused[0]?.why ?? "", /denied/);
  });

  it("keeps the hedge and the speakers that the rules read, however many others it names", () => {
    const sentence = "The agency said soldiers told it that troops from Harrow had reportedly shot two men near the mill.";
    const claim = { quote: sentence, aspect: "what", words: "shot", polarity: "affirmed" };
    const that = Array.from({ length: 20 }, () => ({ words: "that", sort: "report" }));
    const others = [{ words: "troops" }, { words: "two men" }];
    const [one] = checkedIn(saying(sentence), { ...claim, hedges: that, speakers: others }).proposals;
    assert.deepEqual(
      one?.statement.hedges.map((hedge) => hedge.words),
      ["reportedly", "that"],
    );
    assert.deepEqual(
      one?.statement.speakers.map((speaker) => speaker.words),
      ["The agency", "soldiers"],
    );
    const more = [{ words: "The agency" }, { words: "troops" }, { words: "soldiers" }];
    const [longer] = checkedIn(saying(sentence), { ...claim, speakers: more }).proposals;
    assert.deepEqual(
      longer?.statement.speakers.map((speaker) => speaker.words),
      ["The agency", "troops", "soldiers"],
    );
    assert.ok(longer?.notes.some((note) => /more speakers than the rules read/.test(note)));
  });

  it("verifies nothing but what the rules read as verified, of the event they read, and says where the model read another", () => {
    const sentence = "Reporters verified the location of the clip.";
    const check = { quote: sentence, aspect: "verification", polarity: "affirmed", of: "what", outcome: "verified", event: "killing" };
    const [one] = checkedIn(saying(sentence), { ...check, words: "verified" }).proposals;
    assert.ok(one?.statement.value.is === "verification");
    assert.deepEqual([one.statement.value.of, one.statement.eventSort], ["where", "filming"]);
    assert.ok(one.notes.some((note) => note === "The assistant took the check to be of what; the rules read where, which is taken."));
    assert.ok(one.notes.some((note) => note === "The assistant took the event as killing; the rules read filming, which is taken."));
    const [unread] = checkedIn(saying(sentence), { ...check, words: "the clip" }).proposals;
    assert.ok(unread?.statement.value.is === "verification");
    assert.deepEqual([unread.statement.value.of, unread.statement.eventSort], ["unstated", "unclear"]);
    assert.ok(unread.notes.some((note) => /no rule reads that, so it is left unsaid/.test(note)));
  });

  it("makes nobody who suffered it the one who did it", () => {
    const sentence = "A guard shot the driver near the mill.";
    const who = (actor: string, side: string) => {
      const [one] = checkedIn(saying(sentence), { quote: sentence, aspect: "who", words: actor, polarity: "affirmed", side }).proposals;
      return one?.statement.value.is === "actor" ? [one.statement.value.part, one.notes.length] : undefined;
    };
    assert.deepEqual(who("driver", "did"), ["suffered", 1]);
    assert.deepEqual(who("guard", "did"), ["did", 0]);
    assert.deepEqual(who("the mill", "did"), ["unclear", 1]);
  });

  it("gets no date that the words do not hold, and no basis without words for it", () => {
    const claims = checked(
      { quote: "near the mill on Tuesday", aspect: "when", words: "near the mill", polarity: "affirmed" },
      {
        quote: "near the mill on Tuesday",
        aspect: "when",
        words: "on Tuesday",
        polarity: "affirmed",
        basis: "saw",
        readings: ["2031-01-01"],
      },
    );
    assert.match(claims.refused[0]?.why ?? "", /no rule reads a time/);
    const { value, basis } = claims.proposals[0]?.statement ?? {};
    assert.equal(basis, "unstated");
    assert.deepEqual(value?.is === "time" && value.readings[0]?.kind === "within" && value.readings[0].day, "2031-05-06");
  });

  it("is read with what stands around it, once for all pieces of a paragraph, however long the paragraph", () => {
    const long = "The mayor said that two men were reportedly detained in Harrow. ".repeat(3000).trimEnd();
    const source = saying(long);
    const at = (start: number) => ({ part: body.part, span: { start, end: start + 64 } });
    const near = cutPieces(source, [at(96_000), at(96_064), at(96_640)]) ?? [];
    const together = windowsOf(source, near, new Set([0, 1, 2, 7]));
    assert.equal(together.size, 3);
    assert.equal(new Set([...together.values()].map(({ rules }) => rules)).size, 1);
    for (const [piece, { text: around, base, sent }] of together) {
      assert.ok(around.length <= 11_000, `${around.length}`);
      assert.equal(around.slice(sent.start, sent.end), near[piece]?.words);
      assert.equal(long.slice(base, base + around.length), around);
    }
    const many =
      cutPieces(
        source,
        Array.from({ length: 200 }, (_, nth) => at(nth * 960)),
      ) ?? [];
    const apart = new Set([...windowsOf(source, many, new Set([0, 100])).values()]);
    assert.equal(apart.size, 2, "only what the model speaks of");
    const all = new Map(
      [...windowsOf(source, many, new Set(many.keys())).values()].map(({ rules, text: around }) => [rules, around.length]),
    );
    assert.ok([...all.values()].reduce((sum, length) => sum + length, 0) <= long.length, "nothing is read twice");
    const claim = { quote: "The mayor said that two men were reportedly detained in Harrow.", aspect: "where", words: "in Harrow" };
    const read = readAssistantAnswer(JSON.stringify({ claims: [{ ...claim, piece: 1, polarity: "affirmed" }] }));
    const [one] = checkAssistantClaims(source, near, read.state === "read" ? read.claims : []).proposals;
    assert.equal(one?.span.start, 96_064);
    assert.deepEqual(
      one?.statement.hedges.map((hedge) => hedge.words),
      ["reportedly"],
    );
    assert.ok(one?.notes.some((note) => /paragraph is long/.test(note)));
  });

  it("is found whole: a word is no part of a longer one", () => {
    const { refused } = checked({
      quote: "A column of trucks was reportedly attacked",
      aspect: "who",
      words: "truck",
      polarity: "affirmed",
    });
    assert.match(refused[0]?.why ?? "", /do not stand in the quote/);
  });

  it("is told of where it is no claim at all", () => {
    assert.equal(checked(3 as never, { quote: "x" }).unread.length, 2);
    for (const said of ["", "no", "[]", '{"claims":3}', "{", "x".repeat(2_000_001)])
      assert.equal(readAssistantAnswer(said).state, "unreadable", said.slice(0, 20));
    assert.equal(readAssistantAnswer('<think>{"claims":[1]}</think>{"claims":[]}').state, "read");
  });
});
