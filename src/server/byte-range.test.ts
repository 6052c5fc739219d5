import assert from "node:assert/strict";
import { test } from "node:test";
import { byteRange } from "./byte-range.ts";

// RFC 9110 section 14.1.2 gives these examples for a representation of 10000 bytes.
const examples: [string, { start: number; end: number }][] = [
  ["bytes=0-499", { start: 0, end: 500 }],
  ["bytes=500-999", { start: 500, end: 1000 }],
  ["bytes=-500", { start: 9500, end: 10_000 }],
  ["bytes=9500-", { start: 9500, end: 10_000 }],
  ["bytes=0-0", { start: 0, end: 1 }],
];
for (const [header, expected] of examples) {
  test(`${header} of 10000`, () => assert.deepEqual(byteRange(header, 10_000), expected));
}

test("past the end, or of nothing, cannot be satisfied", () => {
  assert.equal(byteRange("bytes=10000-", 10_000), "unsatisfiable");
  assert.equal(byteRange("bytes=0-", 0), "unsatisfiable");
  assert.equal(byteRange("bytes=-0", 10), "unsatisfiable");
  assert.equal(byteRange("bytes=5-4", 10), "unsatisfiable");
});

test("other units, several ranges and no header mean the whole", () => {
  for (const header of [undefined, "items=0-1", "bytes=0-1,3-4", "bytes=-", "bytes=a-b"]) assert.equal(byteRange(header, 10), undefined);
});
