import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { planMerge } from "./merge-plan.ts";

describe("merging segments", () => {
  it("keeps them few and writes each row a bounded number of times, whatever is added", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 400 }), (additions) => {
        let segments: number[] = [];
        let written = 0;
        for (const rows of additions) {
          segments.push(rows);
          written += rows;
          for (let places = planMerge(segments); places !== undefined; places = planMerge(segments)) {
            const merged = places.reduce((sum, place) => sum + (segments[place] ?? 0), 0);
            segments = [...segments.filter((_, place) => !(places as readonly number[]).includes(place)), merged];
            written += merged;
          }
        }
        const all = additions.reduce((sum, rows) => sum + rows, 0);
        assert.equal(
          segments.reduce((sum, rows) => sum + rows, 0),
          all,
        );
        // Three at most of each of the five tiers below a million rows, and those that have grown as large as that.
        assert.ok(segments.length <= 15 + all / 1e6, `${segments.length} segments`);
        assert.ok(segments.every((rows) => rows < 4.2e6));
        assert.ok(written <= 6 * all, `${written} of ${all}`);
      }),
    );
  });
});
