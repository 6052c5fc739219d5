/** What is the same word to search, and what is another. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { foldForSearch, foldText, foldWithPlaces } from "./fold-text.ts";

describe("for search", () => {
  for (const [a, b, why] of [
    ["FOUNTAIN", "fountain", "case"],
    ["Straße", "STRASSE", "letters with two capitals"],
    ["café", "cafe\u0301", "composed and decomposed"],
    ["Zürich Łódź Ærø", "zurich lodz aero", "diacritics of Latin"],
    ["ё", "е", "letters that Russian writes for each other"],
    ["п’ять", "п'ять", "apostrophes"],
    ["Ｆｕｌｌ ｶﾞ", "full ガ", "full and half width"],
    ["مُحَمَّد", "محمد", "vowel signs of Arabic"],
    ["العـــربية", "العربيه", "tatweel, and teh marbuta"],
    ["أحمد إلى", "احمد الي", "alef with hamza, alef maksura"],
    ["کتاب ی", "كتاب ي", "Persian letters"],
    ["٣٤ ۳۴", "34 34", "figures"],
    ["שָׁלוֹם", "שלום", "points of Hebrew"],
    ["Ελλάς", "ελλασ", "final sigma and accents"],
    ["ISPARTA İzmir", "ısparta izmir", "Turkish letters"],
    ["fo\u200bun\u00adtain", "fountain", "invisible characters"],
    ["a \n\t b", "a b", "white space"],
  ] as const) {
    it(`these are the same: ${why}`, () => assert.equal(foldForSearch(a), foldForSearch(b)));
  }

  for (const [a, b, why] of [
    ["мій", "міи", "й is a letter of its own"],
    ["їжа", "іжа", "so is ї"],
    ["か", "が", "voicing in Japanese"],
    ["กา", "กิ", "vowel signs of Thai"],
    ["कि", "कु", "vowel signs of Devanagari"],
  ] as const) {
    it(`these are not: ${why}`, () => assert.notEqual(foldForSearch(a), foldForSearch(b)));
  }

  it("folding again changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => foldText(foldText(text)) === foldText(text)));
  });

  it("every character of the stored form knows where in the text it comes from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { folded, starts, ends } = foldWithPlaces(text);
        assert.equal(folded, foldForSearch(text));
        for (let at = 0; at < folded.length; at++) {
          assert.ok((starts[at] ?? -1) < (ends[at] ?? -1) && (ends[at] ?? Infinity) <= text.length);
          if (at > 0) assert.ok((starts[at] ?? 0) >= (starts[at - 1] ?? 0));
        }
      }),
    );
  });
});
