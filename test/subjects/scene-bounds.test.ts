/** What passes for time through a pair sheet: by the time reasoner itself, and by what the time bench offers. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { SceneBoundsAnswer, SceneClipRow } from "../../src/api/scenes.ts";
import { faultOfPair } from "../../src/core/scene/check-pair.ts";
import type { ComparedPair, ScenePairSheet, SharedState } from "../../src/core/scene/scene-pair-sheet.ts";
import type { SceneVerdict } from "../../src/core/scene/scene.ts";
import type { TimeClaim } from "../../src/core/time/time-claim.ts";
import { type JudgedPair, sceneOrders } from "../../src/reason/scene/scene-orders.ts";
import { answerTime } from "../../src/reason/time/answer-time.ts";
import { TimeProblem, type TimeStatement } from "../../src/reason/time/time-problem.ts";
import { eachOnce } from "../../src/web/time/take-from-case.ts";
import { sceneOffers } from "../../src/web/time/scene-statements.ts";

const burnt: SharedState = { object: "V1", words: "burnt out", beganOnce: true, beganWith: null, endsOnce: false, endedWith: null };
const pair = (verdict: SceneVerdict, states: readonly SharedState[] = [burnt], withdrawn = false): JudgedPair => ({
  ...{ id: "sp1", a: "i1", b: "i2", verdict, withdrawn, states },
});

const utc = (instant: string): TimeClaim => ({
  ...{ means: "posted", verbatim: instant, earliest: instant, latest: instant, basis: "synthetic" },
  zone: { state: "utc" },
});
const clip = (
  item: SceneClipRow["item"],
  posted: SceneClipRow["posted"] = "unknown",
  taken: SceneClipRow["taken"] = "unknown",
): SceneClipRow => ({
  ...{ item, name: `${item}.mp4`, posted, taken, filming: null },
});

/** As the bench makes it of what the case holds, with what else is said of the moments. */
function offered(judged: JudgedPair, clips: readonly SceneClipRow[], names = new Map<string, string>()): TimeStatement[] {
  const answer: SceneBoundsAnswer = {
    orders: sceneOrders(judged).map((order) => ({ ...order, cites: [...order.cites], reason: "same burn pattern" })),
    clips: [...clips],
  };
  return eachOnce(sceneOffers(answer, names).flatMap(({ statements }) => [...statements]));
}

const [horizonFrom, horizonTo] = ["2022-02-28T10:00:00Z", "2022-05-01T12:00:00Z"];

/** Of each moment the one window that is left; undefined where the statements cannot all hold. */
function windowsOf(
  statements: readonly TimeStatement[],
  events: readonly string[] = [],
): ReadonlyMap<string, readonly [string, string]> | undefined {
  const named = statements.flatMap((one) =>
    one.kind === "order" ? [one.before, one.after] : "event" in one ? [one.event] : [one.from, one.to],
  );
  const problem = TimeProblem.parse({ events: [...new Set([...events, ...named])], horizon: ["2022-03-01", "2022-04-30"], statements });
  const answer = answerTime(problem);
  if (!("windows" in answer)) return undefined;
  return new Map(Object.entries(answer.windows).map(([event, windows]) => [event, windows[0] as readonly [string, string]]));
}

const state = "V1: burnt out (sp1)";
const posted = "2022-03-30T05:40:00Z";
const bound = (event: string, at: { notBefore?: string; notAfter?: string }): TimeStatement => ({
  id: `bound of ${event}`,
  kind: "bound",
  event,
  ...at,
});

describe("a time bound between two items", () => {
  it("passes from the filming of one to the state that both show, and names the pair sheet", () => {
    const made = offered(pair("same"), [clip("i1", utc(posted)), clip("i2")]);
    const orders = made.flatMap((one) => (one.kind === "order" ? [[one.before, one.after, one.cites?.[0]]] : []));
    assert.deepEqual(orders, [
      [state, "filming of i1", "sp1"],
      ["filming of i1", "post of i1 (i1.mp4)", "i1"],
      [state, "filming of i2", "sp1"],
    ]);
    const windows = windowsOf(made);
    assert.deepEqual(windows?.get(state), [horizonFrom, posted]);
    assert.deepEqual(windows?.get("filming of i2"), [horizonFrom, horizonTo], "the second may have been filmed at any time after");
  });

  it("passes a beginning on to both filmings, and an upper bound on one filming never to the other", () => {
    const made = offered(pair("same"), [clip("i1", utc(posted)), clip("i2")]);
    const windows = windowsOf([...made, bound(state, { notBefore: "2022-03-28T00:00:00Z" })]);
    assert.deepEqual(windows?.get("filming of i1"), ["2022-03-28T00:00:00Z", posted]);
    assert.deepEqual(windows?.get("filming of i2"), ["2022-03-28T00:00:00Z", horizonTo]);
  });

  it("a picture from above that shows the state bounds its beginning by when it was taken", () => {
    const taken = { ...utc("2022-03-31T09:00:00Z"), means: "stated" } as const;
    const windows = windowsOf(offered(pair("same"), [clip("i1", "unknown", taken), clip("i2")]));
    assert.deepEqual(windows?.get(state), [horizonFrom, "2022-03-31T09:00:00Z"]);
  });

  it("the event by which a state ended bounds both filmings from above, and an end that nothing names bounds neither", () => {
    const cleared: SharedState = { ...burnt, beganOnce: false, endsOnce: true, endedWith: "e4" };
    const made = offered(pair("same", [cleared]), [clip("i1"), clip("i2")], new Map([["e4", "the road is cleared"]]));
    const windows = windowsOf([...made, bound("the road is cleared", { notAfter: "2022-04-05T00:00:00Z" })]);
    assert.deepEqual(windows?.get("filming of i1"), [horizonFrom, "2022-04-05T00:00:00Z"]);
    assert.deepEqual(windows?.get("filming of i2"), [horizonFrom, "2022-04-05T00:00:00Z"]);
    assert.deepEqual(offered(pair("same", [{ ...cleared, endedWith: null }]), [clip("i1"), clip("i2")]), []);
  });

  it("not the same, cannot tell, taken back, and a state that may come and go pass nothing", () => {
    const clips = [clip("i1", utc(posted)), clip("i2")];
    for (const judged of [
      pair("not-same"),
      pair("cannot-tell"),
      pair("same", [burnt], true),
      pair("same", [{ ...burnt, beganOnce: false }]),
      pair("same", []),
    ])
      assert.deepEqual(offered(judged, clips), [], judged.verdict);
  });

  it("states of two pair sheets stay two moments unless an event joins them", () => {
    const other = { ...pair("same"), id: "sp2" as const };
    const moments = (states: readonly SharedState[], names = new Map<string, string>()) =>
      new Set(
        [pair("same", states), { ...other, states }].flatMap((one) =>
          offered(one, [clip("i1"), clip("i2")], names).map((made) => (made.kind === "order" ? made.before : "")),
        ),
      );
    assert.equal(moments([burnt]).size, 2);
    assert.equal(moments([{ ...burnt, beganWith: "e3" }], new Map([["e3", "the ambush"]])).size, 1);
  });

  it("whatever the true times were, what passes through a true pair contradicts none of them", () => {
    const hour = fc.integer({ min: 0, max: 300 });
    const at = (hours: number): string => new Date(Date.UTC(2022, 2, 2) + hours * 3_600_000).toISOString().replace(".000Z", "Z");
    fc.assert(
      fc.property(hour, hour, hour, hour, (began, a, b, over) => {
        const [start, first, second, end] = [began, began + a, began + b, began + Math.max(a, b) + over] as const;
        const whole: SharedState = { ...burnt, endsOnce: true, endedWith: "e4" };
        const made = offered(pair("same", [whole]), [clip("i1", utc(at(first))), clip("i2", utc(at(second)))], new Map([["e4", "over"]]));
        const exact = (event: string, hours: number): TimeStatement => bound(event, { notBefore: at(hours), notAfter: at(hours) });
        const moments = [exact(state, start), exact("filming of i1", first), exact("filming of i2", second), exact("over", end)];
        assert.notEqual(windowsOf([...made, ...moments]), undefined);
      }),
      { numRuns: 40, seed: 20261126 },
    );
  });
});

describe("a pair sheet", () => {
  const mark = (item: "i1" | "i2", x = 10): ComparedPair["a"] => ({
    frame: { item, object: `sha256:${"0".repeat(64)}`, width: 160, height: 120 },
    ...{ atS: 1, point: { x, y: 20 } },
  });
  const compared: ComparedPair = {
    number: 1,
    object: "V1",
    feature: "burn-pattern",
    a: mark("i1"),
    b: mark("i2"),
    verdict: "same",
    words: "",
  };
  const fault = (sheet: Partial<ScenePairSheet>, verdict: SceneVerdict = "same", reason = "the same burns") =>
    faultOfPair({
      a: "i1",
      b: "i2",
      verdict,
      reason,
      sheet: { format: "witnessmark-scene-pair-v1", pairs: [compared], states: [], ...sheet },
    });

  it("says the same only with a mark that is the same, and a state only of a thing with such a mark", () => {
    assert.equal(fault({}), undefined);
    assert.match(fault({ pairs: [{ ...compared, verdict: "cannot-tell" }] }) ?? "", /at least one compared pair that is the same/);
    assert.equal(fault({ states: [burnt] }), undefined);
    assert.match(fault({ states: [{ ...burnt, object: "V2" }] }) ?? "", /a compared pair on V2 that is the same; found none/);
    const differs = { ...compared, number: 2, feature: "wheel-loss" as const, verdict: "not-same" as const };
    assert.match(fault({ pairs: [compared, differs], states: [burnt] }) ?? "", /on V1 that is not the same; found pair 2 \(wheel-loss\)/);
    assert.equal(fault({ pairs: [compared, { ...differs, object: null }], states: [burnt] }), undefined);
    assert.match(fault({ states: [burnt] }, "cannot-tell") ?? "", /only where the scene is the same; found cannot-tell/);
    assert.match(fault({ states: [{ ...burnt, beganOnce: false, beganWith: "e1" }] }) ?? "", /only for what began once/);
  });

  it("has its marks on frames of its two items, within them, and every number once", () => {
    assert.match(
      fault({ pairs: [{ ...compared, b: mark("i1") }] }) ?? "",
      /pair 1: expected the second mark on a frame of i2; found one of i1/,
    );
    assert.match(fault({ pairs: [{ ...compared, a: mark("i1", 161) }] }) ?? "", /within 160 x 120 pixels/);
    assert.match(fault({ pairs: [compared, compared] }) ?? "", /pair 1: expected each number once/);
    assert.match(fault({}, "same", " ") ?? "", /expected why it is judged so/);
  });
});
