import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { ItemId } from "../../core/item/item.ts";
import { mostOnWall, movesWords, readSyncAddress, spanWords, wallPath } from "./sync-address.ts";

const read = (words: string) => readSyncAddress(new URLSearchParams(words));

it("a link to the wall brings back clips, moment, chosen clip, sound, stretch, moves and tab", () => {
  const there = read("clips=i3,i1&at=12.345&chosen=i1&hear=i3&span=10.000..20.500&moved=i1:-0.04&tab=map");
  assert.deepEqual(there.clips, ["i3", "i1"]);
  assert.deepEqual([there.at, there.chosen, there.heard, there.tab], [12.345, "i1", "i3", "map"]);
  assert.deepEqual(there.span, { from: 10, to: 20.5 });
  assert.deepEqual([...there.moves], [["i1", -0.04]]);
});

it("what is not understood in an address is left out, and nothing else with it", () => {
  const there = read("clips=i1,<b>,i2,i1,j4&at=soon&chosen=i9&hear=&span=5..2&moved=i2:fast,i1:0.001&tab=cat");
  assert.deepEqual(there.clips, ["i1", "i2"]);
  assert.deepEqual([there.at, there.chosen, there.heard, there.span, there.tab], [undefined, undefined, undefined, undefined, "plan"]);
  assert.deepEqual([...there.moves], [["i1", 0.001]]);
});

it("a wall never holds more clips than it can show", () => {
  const many = Array.from({ length: 30 }, (_, n) => `i${n + 1}` as ItemId);
  assert.equal(readSyncAddress(new URLSearchParams(wallPath(many).slice("/sync?".length))).clips.length, mostOnWall);
});

it("stretches and moves come back as they were written, to the microsecond", () => {
  const seconds = fc.integer({ min: -900_000_000, max: 900_000_000 }).map((n) => n / 1e6);
  fc.assert(
    fc.property(seconds, seconds, (by, from) => {
      const moves = new Map<ItemId, number>([["i7" as ItemId, by]]);
      const words = movesWords(moves);
      assert.equal(read(`moved=${words ?? ""}`).moves.get("i7" as ItemId) ?? 0, by);
      const span = read(`span=${spanWords({ from, to: from + 1 })}`).span;
      assert.ok(span !== undefined && Math.abs(span.from - from) < 0.001);
    }),
  );
});
