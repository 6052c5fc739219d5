import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { viewOfWords, viewWords } from "./view-in-address.ts";
import { panned, PLAIN_VIEW, type ViewRecipe } from "./view-recipe.ts";

const hundredths = (low: number, high: number) => fc.integer({ min: low * 100, max: high * 100 }).map((value) => value / 100);
const anyView: fc.Arbitrary<ViewRecipe> = fc
  .record({
    flipX: fc.boolean(),
    flipY: fc.boolean(),
    turnDeg: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
    brightness: hundredths(0.2, 3),
    contrast: hundredths(0.2, 3),
    zoom: hundredths(1, 16),
    panX: hundredths(-9, 9),
    panY: hundredths(-9, 9),
  })
  .map(({ panX, panY, ...rest }) => panned({ ...PLAIN_VIEW, ...rest }, panX, panY));

describe("A way of looking in an address", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const back = viewOfWords(viewWords(view) ?? null);
        for (const name of Object.keys(view) as (keyof ViewRecipe)[])
          if (typeof view[name] === "number") assert.ok(Math.abs(Number(back[name]) - Number(view[name])) < 0.001, name);
          else assert.equal(back[name], view[name], name);
      }),
    );
  });

  it("is not there when nothing is changed", () => {
    assert.equal(viewWords(PLAIN_VIEW), undefined);
    assert.deepEqual(viewOfWords(null), PLAIN_VIEW);
  });

  it("is the plain view when somebody wrote nonsense, and stays within what the controls allow", () => {
    for (const words of ["", "flip-z", "zoom-", "zoom-NaN", "turn-45", "bright-1e9", "zoom-2;x", "9".repeat(300)])
      assert.deepEqual(viewOfWords(words), PLAIN_VIEW, words);
    fc.assert(
      fc.property(fc.string(), (words) => {
        const { zoom, brightness, panX } = viewOfWords(words);
        assert.ok(zoom >= 1 && zoom <= 16 && brightness >= 0.2 && brightness <= 3 && Math.abs(panX) <= 8);
      }),
    );
    assert.equal(viewOfWords("bright-999").brightness, 3);
    assert.equal(viewOfWords("zoom-999").zoom, 16);
    assert.equal(viewOfWords("zoom-2.pan-900_0").panX, 1);
  });
});
