import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { answerSun } from "./answer-sun.ts";
import type { SunWhen } from "./sun-answer.ts";
import { SunProblem } from "./sun-problem.ts";

const when = {
  place: { lat: 50.465, lon: 30.185 },
  day: "2022-03-29",
  zone: "Europe/Kyiv",
  shadowBearingDeg: { value: 60, error: 5 },
  lengthRatio: { value: 1.85, error: 0.15 },
};
const where = { ...when, day: undefined, zone: undefined, instant: ["2022-03-29T13:28:00Z", "2022-03-29T13:28:00Z"] };
const ask = (problem: object) => answerSun(SunProblem.parse(problem));

describe("a question about the sun", () => {
  it("names the field that does not go with the others", () => {
    for (const [problem, message] of [
      [{ ...where, instant: ["2022-03-29T13:28:00Z", "2022-03-29T13:00:00Z"] }, /instant: expected the first moment before the last/],
      [{ ...where, instant: ["2022-03-29T13:28:00Z", "2022-04-29T13:00:00Z"] }, /instant: expected at most 48 hours/],
      [{ ...where, day: "2022-03-29" }, /day: expected none beside an instant/],
      [{ ...where, within: { south: 50, north: 40, west: 0, east: 1 } }, /within: expected north above south/],
      [{ ...when, within: { south: 40, north: 50, west: 0, east: 1 } }, /within: expected none without an instant/],
      [{ ...when, place: undefined }, /place: expected a place, or an instant/],
      [{ ...when, day: undefined }, /day: expected a day beside the place/],
      [{ ...when, zone: undefined }, /zone: expected the zone of the day/],
    ] as const)
      assert.throws(
        () => ask(problem),
        (error) => error instanceof ProblemUnreadable && message.test(error.message),
        String(message),
      );
    assert.equal(SunProblem.safeParse({ ...where, instant: ["2022-03-29", "2022-03-30"] }).success, false);
  });

  it("is answered by one window from two measurements, none of them lost where both agree", () => {
    const answer = ask(when) as SunWhen;
    const [bearing, joint] = [answer.utc.bearing?.[0], answer.utc.joint[0]];
    assert.equal(answer.joint.length, 1);
    assert.ok(bearing !== undefined && joint !== undefined && joint[0] < bearing[1] && joint[1] > bearing[0]);
  });

  it("says when two measurements fit together only beyond their errors, and when not even so", () => {
    // From agreeing to contradicting, the bearing turned on and on.
    const said = Array.from({ length: 25 }, (_, i) => 57 + i * 0.5).map((value) => {
      const answer = ask({ ...when, shadowBearingDeg: { value, error: 3 } }) as SunWhen;
      const windows = { apart: answer.warnings.some((words) => words.includes("do not meet")), none: answer.joint.length === 0 };
      assert.equal(
        answer.warnings.some((words) => words.includes("no common moment")),
        windows.none,
      );
      return windows.none ? "none" : windows.apart ? "apart" : "meet";
    });
    assert.deepEqual([said[0], said.at(-1)], ["meet", "none"]);
    // Never back again.
    const order = ["meet", "apart", "none"];
    assert.deepEqual(
      said,
      [...said].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
    assert.ok(said.includes("apart"), said.join(" "));
  });

  it("finds a moment for a measurement without any error, and none below the horizon", () => {
    const exact = ask({ ...when, shadowBearingDeg: { value: 60, error: 0 }, lengthRatio: undefined }) as SunWhen;
    assert.equal(exact.joint.length, 1);
    const [from, to] = (exact.utc.joint[0] as readonly [string, string]).map((at) => Date.parse(at)) as [number, number];
    assert.ok(to - from < 10_000);
    const night = ask({ ...when, shadowBearingDeg: { value: 180, error: 5 }, lengthRatio: undefined }) as SunWhen;
    assert.deepEqual(night.joint, []);
  });
});
