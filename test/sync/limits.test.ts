/** Limits of loops: how they widen, what a vague way says, and a loop that misses though each of its pairs fits. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import { limitFactor } from "../../src/reason/sync/limit-factor.ts";
import { clip, pair, theGroup } from "./sync-problems.ts";

describe("limits of loops", () => {
  it("holds a lone loop to its 95 %, and widens limits by how many are looked at", () => {
    assert.equal(limitFactor(1), 1);
    // Of a normal variable: 2.80703 is exceeded by 0.25 of 100, either way; 5.4229 by 0.005 / 170,544.
    assert.equal(limitFactor(2).toFixed(3), (2.80703 / 1.95996).toFixed(3));
    assert.equal(limitFactor(170_544).toFixed(2), (5.4229 / 1.95996).toFixed(2));
  });

  it("does not count a way as a witness that is too vague to say anything else", () => {
    const wrong = [pair("A", "B", 1.5, 0.01), pair("A", "X", 14, 0.01)];
    const exact = [
      ...[pair("A", "C", 2, 0.01), pair("B", "C", 1, 0.01)],
      ...[pair("A", "Y", 2, 0.01), pair("X", "Y", -3, 0.01), pair("A", "Z", 4, 0.01), pair("X", "Z", -1, 0.01)],
    ];
    const vague = [pair("A", "D", 3, 2), pair("B", "D", 2, 2), pair("B", "X", 4, 3)];
    const group = theGroup(answerSync({ clips: ["A", "B", "C", "D", "X", "Y", "Z"].map(clip), pairs: [...wrong, ...exact, ...vague] }));
    assert.equal(group.state, "inconsistent");
    // Y and Z each contradict A-X; of A-B only the way over C says anything.
    assert.deepEqual(group.outliers, ["A-X"]);
    assert.deepEqual(group.oneOf, [["A-B", "A-C", "B-C"]]);
  });

  it("takes a loop that misses for a fault, though each of its pairs is within what the others allow it", () => {
    const others = ["D", "E", "F", "G", "H", "I"];
    const exact = others.flatMap((id) => ["A", "B", "C"].map((corner) => pair(corner, id, 0, 0.01)));
    const around = (off: number) => [pair("A", "B", off, 0.01), pair("B", "C", off, 0.01), pair("A", "C", -off, 0.01)];
    const ask = (off: number) => answerSync({ clips: ["A", "B", "C", ...others].map(clip), pairs: [...exact, ...around(off)] });
    assert.equal(theGroup(ask(0.005)).state, "consistent");
    const missed = ask(0.014);
    const { state, outliers, oneOf, closure } = theGroup(missed);
    for (const { againstOthers } of missed.pairs)
      assert.ok(Math.abs(againstOthers?.value ?? 9) < (againstOthers?.plusMinus ?? 0) * closure.limitFactor);
    assert.deepEqual([state, outliers, oneOf], ["inconsistent", [], [["A-B", "A-C", "B-C"]]]);
  });

  it("names nothing that misses its limit by little, though it alone would explain it", () => {
    const ask = (miss: number) => {
      const pairs = [
        pair("A", "B", 1, 0.01),
        pair("B", "C", 1, 0.01),
        pair("A", "D", 3, 0.01),
        pair("C", "D", 1, 0.01),
        pair("A", "C", 2 + miss, 0.01),
      ];
      return theGroup(answerSync({ clips: ["A", "B", "C", "D"].map(clip), pairs }));
    };
    assert.deepEqual([ask(0.015).state, ask(0.015).outliers], ["consistent", []]);
    assert.deepEqual([ask(0.025).state, ask(0.025).outliers, ask(0.025).oneOf[0]?.includes("A-C")], ["inconsistent", [], true]);
    assert.deepEqual([ask(0.2).state, ask(0.2).outliers], ["consistent-without", ["A-C"]]);
  });
});
