import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SyncPlanAnswer } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import { answerSync } from "../../reason/sync/answer-sync.ts";
import { checkWords, clipCheck, pairNames } from "./clip-check.ts";
import { casePlan } from "./wall-plan.ts";

const clip = (id: string) => ({ id, item: id, label: `${id}.mp4`, startS: 0, endS: 60 });
const pair = (a: string, b: string, offsetS: number) => ({
  ...{ id: `${a} ${b}`, a, b, offsetS },
  ...{ channel: "picture" as const, plusMinusS: 0.01, wrong: 0.001 },
});

function checksOf(clips: readonly string[], pairs: readonly object[]) {
  const problem = { clips: clips.map(clip), pairs };
  const answer = answerSync(problem as never);
  const plan = casePlan({ problem, answer, clips: [], leftOut: [], notMeasured: 0 } as unknown as SyncPlanAnswer);
  const group = plan?.answer.groups[0];
  assert.ok(plan !== undefined && group !== undefined);
  return { plan, group, of: (item: string) => clipCheck(item as ItemId, group, plan) };
}

describe("what checks a clip's place on the common clock", () => {
  const first = [pair("i1", "i2", 1), pair("i2", "i3", 1), pair("i1", "i3", 2)];

  it("is a loop that closes and holds it; the reference itself is not checked", () => {
    const { of, plan } = checksOf(["i1", "i2", "i3"], first);
    assert.deepEqual(of("i1"), { state: "reference" });
    assert.deepEqual(of("i3"), { state: "checked", loops: 1 });
    assert.equal(checkWords(of("i3"), plan), "by 1 loop");
  });

  it("is nothing where two groups hang on one pair, whatever loops there are beyond it", () => {
    const second = [pair("i4", "i5", 1), pair("i5", "i6", 1), pair("i4", "i6", 2)];
    const { of, plan, group } = checksOf(["i1", "i2", "i3", "i4", "i5", "i6"], [...first, pair("i3", "i4", 300), ...second]);
    assert.notEqual(group.state, "consistent");
    assert.deepEqual(of("i3"), { state: "checked", loops: 1 });
    for (const item of ["i4", "i5", "i6"]) assert.deepEqual(of(item), { state: "rests", pairs: ["i3 i4"] });
    assert.equal(checkWords(of("i6"), plan), "unchecked: rests on 3 – 4, in no loop");
  });

  it("names the pair by what was compared where a mark says otherwise than the sound of the same two", () => {
    const { plan } = checksOf(["i1", "i2"], [pair("i1", "i2", 1), { ...pair("i1", "i2", 4), id: "j1 i1 i2", channel: "marks" }]);
    assert.equal(pairNames(["j1 i1 i2"], plan), "1 – 2 (marks)");
  });

  it("is nothing where the only loop does not close", () => {
    const { of } = checksOf(["i1", "i2", "i3"], [pair("i1", "i2", 1), pair("i2", "i3", 1), pair("i1", "i3", 9)]);
    assert.deepEqual(of("i2"), { state: "none-closes" });
  });
});
