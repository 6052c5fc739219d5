/** What a loop checks, and what hangs on a pair that none does. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import { clip, pair, theGroup } from "./sync-problems.ts";

const six = ["A", "B", "C", "D", "E", "F"].map(clip);
const triangle = (p: string, q: string, r: string, miss = 0) => [pair(p, q, 1, 0.01), pair(q, r, 1, 0.01), pair(p, r, 2 + miss, 0.01)];
const two = [...triangle("A", "B", "C"), pair("C", "D", 300, 0.01), ...triangle("D", "E", "F")];

describe("two groups of three that one pair joins", () => {
  it("are consistent in their parts, and the recordings beyond rest on the pair that nothing checks", () => {
    const answer = answerSync({ clips: six, pairs: two });
    const group = theGroup(answer);
    assert.deepEqual([group.state, group.unchecked], ["consistent-in-parts", ["C-D"]]);
    assert.deepEqual(group.parts, [
      ["A", "B", "C"],
      ["D", "E", "F"],
    ]);
    assert.deepEqual(
      group.clips.map(({ clip: id, restsOnUnchecked }) => [id, restsOnUnchecked]),
      ["A", "B", "C", "D", "E", "F"].map((id) => [id, id < "D" ? [] : ["C-D"]]),
    );
    assert.deepEqual(
      answer.pairs.map(({ pair: id, closing }) => [id, closing]),
      answer.pairs.map(({ pair: id }) => [id, id === "C-D" ? 0 : 1]),
    );
  });

  it("are consistent as a whole once a second pair closes a loop over the first", () => {
    const group = theGroup(answerSync({ clips: six, pairs: [...two, pair("B", "E", 302, 0.01)] }));
    assert.deepEqual([group.state, group.unchecked, group.parts.length], ["consistent", [], 1]);
    assert.ok(group.clips.every(({ restsOnUnchecked }) => restsOnUnchecked.length === 0));
  });

  it("hold the fault of one part in it, and no loop that misses checks anything", () => {
    const answer = answerSync({
      clips: six,
      pairs: [...triangle("A", "B", "C", 1), pair("C", "D", 300, 0.01), ...triangle("D", "E", "F")],
    });
    assert.equal(theGroup(answer).state, "inconsistent");
    assert.deepEqual(
      answer.pairs.map(({ pair: id, closing }) => [id, closing]),
      answer.pairs.map(({ pair: id }) => [id, id >= "D" ? 1 : 0]),
    );
  });

  it("hang a chain beyond on every pair of it", () => {
    const chain = [...triangle("A", "B", "C"), pair("C", "D", 1, 0.01), pair("D", "E", 1, 0.01)];
    const e = theGroup(answerSync({ clips: six.slice(0, 5), pairs: chain })).clips.find(({ clip: id }) => id === "E");
    assert.deepEqual(e?.restsOnUnchecked, ["C-D", "D-E"]);
  });
});
