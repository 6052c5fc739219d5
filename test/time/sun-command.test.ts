/** The sun reasoner through its command. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

const example = join(import.meta.dirname, "../../docs/cli/examples/sun-two-measurements.json");
let desk: Desk;
before(() => (desk = createDesk()));
after(() => desk.close());

describe("witnessmark sun", () => {
  it("says that two shadow measurements fit at no common moment, and on which days they would", async () => {
    const { code, out } = await desk.run("sun", example);
    assert.equal(code, 3);
    const answer = JSON.parse(out) as { joint: unknown[]; bearing: [string, string][]; daysThatFit: unknown[]; seasonalTwin: unknown[] };
    assert.deepEqual(answer.joint, []);
    assert.match(answer.bearing[0]?.[0] ?? "", /^2022-03-29T16:0[67]:\d\d\+03:00$/);
    assert.equal(answer.daysThatFit.length, 1);
    assert.equal(answer.seasonalTwin.length, 1);
  });

  it("answers a measurement that fits, and names a field that cannot be used", async () => {
    const problem = JSON.parse(readFileSync(example, "utf8")) as Record<string, unknown>;
    const ask = async (changed: Record<string, unknown>) => {
      const file = join(desk.folder, "sun.json");
      writeFileSync(file, JSON.stringify({ ...problem, ...changed }));
      return desk.run("sun", file);
    };
    assert.equal((await ask({ day: "2022-04-15" })).code, 0);
    for (const [changed, message] of [
      [{ zone: "Mars/Olympus" }, /zone: expected a zone/],
      [{ shadowBearingDeg: undefined, lengthRatio: undefined }, /expected a bearing or a length ratio/],
      [{ shadowBearingDeg: { value: 60, error: 95 } }, /shadowBearingDeg\.error/],
      [{ place: { lat: 95, lon: 0 } }, /place\.lat/],
      [{ scanDays: ["2022-05-27", "2022-02-17"] }, /scanDays: expected the first day/],
    ] as const) {
      const { code, err } = await ask(changed);
      assert.equal(code, 2, err);
      assert.match(err, message);
    }
  });
});
