import assert from "node:assert/strict";
import { it } from "node:test";
import { withUnintelligible } from "./unintelligible.ts";

it("the mark for what was not understood stands apart from the words around it", () => {
  assert.deepEqual(withUnintelligible("він там", 3, 3), { text: "він /unintelligible/ там", caret: 20 });
  assert.deepEqual(withUnintelligible("", 0, 0), { text: "/unintelligible/", caret: 16 });
  assert.deepEqual(withUnintelligible("down xx, now", 5, 7), { text: "down /unintelligible/, now", caret: 21 });
});
