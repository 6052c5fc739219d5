import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { compareVersions, compareWords } from "./compare-versions.ts";
import type { TierSegment } from "../../core/tier/tier.ts";

const segment = (id: number, text: string, startMs = id * 1000): TierSegment => ({
  ...{ id, startMs, endMs: startMs + 900, speaker: null, text, alternatives: [], overlap: false, language: null, of: null, box: null },
  machine: null,
});

it("words that went and words that came are told apart from those that stayed", () => {
  assert.deepEqual(compareWords("he is gasping there", "he is barely breathing there"), [
    { is: "same", text: "he is" },
    { is: "gone", text: " gasping" },
    { is: "new", text: " barely breathing" },
    { is: "same", text: " there" },
  ]);
});

it("what stayed and went is the older text, what stayed and came the newer", () => {
  const text = fc.array(fc.constantFrom("a", "b", "так", "لا"), { maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = compareWords(before, after);
      const without = (left: string): string =>
        found
          .filter(({ is }) => is !== left)
          .map((run) => run.text)
          .join("");
      assert.equal(without("new"), before);
      assert.equal(without("gone"), after);
    }),
  );
});

it("only segments that differ are told of, in the order of time", () => {
  const before = [segment(1, "one"), segment(2, "two"), segment(3, "three")];
  const found = compareVersions(before, [segment(1, "one"), segment(2, "two more"), segment(4, "four", 2500)]);
  assert.deepEqual(
    found.map(({ id, before: was, after: now }) => [id, was?.text, now?.text]),
    [
      [2, "two", "two more"],
      [4, undefined, "four"],
      [3, "three", undefined],
    ],
  );
});
