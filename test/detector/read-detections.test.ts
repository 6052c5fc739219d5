/** What a detector may say, and that nothing else gets in: no name, no label, no print of a face. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { DetectedRegion, detectionClasses } from "../../src/core/detector/detection.ts";
import { DetectionsRefused, readDetections } from "../../src/formats/detector-lines/read-detections.ts";

const places = new Map([
  ["000001.jpg", 0],
  ["000002.jpg", 1],
]);
const good = { frame: "000002.jpg", class: "face", box: { x: 0.1, y: 0.2, w: 0.3, h: 0.4 }, score: 0.75 };
const read = (text: string, most = 10) => readDetections(new TextEncoder().encode(text), places, most);
const says = (line: unknown) => (typeof line === "string" ? line : JSON.stringify(line));

describe("the lines of a detector", () => {
  it("are regions by picture; none is a good answer", () => {
    assert.deepEqual(read(`${says(good)}\r\n\n${says({ ...good, frame: "000001.jpg", class: "plate" })}`), [
      { ...good, frame: 1 },
      { ...good, frame: 0, class: "plate" },
    ]);
    assert.deepEqual(read(""), []);
    assert.deepEqual(read("\n \n"), []);
  });

  it("are refused by line and by name of what is wrong, the good ones with them", () => {
    for (const [line, message] of [
      [{ ...good, name: "A. Person" }, /no field but frame, class, box, score; found one called "name"/],
      [{ ...good, embedding: [0.1, 0.2] }, /found one called "embedding"/],
      [{ ...good, box: { ...good.box, id: 7 } }, /no field but x, y, w, h; found one called "id"/],
      ['{"frame":"000002.jpg","class":"face","box":{"x":0,"y":0,"w":1,"h":1},"score":1,"__proto__":{"name":"A"}}', /called "__proto__"/],
      [{ ...good, class: "A. Person" }, /class to be one of person, face, .*; found "A. Person"/],
      [{ ...good, class: ["face"] }, /found a list/],
      [{ ...good, frame: "000009.jpg" }, /file name of a picture that it was shown; found "000009.jpg"/],
      [{ ...good, frame: 1 }, /found 1/],
      [{ ...good, score: 1.5 }, /score to be a number from 0 to 1; found 1.5/],
      [{ ...good, score: "0.9" }, /score to be a number/],
      [{ ...good, score: null }, /score to be a number/],
      [{ frame: good.frame, class: "face", box: good.box }, /a field score; found none/],
      [says(good).replace("0.75", "NaN"), /a line of JSON/],
      [says(good).replace("0.3", "1e999"), /box.w to be a share .*; found Infinity/],
      [{ ...good, box: { ...good.box, x: -0.01 } }, /box.x to be a share/],
      [{ ...good, box: { ...good.box, x: 0.8 } }, /a box inside the picture; found one that leaves it/],
      [{ ...good, box: { ...good.box, w: 0 } }, /a box with an area/],
      [{ ...good, box: { x: 1, y: 0, w: 1e-7, h: 1 } }, /a box with an area/],
      [{ ...good, box: [0, 0, 1, 1] }, /box to be an object; found a list/],
      [[good], /an object; found a list/],
      ["face at the left", /a line of JSON; found "face at the left"/],
      [`${says(good)}${" ".repeat(2000)}`, /at most 2000 characters/],
    ] as const)
      assert.throws(
        () => read(`${says(good)}\n${says(line)}\n`),
        (error: Error) => {
          assert.ok(error instanceof DetectionsRefused);
          assert.match(error.message, /^line 2: /);
          assert.match(error.message, message);
          return true;
        },
      );
    assert.throws(() => readDetections(new Uint8Array([0x7b, 0xff]), places, 10), /UTF-8/);
    assert.throws(() => read(`${says(good)}\n`.repeat(11)), /line 11: expected at most 10 regions/);
  });

  it("whatever they hold: what is read keeps to the schema and names no place that was not shown", () => {
    const share = fc.double({ noNaN: true, min: -0.1, max: 1.1 });
    const line = fc.record(
      {
        frame: fc.constantFrom("000001.jpg", "000002.jpg", "x"),
        class: fc.constantFrom(...detectionClasses, "A. Person"),
        box: fc.record({ x: share, y: share, w: share, h: share }),
        score: share,
        label: fc.string(),
      },
      { requiredKeys: ["frame", "class", "box", "score"] },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), (lines) => {
        try {
          const regions = read(lines.map(says).join("\n"));
          assert.equal(regions.length, lines.length);
          for (const region of regions) {
            DetectedRegion.parse(region);
            assert.ok(region.frame < 2 && region.box.w > 0 && region.box.h > 0);
            assert.ok(region.box.x + region.box.w <= 1 && region.box.y + region.box.h <= 1);
          }
        } catch (error) {
          assert.ok(error instanceof DetectionsRefused, String(error));
        }
      }),
    );
  });
});
