import assert from "node:assert/strict";
import { test } from "node:test";
import { pairPath, readCopiesAddress, textGroupPath } from "./copies-address.ts";

const read = (words: string) => readCopiesAddress(new URLSearchParams(words));

test("an address names a group, a pair, a stretch, a second and a way of comparing", () => {
  assert.deepEqual(read("pair=i3-i7&segment=sound-2&b=12.400&mode=blink"), {
    group: undefined,
    pair: { a: "i3", b: "i7" },
    only: undefined,
    post: undefined,
    segment: "sound-2",
    at: { side: "b", sec: 12.4 },
    mode: "blink",
  });
  assert.equal(read("group=i12&only=reopened").group, "i12");
});

test("what was written is read back", () => {
  assert.deepEqual(read(pairPath({ a: "i3", b: "i7" }, "picture-0").split("?")[1] ?? "").pair, { a: "i3", b: "i7" });
  assert.deepEqual(read(textGroupPath({ item: "i9", at: 41 }).split("?")[1] ?? "").post, { item: "i9", at: 41 });
});

test("an address that means nothing is the plain screen", () => {
  const plain = read("");
  for (const words of [
    "pair=i3-i3&group=../x&segment=picture-&a=-1&mode=all",
    "pair=i3-i7-i9&post=i3&only=everything&a=1e9",
    "pair=i0-i7&post=x-1&segment=<b>&b=NaN",
  ])
    assert.deepEqual(read(words), plain, words);
});
