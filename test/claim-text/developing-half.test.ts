/** The rules still read the paragraphs that they were written on. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { it } from "node:test";
import { readMarked } from "../../scripts/accuracy/claims/marked-text.ts";
import { figuresOf, sharesOf } from "../../scripts/accuracy/claims/score-tables.ts";
import { scoreText } from "../../scripts/accuracy/claims/score-text.ts";

it("nine of ten proposals are marked, nine of ten marks are proposed, and next to nothing says more than its text", () => {
  const texts = readMarked(join(import.meta.dirname, "../../scripts/accuracy/claims/dev.jsonl"));
  assert.ok(texts.length >= 64);
  const scores = texts.map(scoreText);
  const all = figuresOf(scores).at(-1);
  assert.ok(all !== undefined && all.right >= all.proposed * 0.9 && all.right >= all.marked * 0.9, JSON.stringify(all));
  assert.ok(sharesOf(scores).moreThanText <= 2);
});
