/** The sun reasoner through its command: where for a known moment, and shadows that were marked on a frame. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { SunWhen, SunWhere } from "../../src/reason/sun/sun-answer.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

const example = (name: string) => join(import.meta.dirname, "../../docs/cli/examples", name);
let desk: Desk;
before(() => (desk = createDesk()));
after(() => desk.close());

async function ask(name: string, changed: Record<string, unknown>) {
  const file = join(desk.folder, "sun.json");
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(example(name), "utf8")) as object), ...changed }));
  return desk.run("sun", file);
}

describe("witnessmark sun", () => {
  it("says where the sun stood so at a known moment, in square kilometres and as an area for a map", async () => {
    const { code, out } = await desk.run("sun", example("sun-where.json"));
    assert.equal(code, 0);
    const answer = JSON.parse(out) as SunWhere;
    assert.equal(answer.answers, "where");
    assert.equal(answer.within, "region");
    assert.equal(answer.placeFits, true);
    assert.equal(answer.joint.region.type, "MultiPolygon");
    assert.ok(answer.joint.areaKm2 > 10_000 && answer.joint.areaKm2 < (answer.bearing?.areaKm2 ?? 0));
  });

  it("ends with 3 when no place is left, and says so", async () => {
    const { code, out } = await ask("sun-where.json", { within: { south: -40, north: -30, west: 140, east: 150 }, place: undefined });
    assert.equal(code, 3);
    const answer = JSON.parse(out) as SunWhere;
    assert.equal(answer.joint.areaKm2, 0);
    assert.ok(answer.warnings.length > 0);
  });

  it("works direction and length out of marks on a frame, with their errors", async () => {
    const { code, out } = await desk.run("sun", example("sun-marks-on-frame.json"));
    assert.equal(code, 0);
    const { measured, used, answers } = JSON.parse(out) as SunWhen;
    assert.equal(answers, "when");
    assert.ok(Math.abs((used.shadowBearingDeg?.value ?? 0) - 58) < 0.2 && (used.shadowBearingDeg?.error ?? 0) > 0.5);
    assert.ok(Math.abs((used.lengthRatio?.value ?? 0) - 1.88) < 0.02 && (used.lengthRatio?.error ?? 0) > 0.01);
    assert.equal(measured?.by, "ground-points");
  });

  it("ends with 2 and names the field when marks do not suffice", async () => {
    const given = JSON.parse(readFileSync(example("sun-marks-on-frame.json"), "utf8")) as { measured: { ground: { points: object[] } } };
    const ground = { ...given.measured.ground, points: given.measured.ground.points.slice(0, 3) };
    const { code, err } = await ask("sun-marks-on-frame.json", { measured: { ...given.measured, ground } });
    assert.equal(code, 2);
    assert.match(err, /measured\.ground\.points/);
  });
});
