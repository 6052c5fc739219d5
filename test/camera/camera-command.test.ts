/** The camera reasoner through its command. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

const example = join(import.meta.dirname, "../../docs/cli/examples/camera-five-pairs.json");
interface Sheet {
  pairs: { number: number; frame: { x: number; y: number }; map: { lat: number; lon: number; errorM: number } }[];
  [field: string]: unknown;
}
interface Answer {
  state: string;
  consistent: boolean;
  solutions: { lat: number; lon: number; ellipse: { majorM: number }; headingDeg: { value: number; error: number } }[];
  region: { type: string };
  misfits: number[];
  mirrored: { suspected: boolean };
  expected: { where: string }[];
}

let desk: Desk;
before(() => (desk = createDesk()));
after(() => desk.close());
const ask = async (change: (sheet: Sheet) => object) => {
  const file = join(desk.folder, "camera.json");
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(example, "utf8")) as Sheet)));
  return desk.run("camera", file);
};

describe("witnessmark camera", () => {
  it("finds where the camera of five pairs stood, with its error, and what should be visible", async () => {
    const { code, out } = await desk.run("camera", example);
    assert.equal(code, 0);
    const { state, solutions, region, expected } = JSON.parse(out) as Answer;
    assert.equal(state, "position");
    const [found] = solutions;
    // The sheet was made from a camera at 50.465, 30.185 that looked along 312 degrees, with marks a few pixels and metres off.
    const metres = Math.hypot(((found?.lat ?? 0) - 50.465) * 111_200, ((found?.lon ?? 0) - 30.185) * 71_000);
    assert.ok(metres < (found?.ellipse.majorM ?? 0) && (found?.ellipse.majorM ?? 99) < 12, `${metres} m off`);
    assert.ok(Math.abs((found?.headingDeg.value ?? 0) - 312) < (found?.headingDeg.error ?? 0));
    assert.equal(region.type, "MultiPolygon");
    assert.deepEqual(
      expected.map(({ where }) => where),
      ["inside", "outside"],
    );
  });

  it("answers with no where pairs do not fit, or only a mirrored frame does", async () => {
    const swapped = await ask((sheet) => {
      const [a, b] = [sheet.pairs[0], sheet.pairs[3]];
      assert.ok(a && b);
      [a.map, b.map] = [b.map, a.map];
      return sheet;
    });
    assert.equal(swapped.code, 3);
    assert.equal((JSON.parse(swapped.out) as Answer).consistent, false);
    const mirrored = await ask((sheet) => ({
      ...sheet,
      pairs: sheet.pairs.map((pair) => ({ ...pair, frame: { ...pair.frame, x: 1920 - pair.frame.x } })),
    }));
    assert.equal(mirrored.code, 3);
    assert.equal((JSON.parse(mirrored.out) as Answer).mirrored.suspected, true);
  });

  it("names the field that cannot be used", async () => {
    for (const [change, message] of [
      [(sheet: Sheet) => ({ ...sheet, frame: { width: 0, height: 1080 } }), /frame\.width/],
      [
        (sheet: Sheet) => ({ ...sheet, pairs: sheet.pairs.map((pair) => ({ ...pair, frame: { ...pair.frame, x: 2500 } })) }),
        /pairs\.0\.frame\.x: expected 0 to 1920; found 2500/,
      ],
    ] as const) {
      const { code, err } = await ask(change);
      assert.equal(code, 2, err);
      assert.match(err, message);
    }
  });
});
