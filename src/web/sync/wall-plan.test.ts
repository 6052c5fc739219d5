import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SyncPlanAnswer } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import { answerSync } from "../../reason/sync/answer-sync.ts";
import { momentAt, wallTime, widthOf } from "./absolute-time.ts";
import { toCommon } from "./clip-timing.ts";
import { casePlan, wallPlan } from "./wall-plan.ts";

const clip = (id: string, startS = 0) => ({ id, item: id, label: `${id}.mp4`, startS, endS: startS + 30 });
const pair = (a: string, b: string, offsetS: number, plusMinusS = 0.01) => ({
  id: `${a} ${b}`,
  a,
  b,
  channel: "picture" as const,
  offsetS,
  plusMinusS,
  wrong: 0.001,
});

/** As the server answers, worked out by the reasoner itself. */
function planOf(problem: object) {
  const answer = answerSync(problem as never);
  const plan = casePlan({ problem, answer, clips: [], leftOut: [], notMeasured: 0 } as unknown as SyncPlanAnswer);
  assert.ok(plan !== undefined);
  return plan;
}
const items = (...ids: string[]) => ids as ItemId[];

describe("clips of a wall by the plan of the case", () => {
  const plan = planOf({
    clips: ["i1", "i2", "i3", "i4"].map((id) => clip(id)),
    pairs: [pair("i1", "i2", 12.34), pair("i2", "i3", -3.12), pair("i1", "i3", 9.22)],
  });

  it("stand where the group puts them, on the clock of its reference", () => {
    const wall = wallPlan(items("i1", "i2", "i3"), plan);
    assert.equal(wall.reference, "i1");
    const starts = items("i1", "i2", "i3").map((item) =>
      toCommon(wall.places.get(item)?.timing ?? { at: { item: 0, common: Number.NaN }, ratePpm: 0 }, 0),
    );
    for (const [n, expected] of [0, 12.34, 9.22].entries())
      assert.ok(Math.abs((starts[n] ?? Number.NaN) - expected) < 0.01, `${starts[n]}`);
  });

  it("have no place where nothing joins them, and that is not hidden by one that is made up", () => {
    const wall = wallPlan(items("i2", "i4"), plan);
    assert.equal(wall.places.has("i4" as ItemId), false);
    assert.ok(Math.abs(wall.beginSec - 12.34) < 0.01);
  });

  it("go by the clock of the first one where no plan holds any of them", () => {
    const wall = wallPlan(items("i9", "i4"), plan);
    assert.deepEqual([wall.group, wall.reference, wall.places.size], [null, "i9", 0]);
  });

  it("have no absolute time where nothing states one", () => {
    assert.deepEqual(wallTime(wallPlan(items("i1", "i2"), plan), plan), { state: "unknown" });
  });
});

it("one clip with a stated time gives the common clock an interval, its width and its basis", () => {
  const plan = planOf({
    clips: [clip("i1"), clip("i2")],
    pairs: [pair("i1", "i2", 10)],
    times: [
      {
        id: "t1",
        clip: "i2",
        atS: 5,
        notBefore: "2024-09-14T13:00:00.000Z",
        notAfter: "2024-09-14T13:00:08.000Z",
        basis: "clock on the tower",
      },
    ],
  });
  const time = wallTime(wallPlan(items("i1", "i2"), plan), plan);
  assert.equal(time.state, "known");
  if (time.state !== "known") return;
  const zero = momentAt(time.time, 0);
  // i2's 5 s is 15 s of the common clock: its 0 is so much before.
  assert.ok(Math.abs((zero.from ?? Number.NaN) - Date.parse("2024-09-14T12:59:45.000Z")) < 1100);
  assert.ok(widthOf(zero) >= 8 && widthOf(zero) < 10.5, `${widthOf(zero)}`);
  assert.ok(time.time.bases.some((words) => words.includes("clock on the tower")));
});

it("a time stated of a clip that sound joins is told of the common clock as wide as the answer tells it, the way of sound and all", () => {
  const plan = planOf({
    clips: [clip("i1"), clip("i2")],
    pairs: [{ ...pair("i1", "i2", 10, 0.0005), channel: "sound", at: { a: 25, b: 15 } }],
    times: [{ id: "t1", clip: "i2", atS: 0, notBefore: "2026-03-01T10:00:00.000Z", notAfter: "2026-03-01T10:00:00.200Z" }],
  });
  const time = wallTime(wallPlan(items("i1", "i2"), plan), plan);
  const { absolute } = plan.answer.groups[0] ?? assert.fail("expected a group");
  assert.ok(time.state === "known" && absolute.state === "known");
  const told = absolute.clips.find(({ clip: of }) => of === "i1");
  const [zero, last] = [momentAt(time.time, 0), momentAt(time.time, 30)];
  assert.deepEqual(
    [zero.from, zero.to],
    [told?.start.notBefore, told?.start.notAfter].map((at) => Date.parse(at ?? "")),
  );
  assert.deepEqual(
    [last.from, last.to],
    [told?.end.notBefore, told?.end.notAfter].map((at) => Date.parse(at ?? "")),
  );
  assert.ok(widthOf(zero) > 6, `expected the seconds that a sound may be on its way to count; found ${widthOf(zero)} s`);
  // Before the reference begins it is known no better than within it.
  assert.ok(widthOf(momentAt(time.time, -100)) >= widthOf(zero));
});
