import assert from "node:assert/strict";
import { it } from "node:test";
import type { TierSegment } from "../../core/tier/tier.ts";
import { ontoNewer } from "./onto-newer.ts";

const segment = (id: number, text: string, startMs = id * 1000): TierSegment => ({
  ...{ id, startMs, endMs: startMs + 900, speaker: null, text, alternatives: [], overlap: false, language: null, of: null, box: null },
  machine: null,
});
const base = [segment(1, "one"), segment(2, "two"), segment(3, "three")];
const texts = (list: readonly TierSegment[]) => list.map(({ id, text }) => `${id} ${text}`);

it("changes of two people to different segments both stand", () => {
  const mine = [segment(1, "one of mine"), segment(2, "two"), segment(3, "three")];
  const theirs = [segment(1, "one"), segment(2, "two"), segment(3, "three of theirs")];
  const found = ontoNewer(base, mine, theirs, 4);
  assert.deepEqual(texts(found.segments), ["1 one of mine", "2 two", "3 three of theirs"]);
  assert.deepEqual(found.both, []);
});

it("a segment that both changed is named, and so is one that one changed and the other removed", () => {
  const mine = [segment(1, "one of mine"), segment(3, "three")];
  const theirs = [segment(1, "one of theirs"), segment(2, "two of theirs"), segment(3, "three")];
  const found = ontoNewer(base, mine, theirs, 4);
  assert.deepEqual(found.both, [1, 2]);
  assert.deepEqual(texts(found.segments), ["1 one of mine", "3 three"]);
});

it("two new segments that were given one number both stay, and none is lost", () => {
  const found = ontoNewer(base, [...base, segment(4, "mine", 500)], [...base, segment(4, "theirs", 9000)], 5);
  assert.deepEqual(texts(found.segments), ["5 mine", "1 one", "2 two", "3 three", "4 theirs"]);
  assert.deepEqual([...found.renumbered], [[4, 5]]);
  assert.equal(found.nextId, 6);
});

it("a draft that I moved and they took over stands at my time with their words, a person's", () => {
  const draft = { ...segment(1, "words of a program"), machine: { confidence: 0.4, suspect: [] } };
  const found = ontoNewer([draft], [{ ...draft, startMs: 900 }], [{ ...draft, text: "words of theirs", machine: null }], 2);
  assert.deepEqual(found.both, [1]);
  assert.deepEqual(found.segments, [{ ...segment(1, "words of theirs", 1000), startMs: 900 }]);
});
