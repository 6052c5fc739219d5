import assert from "node:assert/strict";
import { it } from "node:test";
import { lateWords } from "./late-words.ts";

it("a picture that is not the one asked for is said to be late, an empty one and one of a hair's breadth as well", () => {
  assert.equal(lateWords({ due: 7, shown: 7, lateSec: 0, framesBehind: 0 }), null);
  assert.equal(lateWords({ due: null, shown: null, lateSec: 0, framesBehind: 0 }), null);
  assert.equal(lateWords({ due: 7, shown: null, lateSec: 0, framesBehind: 1 }), "late: no picture yet");
  assert.equal(lateWords({ due: 7, shown: 6, lateSec: 0.0004, framesBehind: 1 }), "picture 0.01 s late");
  assert.equal(lateWords({ due: 16, shown: 7, lateSec: 0.36, framesBehind: 9 }), "picture 0.36 s late");
});
