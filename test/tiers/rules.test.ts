/** Rules of tiers without a case: which documents are none, what changed, whose words they are, what a review is worth, where words run. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { PersonId } from "../../src/core/key/key.ts";
import { faultOfTaking, faultOfTier, inOrder } from "../../src/core/tier/check-tier.ts";
import { languageCode } from "../../src/core/tier/language-code.ts";
import { countIds, holdsId, idsOf, rangesOf } from "../../src/core/tier/segment-ranges.ts";
import { reviewObstacle, type SegmentReview, segmentStanding } from "../../src/core/tier/segment-standing.ts";
import { writersAfter, type WrittenSegment } from "../../src/core/tier/segment-writers.ts";
import { onlyQuotable, speakerText } from "../../src/core/tier/speaker-text.ts";
import { textDirection } from "../../src/core/tier/text-direction.ts";
import type { TierSegment, TierSort } from "../../src/core/tier/tier.ts";
import { tierChanges } from "../../src/core/tier/tier-changes.ts";

const segment = (id: number, startMs: number, more: Partial<TierSegment> = {}): TierSegment => ({
  ...{ id, startMs, endMs: startMs + 1000, speaker: "SPK1", text: `words ${id}`, alternatives: [], overlap: false },
  ...{ language: null, of: null, box: null, machine: null },
  ...more,
});
const draft = { confidence: 0.5, suspect: [] } satisfies TierSegment["machine"];

describe("a document of segments", () => {
  const fault = (segments: TierSegment[], sort: TierSort = "verbatim", source: ReadonlySet<number> | null = null) =>
    faultOfTier({ sort, language: "uk", segments }, source) ?? "";

  it("is refused with the segment named and without its words", () => {
    const secret = "secret words";
    const cases: [string, RegExp][] = [
      [fault([segment(1, 0, { endMs: 0, text: secret })]), /^segment 1: expected an end after its start; found 0 and 0 ms$/],
      [fault([segment(1, 500), segment(2, 0, { text: secret })]), /^segment 2: expected segments in the order of their start/],
      [fault([segment(1, 0), segment(1, 5, { text: secret })]), /^segment 1: expected each id once/],
      [fault([segment(1, 0, { text: `${secret}\u0007` })]), /^segment 1: expected words; found a control character/],
      [fault([segment(1, 0, { text: `${secret}\ud800` })]), /^segment 1: expected whole characters/],
      [fault([segment(1, 0, { text: secret, alternatives: [secret] })]), /found the same words twice/],
      [fault([segment(1, 0, { of: 1 })]), /written from the recording; found one/],
      [fault([segment(1, 0, { of: 2 })], "translation", new Set([1])), /found 2, which is none/],
      [fault([segment(1, 0)], "on-screen"), /expected no speaker of words that are seen/],
      [fault([segment(1, 0, { box: { x: 0, y: 0, width: 5, height: 5 } })]), /words that are heard/],
      [fault([segment(1, 0, { speaker: null, box: { x: 999_999, y: 0, width: 5, height: 5 } })], "on-screen"), /reaches beyond it/],
    ];
    for (const [found, expected] of cases) {
      assert.match(found, expected);
      assert.doesNotMatch(found, /secret/);
    }
    assert.equal(fault([segment(2, 0), segment(1, 5), segment(3, 5)]), "");
    const linked = { sort: "translation" as const, language: "en", segments: [segment(1, 0, { of: 2 })] };
    assert.equal(faultOfTier(linked, new Set([1]), new Map([[1, 2]])), undefined, "what it was written from may be gone since");
  });

  it("in any order becomes one in order, whatever the times and ids", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 50 })), { selector: ([id]) => id }),
        (all) => {
          assert.equal(fault(inOrder(all.map(([id, start]) => segment(id, start)))), "");
        },
      ),
    );
  });

  it("of a person leaves a machine's words as they are or takes them over, and adds none", () => {
    const before = [segment(1, 0, { machine: draft, text: "one two three" }), segment(2, 2000)];
    const person = (after: TierSegment[]) => faultOfTaking({ by: "person" }, before, after) ?? "";
    const [first, second] = before as [TierSegment, TierSegment];
    assert.equal(person([{ ...first, startMs: 50, speaker: "SPK2" }, second]), "", "moved and given a speaker, still a draft");
    assert.equal(
      person([{ ...first, endMs: 500, text: "one two" }, segment(3, 500, { machine: draft, text: "three", endMs: 900 })]),
      "",
      "cut in two, still drafts",
    );
    assert.equal(person([{ ...first, text: "one too free", machine: null }]), "", "taken over and changed");
    assert.match(person([{ ...first, text: "one too free" }]), /segment 1: .*to be taken over/);
    const shorter = /segment 1: expected words of which some were left out to be taken over/;
    assert.match(person([{ ...first, text: "two three" }, second]), shorter, "what is cut away may turn what is said");
    assert.match(person([{ ...first, text: "" }, second]), shorter);
    const other = /expected other ways to read a machine's words to be taken over/;
    assert.match(person([{ ...first, alternatives: ["all of them"] }, second]), other);
    const half = segment(3, 500, { machine: draft, text: "three", endMs: 900 });
    assert.match(person([{ ...first, text: "one" }, half]), shorter, "the word between the halves");
    assert.match(
      person([
        { ...first, text: "one two" },
        { ...half, alternatives: ["free"] },
      ]),
      other,
    );
    assert.match(person([first, half]), /segment 3: expected words that were changed/, "words that stand in the draft already");
    assert.equal(
      person([{ ...first, text: "one or two", machine: null }, half]),
      "",
      "half of it taken over, the other half still a draft",
    );
    assert.match(person([{ ...first, machine: { confidence: 1, suspect: [] } }]), /segment 1: .*what the recogniser said/);
    assert.match(person([{ ...second, machine: draft }]), /segment 2: .*stay a person's/);
    assert.match(person([segment(9, 9000, { machine: draft, text: "one" })]), /segment 9: .*new words that are said to be a machine's/);
    const program = (after: TierSegment[]) => faultOfTaking({ by: "program", name: "x", version: "1", model: "y" }, before, after) ?? "";
    assert.match(program([first, { ...second, text: "other", machine: draft }]), /segment 2: .*leave what a person wrote/);
    assert.match(program([first, second, segment(3, 5000)]), /segment 3: .*marked as such/);
    assert.equal(program([first, second, segment(3, 5000, { machine: draft })]), "");
  });
});

describe("what a version changed", () => {
  it("is named by segment and by what of it, and a tier of another language is another text", () => {
    const before = { language: "uk", segments: [segment(1, 0), segment(2, 2000), segment(3, 4000, { language: "ru" })] };
    const after = [segment(1, 100, { speaker: "SPK2" }), segment(3, 4000, { language: "ru" }), segment(4, 9000)];
    assert.deepEqual(tierChanges(before, { language: "uk", segments: after }), [
      { id: 1, is: "changed", fields: ["time", "speaker"] },
      { id: 4, is: "new", fields: [] },
      { id: 2, is: "removed", fields: [] },
    ]);
    assert.deepEqual(
      tierChanges(before, { ...before, language: "be" }).map(({ id, fields }) => [id, fields]),
      [
        [1, ["language"]],
        [2, ["language"]],
      ],
    );
    assert.deepEqual(tierChanges(before, structuredClone(before)), []);
    const english = { language: "en", segments: [segment(1, 0, { of: 1 }), segment(2, 2000)] };
    assert.deepEqual(
      tierChanges({ ...english, source: "w1" }, { ...english, source: "w2" }),
      [{ id: 1, is: "changed", fields: ["source"] }],
      "the same number in another tier is other words",
    );
  });

  it("fits into a line as stretches that hold the same ids", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 })), fc.integer({ min: 1, max: 301 }), (ids, asked) => {
        const ranges = rangesOf(ids);
        const sorted = [...new Set(ids)].sort((a, b) => a - b);
        assert.deepEqual([...idsOf(ranges)], sorted);
        assert.equal(countIds(ranges), sorted.length);
        assert.equal(holdsId(ranges, asked), ids.includes(asked));
      }),
    );
    assert.equal(JSON.stringify(rangesOf(Array.from({ length: 20_000 }, (_, at) => at + 1))), "[[1,20000]]");
  });
});

describe("whose words a segment has", () => {
  const version = (
    by: PersonId,
    line: number,
    segments: readonly TierSegment[],
    changed: readonly number[],
    before: readonly WrittenSegment[],
    program = false,
  ) =>
    writersAfter(before, {
      ...{ by, line, version: line, segments },
      made: program ? { by: "program", name: "x", version: "1", model: "" } : { by: "person" },
      isChanged: (id) => changed.includes(id),
      isReworded: (id) => changed.includes(id),
    });
  const writersOf = (all: readonly WrittenSegment[], id: number) => all.find((one) => one.id === id)?.writers;

  it("stay those of everybody who wrote them, through cuts and joins; a program's are nobody's", () => {
    const machine = { machine: draft };
    const heard = version("p9", 1, [segment(1, 0, machine), segment(2, 2000, machine)], [1, 2], [], true);
    assert.deepEqual([writersOf(heard, 1), writersOf(heard, 2)], [[], []]);
    const taken = version("p1", 2, [segment(1, 0), segment(2, 2000)], [1], heard);
    assert.deepEqual([writersOf(taken, 1), writersOf(taken, 2)], [["p1"], []]);
    const cut = version("p2", 3, [segment(1, 0, { endMs: 500 }), segment(2, 2000), segment(3, 500, { endMs: 1000 })], [1, 3], taken);
    assert.deepEqual(writersOf(cut, 3), ["p1", "p2"]);
    const joined = version("p3", 4, [segment(2, 0, { endMs: 3000 })], [2], cut);
    assert.deepEqual([...(writersOf(joined, 2) ?? [])].sort(), ["p1", "p2", "p3"]);
    const beside = version("p3", 3, [segment(1, 0), segment(2, 2000), segment(7, 100, { speaker: "SPK2" })], [7], taken);
    assert.deepEqual(writersOf(beside, 7), ["p3"], "who speaks at the same time is another segment, and stays whose it was");
  });

  it("stay so when words move over the boundary between two that were there before", () => {
    const written = version("p1", 1, [segment(1, 0, { endMs: 3000 })], [1], []);
    const added = version("p2", 2, [segment(1, 0, { endMs: 3000 }), segment(2, 3000)], [2], written);
    const moved = version("p2", 3, [segment(1, 0), segment(2, 1000, { endMs: 4000 })], [1, 2], added);
    assert.deepEqual([...(writersOf(moved, 2) ?? [])].sort(), ["p1", "p2"]);
  });

  it("are somebody's where a program's version says that they are a person's", () => {
    const said = version("p9", 1, [segment(1, 0), segment(2, 2000, { machine: draft })], [1, 2], [], true);
    assert.deepEqual([writersOf(said, 1), writersOf(said, 2)], [["p9"], []]);
  });

  it("are never fewer people than before, whatever is done", () => {
    const people: PersonId[] = ["p1", "p2", "p3"];
    const step = fc.record({
      who: fc.constantFrom(...people),
      ids: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      drop: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        let all: WrittenSegment[] = [];
        let line = 0;
        for (const { who, ids, drop } of steps) {
          const kept = all.filter(({ id }) => id !== drop || ids.includes(id));
          const next = [...new Set([...kept.map(({ id }) => id), ...ids])].map((id) => segment(id, id * 2000));
          const before = all;
          all = version(who, ++line, next, ids, before);
          for (const { id, writers } of all) {
            const was = writersOf(before, id) ?? [];
            assert.ok(was.every((one) => writers.includes(one)));
            assert.equal(writers.includes(who) || !ids.includes(id), true);
          }
        }
      }),
    );
  });
});

describe("what a review is worth", () => {
  const record = { draft: false, text: "words" as string | null, writers: ["p1"] as PersonId[], changedAt: 10 };
  const review = (line: number, by: PersonId, verdict: SegmentReview["verdict"] = "agrees"): SegmentReview => ({ line, by, verdict });
  const stands = (reviews: SegmentReview[], more: Partial<typeof record> = {}, source?: Parameters<typeof segmentStanding>[3]) => {
    const { standing, obstacle } = segmentStanding(
      { ...record, ...more },
      reviews,
      source === undefined ? "verbatim" : "translation",
      source,
    );
    return `${standing} ${obstacle}`;
  };

  it("is that of a second person, of the words as they are now, and who disagrees outweighs who agrees", () => {
    assert.equal(stands([]), "written not-reviewed");
    assert.equal(stands([review(11, "p2")]), "reviewed null");
    assert.equal(stands([review(11, "p1")]), "written not-reviewed", "their own words");
    assert.equal(stands([review(9, "p2")]), "outdated changed");
    assert.equal(stands([review(11, "p2"), review(12, "p3", "disagrees")]), "disagreed disagreed");
    assert.equal(stands([review(11, "p2", "disagrees"), review(12, "p2")]), "reviewed null", "the same person says it last");
    assert.equal(stands([review(11, "p2"), review(12, "p2", null)]), "written not-reviewed", "who takes their word back has said nothing");
    assert.equal(stands([review(11, "p2", null), review(12, "p2")]), "reviewed null", "and may read it again");
    assert.equal(stands([review(11, "p2"), review(12, "p3", null)]), "reviewed null", "what another took back was theirs alone");
    assert.equal(stands([review(11, "p2")], { draft: true }), "machine machine");
    assert.equal(stands([review(11, "p2")], { text: null }), "withheld withheld", "whose words they are is not known here");
    assert.equal(reviewObstacle({ draft: false, text: null, writers: [] }, "p2"), "withheld");
    assert.equal(stands([review(11, "p2")], { text: "/unintelligible/ …" }), "reviewed no-words");
  });

  it("of a translation asks for the words beside it too", () => {
    const source = { changedAt: 5, obstacle: null };
    assert.equal(stands([review(11, "p2")], {}, source), "reviewed null");
    assert.equal(stands([review(11, "p2")], {}, { ...source, obstacle: "not-reviewed" }), "reviewed source-not-reviewed");
    assert.equal(stands([review(11, "p2")], {}, { ...source, changedAt: 12 }), "outdated source-changed");
    assert.equal(segmentStanding(record, [review(11, "p2")], "translation", undefined).obstacle, "no-source");
  });
});

describe("which way words run", () => {
  it("is said by the language, else by the first letter; where both speak and differ, that is told", () => {
    assert.deepEqual(textDirection("ar", "أين"), { direction: "rtl", basis: "language", differs: false });
    assert.deepEqual(textDirection("ar", "«BMD» شارع"), { direction: "rtl", basis: "language", differs: true });
    assert.deepEqual(textDirection("uk", "де"), { direction: "ltr", basis: "language", differs: false });
    assert.deepEqual(textDirection("ar-Latn", "ayna"), { direction: "ltr", basis: "language", differs: false });
    assert.deepEqual(textDirection("mul", "12 שלום x"), { direction: "rtl", basis: "first-strong", differs: false });
    for (const [language, text, direction] of [
      ["uz-AF", "کوچه کجاست", "rtl"],
      ["uz", "Ko‘cha qayerda", "ltr"],
      ["az-IR", "آدامین ماشینی", "rtl"],
      ["pa-PK", "گڈی کتھے اے", "rtl"],
      ["pa", "ਗੱਡੀ ਕਿੱਥੇ ਹੈ", "ltr"],
      ["ku-IQ", "ئۆتۆمبێلەکە", "rtl"],
      ["ku", "Otomobîl li ku ye", "ltr"],
      ["kk-CN", "كولىك قايدا", "rtl"],
    ] as const)
      assert.deepEqual(textDirection(language, text), { direction, basis: "first-strong", differs: false }, language);
    assert.deepEqual(textDirection("und", "… 12"), { direction: "ltr", basis: "neither", differs: false });
  });

  it("and a language is taken by a name or code that is known, never guessed", () => {
    assert.deepEqual(["Ukrainian", "ukr", "uk", "en-GB", "Klingonese", "", null].map(languageCode), [
      "uk",
      "uk",
      "uk",
      "en-GB",
      null,
      null,
      null,
    ]);
  });
});

describe("what one speaker says, as a text", () => {
  it("has all segments in their places; what carries no quote is blank and as long", () => {
    const all = [segment(1, 0, { text: "де він" }), segment(2, 500, { speaker: "SPK2" }), segment(3, 900, { text: "тут" })];
    const said = speakerText(all, "SPK1");
    assert.equal(said.text, "де він\nтут");
    const shown = onlyQuotable(said, (id) => id === 3);
    assert.equal(shown, "      \nтут");
    for (const { start, end, id } of said.places) assert.equal(said.text.slice(start, end), all.find((one) => one.id === id)?.text);
  });
});
