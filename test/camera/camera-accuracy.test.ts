/** The accuracy of docs/method/camera.md on a few scenes: a change that makes answers too sure, too vague or wrong is seen here. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { scoreScenes } from "../../scripts/accuracy/camera.ts";

it("95 % sets of camera positions hold the truth, and are not much wider than the best answer", () => {
  const scores = scoreScenes(20_000, 60);
  const whole = scores.filter(({ strata }) => !strata.mistaken);
  const held = whole.filter(({ holds }) => holds).length / whole.length;
  // Of 55 sets of 97 % fewer than 50 hold the truth once in three hundred times; of 85 %, more often than not.
  assert.ok(held >= 0.91, `${(held * 100).toFixed(1)} % of the sets without a mistaken pair hold the truth`);
  const widths = scores.flatMap(({ width }) => width ?? []).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? Infinity;
  assert.ok(widths.length > 40 && median > 0.9 && median <= 1.5, `median width ${median}`);
  const told = scores.filter(({ headingHolds }) => headingHolds !== null);
  assert.ok(told.filter(({ headingHolds }) => headingHolds).length / told.length >= 0.88, "headings");
});
