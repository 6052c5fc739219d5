/** What is shown of a text: the part where the words stand, in its own spelling, with nothing lost or doubled. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { foldForSearch } from "./fold-text.ts";
import { snippetOf } from "./snippet.ts";

const marked = (text: string, words: readonly string[]) =>
  snippetOf(text, words)
    .pieces.filter(({ found }) => found)
    .map((piece) => piece.text);

describe("a snippet", () => {
  it("marks what was found as the text has it, not as it is compared", () => {
    assert.deepEqual(marked("The Café of Łódź", ["cafe", "lodz"]), ["Café", "Łódź"]);
    assert.deepEqual(marked("مُحَمَّد هنا", ["محمد"]), ["مُحَمَّد"]);
    assert.deepEqual(marked("ﬁne ｶﾞ", ["fine", "ガ"]), ["ﬁne", "ｶﾞ"]);
  });

  it("shows the part of a long text where most of the words stand", () => {
    const text = `${"filler words ".repeat(2000)}the fountain is dry ${"and more ".repeat(2000)}`;
    const { pieces, cutBefore, cutAfter } = snippetOf(text, ["fountain", "dry"]);
    assert.deepEqual(
      pieces.filter(({ found }) => found).map((piece) => piece.text),
      ["fountain", "dry"],
    );
    assert.equal(cutBefore && cutAfter, true);
    assert.ok(pieces.map((piece) => piece.text).join("").length <= 300);
  });

  it("is a part of the text, cut between characters, and what it marks folds to what was asked", () => {
    const part = fc.constantFrom("fountain", "é", "🚨", "市場", "ﬁ", " ", "\n", "x");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 400 }), fc.constantFrom("fountain", "e", "市", "fi", "x"), (parts, word) => {
        const text = parts.join("");
        const { pieces } = snippetOf(text, [word]);
        const shown = pieces.map((piece) => piece.text).join("");
        assert.ok(text.includes(shown));
        assert.equal(shown.isWellFormed(), true);
        for (const { text: piece, found } of pieces)
          if (found) assert.ok(foldForSearch(piece).includes(word) || piece.length < word.length);
        assert.equal(
          pieces.some(({ found }) => found),
          foldForSearch(text.slice(0, 4000)).includes(word),
        );
      }),
    );
  });
});
