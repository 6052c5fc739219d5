/** The words of a bar on the timeline are read whole wherever the bar lies. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { labelPlace } from "./label-place.ts";

const words = "zone not stated, its words: 14.09.2024 16:20";

test("they stand after the start of the bar where there is room", () => {
  assert.deepEqual(labelPlace(words, { before: 100, after: 106 }, 1000), { x: 106, anchor: "start" });
  assert.deepEqual(labelPlace(words, { before: -20, after: -14 }, 1000), { x: 4, anchor: "start" });
});

test("at the right edge they stand before the bar", () => {
  assert.deepEqual(labelPlace(words, { before: 900, after: 906 }, 1000), { x: 894, anchor: "end" });
  assert.deepEqual(labelPlace(words, { before: 1020, after: 1026 }, 1000), { x: 996, anchor: "end" });
});

test("with no room on either side they end at the edge, or begin at the other when the lane is too narrow", () => {
  assert.deepEqual(labelPlace(words, { before: 150, after: 156 }, 320), { x: 316, anchor: "end" });
  assert.deepEqual(labelPlace(words, { before: 50, after: 56 }, 120), { x: 4, anchor: "start" });
});
