import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { SunProblem } from "../../reason/sun/sun-problem.ts";
import { draftOf } from "./kept-draft.ts";
import { problemOf } from "./made-problem.ts";
import { emptyDraft, withMark } from "./sun-draft.ts";

const example = (name: string) =>
  SunProblem.parse(JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/cli/examples", name), "utf8")));
const marked = example("sun-marks-on-frame.json");
const line = [
  { x: 100, y: 600 },
  { x: 420, y: 380.5 },
];
const reference = { line, bearingDeg: { value: 26.6, error: 1 } };
const field = { value: 62, error: 2 };

describe("a kept shadow that is opened again", () => {
  it("makes the very problem that was kept, whichever way its ground is known", () => {
    const grounds = [
      { by: "camera", horizontalFieldDeg: field, pitchDeg: { value: -14, error: 1 }, headingDeg: { value: 37, error: 2 }, cites: ["n4"] },
      { by: "camera", horizontalFieldDeg: field, pitchDeg: { value: -14, error: 1 }, rollDeg: { value: 1, error: 1 }, reference },
      { by: "horizon", horizon: line, horizontalFieldDeg: field, reference },
      { by: "horizon", horizon: line, uprights: [line, line] },
      { by: "plan-view", reference, tiltErrorDeg: 10 },
      {
        ...{ by: "plan-view", reference, tiltErrorDeg: 10, angleToReferenceDeg: { value: 90, error: 4 } },
        ...{ referenceLengthM: { value: 13.4, error: 0.2 }, objectHeightM: { value: 4, error: 0.1 } },
      },
    ];
    for (const ground of grounds) {
      const { tip, ...others } = marked.measured ?? assert.fail("no marks");
      const measured = { ...others, ...(ground.by === "plan-view" ? {} : { tip }), ground, uses: ["bearing"] };
      const problem = SunProblem.parse({ ...marked, measured });
      assert.deepEqual(problemOf(draftOf(problem)), { problem, missing: [] });
    }
    for (const name of ["sun-marks-on-frame.json", "sun-where.json", "sun-two-measurements.json"]) {
      const asked = example(name);
      assert.deepEqual(problemOf(draftOf(asked)), { problem: asked, missing: [] });
    }
  });

  it("keeps the area that it looks in", () => {
    const ring = [
      [29, 50],
      [31, 50],
      [31, 51],
      [29, 50],
    ];
    const problem = SunProblem.parse({ ...example("sun-where.json"), within: { type: "Polygon", coordinates: [ring] } });
    assert.deepEqual(problemOf(draftOf(problem)), { problem, missing: [] });
  });

  it("says what is missing while it is not whole, and never makes half a problem", () => {
    const { problem, missing } = problemOf(emptyDraft);
    assert.equal(problem, undefined);
    assert.deepEqual(missing, ["sun.need.place", "sun.need.day", "sun.need.marks", "sun.need.ground-points"]);
    const whole = draftOf(marked);
    assert.deepEqual(problemOf(withMark(whole, "end", undefined)).missing, ["sun.need.marks"]);
    assert.deepEqual(problemOf({ ...whole, fields: { ...whole.fields, place: "50.4, 300" } }).missing, ["sun.need.place"]);
    assert.deepEqual(problemOf({ ...whole, points: whole.points.slice(0, 3) }).missing, ["sun.need.ground-points"]);
    assert.deepEqual(problemOf({ ...whole, fields: { ...whole.fields, slope: "90" } }).missing, ["sun.need.range"]);
  });
});
