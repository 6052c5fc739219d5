import assert from "node:assert/strict";
import { it } from "node:test";
import { ItemId } from "../../core/item/item.ts";
import { readSpeechAddress, speechPath } from "./speech-address.ts";

const item = ItemId.parse("i3");
const read = (path: string) => readSpeechAddress(new URLSearchParams(path.split("?")[1]));

it("a link goes to a segment of a tier at a time, in the part of the screen it names", () => {
  const path = speechPath(item, { tier: "w2", segment: 5, atMs: 12_345, part: "review" });
  assert.equal(path, "/speech/i3?tier=w2&segment=5&at=12.345&part=review");
  assert.deepEqual(read(path), { tier: "w2", made: undefined, segment: 5, at: 12.345, part: "review", versions: undefined });
});

it("a tier that is not written yet is named by what it will be", () => {
  const path = speechPath(item, { tier: "new", sort: "translation", language: "en", from: "w2" });
  assert.deepEqual(read(path).made, { sort: "translation", language: "en", from: "w2" });
  assert.equal(read("/speech/i3?tier=new&sort=poem&language=en").made, undefined);
});

it("what is no address of ours is passed over, never guessed at", () => {
  const { tier, segment, at, part, versions } = read("/speech/i3?tier=i2&segment=0&at=1e5&part=all&versions=2-");
  assert.deepEqual([tier, segment, at, part, versions], [undefined, undefined, undefined, "write", undefined]);
  assert.deepEqual(read("/speech/i3?versions=1-3").versions, [1, 3]);
});
