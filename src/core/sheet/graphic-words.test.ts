/** Words of a sheet about how hard something is to look at: they raise a shield, and never lower one. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { GraphicLevel } from "../item/item.ts";
import { isDoubtful, levelOfWords, raisedLevel } from "./graphic-words.ts";

describe("words about how graphic something is", () => {
  it("are read in three languages, and a bare yes only where the column asks", () => {
    for (const words of ["Graphic Violence", "sensitive", "видно кров", "жестокие кадры", "18+"])
      assert.equal(levelOfWords(words, false), "strong", words);
    for (const words of ["very graphic", "тіла загиблих", "corpse visible"]) assert.equal(levelOfWords(words, false), "severe", words);
    assert.deepEqual([levelOfWords("yes", true), levelOfWords("так", true), levelOfWords("yes", false)], ["strong", "strong", undefined]);
    for (const words of ["no", "Not Sensitive", "not graphic", "ні", "нет", "", "0", "Personal Information Visible", "Deleted by Source"])
      assert.equal(levelOfWords(words, true), undefined, words);
  });

  it("raise it with a doubt beside them too, and the doubt is seen", () => {
    for (const words of ["YES - blood?", "yes - ?", "так?", "maybe blood"])
      assert.deepEqual([levelOfWords(words, true), isDoubtful(words)], ["strong", true], words);
    for (const words of ["no?", "not sure"]) assert.equal(levelOfWords(words, true), undefined, words);
    assert.equal(isDoubtful("YES - blood"), false);
  });

  it("never lower a shield", () => {
    const rank = { none: 0, mild: 1, strong: 2, severe: 3, unassessed: 3 } as const;
    const level = fc.constantFrom(...GraphicLevel.options);
    fc.assert(
      fc.property(level, level, (current, stated) => {
        const raised = raisedLevel(current, stated);
        if (raised === undefined) return;
        assert.equal(raised, stated);
        // What nobody assessed is covered like the worst, and only words that cover as well may stand in its place.
        assert.ok(current === "unassessed" ? raised === "strong" || raised === "severe" : rank[raised] > rank[current]);
      }),
    );
  });
});
