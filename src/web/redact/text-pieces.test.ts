import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { WordsMarkRow } from "../../api/covered-words.ts";
import { maskedText, piecesOf, wholeWords } from "./text-pieces.ts";

const place = { in: "tier", tier: "w1", segment: 1 } as const;
const mark = (start: number, end: number) =>
  ({ anchored: { state: "there", place, span: { start, end }, moved: false } }) as unknown as WordsMarkRow;

describe("a text with covered words", () => {
  it("is cut into what is read and blocks, which touch in one, and keeps every offset in the field", () => {
    const text = "Jo 😀 and Ana\nleft";
    const pieces = piecesOf(text, [mark(9, 13), mark(0, 5), mark(3, 6)]);
    assert.deepEqual(
      pieces.map(({ start, end, marks }) => [start, end, marks.length]),
      [
        [0, 6, 2],
        [6, 9, 0],
        [9, 13, 1],
        [13, text.length, 0],
      ],
    );
    assert.equal(pieces.map((piece) => piece.text).join(""), text);
    const masked = maskedText(pieces);
    assert.deepEqual([masked.length, masked.indexOf("\n"), masked.slice(6, 9)], [text.length, 13, "an"[0] + "nd"]);
  });

  it("is covered by whole words and whole characters", () => {
    const text = "He saw Marshwarden's 😀 house.";
    assert.deepEqual(wholeWords(text, { start: 9, end: 12 }), { start: 7, end: 20 });
    assert.deepEqual(wholeWords(text, { start: 6, end: 7 }), null);
    assert.deepEqual(wholeWords(text, { start: 21, end: 22 }), { start: 21, end: 23 });
    assert.deepEqual(wholeWords(text, { start: 24, end: 30 }), { start: 24, end: 30 });
  });
});
