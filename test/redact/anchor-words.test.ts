/** Covered words: found again where they stand after other words changed, loose where nobody can tell, and out of every text alike. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isSoughtAlone, soughtWords } from "../../src/core/edition/sought-words.ts";
import { noWordCovers, type WordCovers } from "../../src/core/edition/word-covers.ts";
import { anchorWords, everywhere, selectorOf, withoutSpans } from "../../src/core/redaction/anchor-words.ts";
import { wordsWithheld } from "../../src/core/redaction/words-mark.ts";
import { coverWords } from "../../src/reason/edition/cover-words.ts";
import { createTextSecrets } from "../../src/reason/edition/text-secrets.ts";
import { sampleReport } from "../exports/sample-report.ts";

interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly put: string;
}

/** The text after an edit, and where what stood at `span` stands now; undefined where the edit touched it. */
function edited(text: string, span: { start: number; end: number } | undefined, { at, drop, put }: Edit) {
  const from = Math.min(at, text.length);
  const to = Math.min(from + drop, text.length);
  const shift = put.length - (to - from);
  const after = text.slice(0, from) + put + text.slice(to);
  if (span === undefined) return { text: after, span: undefined };
  if (to <= span.start) return { text: after, span: { start: span.start + shift, end: span.end + shift } };
  return { text: after, span: from >= span.end ? span : undefined };
}

const words = fc.array(fc.constantFrom("Jo", "Ana", "went", "to", "the", "мій", "брат", "mill", "a"), { minLength: 3, maxLength: 40 });
const edits = fc.array(
  fc.record({ at: fc.nat(200), drop: fc.nat(12), put: fc.constantFrom("", " ", "Jo ", "the other ", "Ana", "x", "\n") }),
  { maxLength: 6 },
);

describe("words in a later version of their text", () => {
  it("are never said to be where other words are; and where two sides of them are left and they stand once so, they are found", () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 4 }), edits, (all, pick, many, changes) => {
        const first = pick % all.length;
        const start = all.slice(0, first).join(" ").length + (first === 0 ? 0 : 1);
        const exact = all.slice(first, first + many).join(" ");
        const text = all.join(" ");
        const selector = selectorOf(text, { start, end: start + exact.length });
        let now: { text: string; span: { start: number; end: number } | undefined } = { text, span: { start, end: start + exact.length } };
        for (const change of changes) now = edited(now.text, now.span, change);
        const found = anchorWords(now.text, selector);
        if (found.state === "there") {
          const { start: at, end } = found.span;
          assert.equal(now.text.slice(at, end), exact);
          const both = everywhere(now.text, { exact });
          // In another place than where they came to only where these are other words by now, or no sign tells both places apart.
          if (now.span !== undefined && at !== now.span.start && both.some((span) => span.start === now.span?.start)) {
            const around = (from: number) => selectorOf(now.text, { start: from, end: from + exact.length });
            const [own, other] = [around(now.span.start), around(at)];
            const holds = ({ prefix, suffix }: typeof own) => Number(prefix === selector.prefix) + Number(suffix === selector.suffix);
            assert.ok(holds(own) <= holds(other), JSON.stringify({ text: now.text, selector, found }));
          }
        }
        if (changes.length === 0) assert.equal(found.state, "there");
      }),
      { numRuns: 2000 },
    );
  });

  it("are found after edits that leave them and what is around them alone, at the place to which they came", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.constantFrom("", "One more line.\n", "x"), fc.nat(60), (at, put, drop) => {
        const before = "Somebody stands at the road and waits for a long while, it seems. ".repeat(3);
        const text = `${before}My cousin Jo went home before the rain. ${before}`;
        const start = text.indexOf("Jo");
        const selector = selectorOf(text, { start, end: start + 2 });
        const edit = at < before.length ? { at: at % (before.length - 100), drop: Math.min(drop, 30), put } : { at: at + 200, drop, put };
        const now = edited(text, { start, end: start + 2 }, edit);
        assert.deepEqual(anchorWords(now.text, selector), { state: "there", span: now.span, moved: now.span?.start !== start });
      }),
    );
  });

  it("hang loose once they are gone, changed, or stand in several places that nothing tells apart", () => {
    const selector = selectorOf("It was Jo who called.", { start: 7, end: 9 });
    assert.deepEqual(anchorWords("It was somebody who called.", selector), { state: "loose", why: "gone" });
    assert.deepEqual(anchorWords("It was Joan who called.", selector), { state: "loose", why: "gone" }, "not inside another word");
    assert.deepEqual(anchorWords("Jo, or Jo?", selector), { state: "loose", why: "several" });
    assert.deepEqual(anchorWords("Who called? Jo.", selector), { state: "there", span: { start: 12, end: 14 }, moved: true });
    const twice = selectorOf("Jo and Jo", { start: 7, end: 9 });
    assert.deepEqual(anchorWords("Jo and Jo", twice), { state: "there", span: { start: 7, end: 9 }, moved: false });
    assert.deepEqual(
      anchorWords("Well: Jo and Jo", twice),
      { state: "there", span: { start: 13, end: 15 }, moved: true },
      "it ends the text",
    );
  });

  it("keep whole characters around them", () => {
    const text = `${"😀".repeat(20)}Jo${"😀".repeat(20)}`;
    const start = text.indexOf("Jo");
    const { prefix, suffix } = selectorOf(text, { start, end: start + 2 });
    assert.ok(prefix.isWellFormed() && suffix.isWellFormed() && prefix.length > 30);
    // The place 32 before it lies inside a character.
    const shifted = text.replace("Jo", "-Jo");
    const odd = selectorOf(shifted, { start: start + 1, end: start + 3 });
    assert.ok(odd.prefix.isWellFormed() && odd.prefix.length === 31);
    assert.deepEqual(anchorWords(`y${shifted} Jo`, odd), { state: "there", span: { start: start + 2, end: start + 4 }, moved: true });
  });
});

describe("what is looked for of covered words", () => {
  const sought = (exact: string, prefix = "", suffix = "") => soughtWords({ exact, prefix, suffix }).map(({ text }) => text);

  it("is the phrase, runs of a long one, and single words that tell of one thing", () => {
    assert.deepEqual(sought("the blue gate behind Sallowfen mill"), [
      "the blue gate behind Sallowfen mill",
      "the blue gate behind Sallowfen",
      "blue gate behind Sallowfen mill",
      "Sallowfen",
    ]);
    assert.deepEqual(sought("Marshwarden"), ["Marshwarden"]);
    assert.deepEqual(sought("@velych_cam_77"), ["@velych_cam_77"]);
    assert.deepEqual(sought("AX4711BT"), ["AX4711BT"]);
    assert.deepEqual(sought("переїзді"), ["переїзді"]);
    assert.deepEqual(sought("فاطمة الزهراء"), ["فاطمة الزهراء", "فاطمة", "الزهراء"]);
  });

  it("is, of short and common words, what stands around them too; of those that stand alone nothing", () => {
    assert.deepEqual(sought("Jo", "then my cousin ", " went home early"), ["my cousin Jo went home"]);
    assert.deepEqual(sought("2022", "since March ", " he says"), ["since March 2022 he says"], "a year is in every text");
    assert.deepEqual(sought("Jo"), []);
    assert.ok(
      !isSoughtAlone({ exact: "Jo", prefix: "my cousin ", suffix: "" }) && isSoughtAlone({ exact: "Tikhonenko", prefix: "", suffix: "" }),
    );
  });

  it("goes out of a text and leaves what stands around it, however it is cased and spaced there", () => {
    const secrets = createTextSecrets(
      soughtWords({ exact: "Jo", prefix: "my cousin ", suffix: " went home" }).map((one) => ({ ...one, as: "marked" as const })),
    );
    assert.equal(
      secrets.redact("He says: MY  cousin Jó went home. Jo is short."),
      "He says: MY  cousin [words withheld] went home. Jo is short.",
    );
    const long = createTextSecrets(
      soughtWords({ exact: "Ярослав Тихоненко", prefix: "", suffix: "" }).map((one) => ({ ...one, as: "marked" as const })),
    );
    assert.equal(long.redact("Це ярослав тихоненко. Тихоненко стоїть."), `Це ${wordsWithheld}. ${wordsWithheld} стоїть.`);
  });
});

describe("covered words in a report", () => {
  const model = sampleReport();
  const [tier] = model.tiers;
  const covers = (more: Partial<WordCovers>): WordCovers => ({ ...noWordCovers, ...more });

  it("read the same in a segment, however long they are, and its other readings go", () => {
    assert.ok(tier !== undefined);
    const own = {
      ...tier,
      segments: [{ ...(tier.segments[0] as (typeof tier.segments)[0]), text: "My cousin Jo, and Jo", alternatives: ["Jo"] }],
    };
    const at = { item: tier.item, tier: tier.tier, segment: own.segments[0]?.id ?? 0 };
    const said = (spans: WordCovers["segments"][0]["spans"]) =>
      coverWords({ ...model, tiers: [own] }, covers({ segments: [{ ...at, spans }] })).tiers[0]?.segments[0];
    assert.equal(said([{ start: 10, end: 12 }])?.text, "My cousin [words withheld], and Jo");
    assert.equal(said([{ start: 0, end: 20 }])?.text, said("whole")?.text);
    assert.deepEqual(said("whole")?.alternatives, []);
  });

  it("go out of claims that quote them, of what is told in their values, and, short ones, of records about their item", () => {
    const record = { ...(model.records[0] as (typeof model.records)[0]), restsOn: ["i1"], exhibits: [] };
    const claim = { ...record, name: "k4", sort: "claim" as const, title: "Jo went home", says: ['"Jo went home"', "Said by Jo."] };
    const other = { ...record, name: "o9", title: "Jo is seen; Joan is not", says: ["It may be Jo."] };
    const row = {
      ...{ event: "e1", aspect: "who" as const, title: "e1: who", conflicts: ["k4 says Jo, k5 says Ana"] },
      cells: [{ source: "s1", claim: "k4", words: "Jo", hedges: ["perhaps Jo"], basis: "saw" }],
    };
    const shown = coverWords(
      {
        ...{ ...model, records: [claim, other], claims: { columns: [], rows: [row], origins: [] } },
        leftOut: { ...model.leftOut, open: ["k4 says Jo, k5 says Ana", "Something else is open."] },
      },
      covers({
        claims: [{ claim: "k4", quote: `${wordsWithheld} went home`, value: null }],
        items: [{ item: "i1", tiers: [], words: ["Jo"] }],
      }),
    );
    assert.ok(!/\bJo\b/.test(JSON.stringify([shown.records, shown.claims, shown.leftOut])), JSON.stringify(shown.records));
    assert.equal(shown.records[1]?.title, `${wordsWithheld} is seen; Joan is not`);
    assert.deepEqual(shown.leftOut.open, [wordsWithheld, "Something else is open."]);
  });
});

it("spans that overlap are one", () => {
  assert.equal(
    withoutSpans(
      "0123456789",
      [
        { start: 4, end: 7 },
        { start: 2, end: 5 },
        { start: 7, end: 8 },
      ],
      "-",
    ),
    "01-89",
  );
});
