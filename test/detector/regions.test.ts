/** Which frames are looked at, which regions marks cover, and how regions join: held against plain ways of working it out. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { chooseFrames } from "../../src/core/detector/choose-frames.ts";
import type { DetectedRegion, DetectionResult } from "../../src/core/detector/detection.ts";
import { joinRegions, whereWords } from "../../src/core/detector/join-regions.ts";
import { leftBefore, overlap, unmarkedRegions } from "../../src/core/detector/unmarked-regions.ts";
import type { BoxSort } from "../../src/core/redaction/box-at.ts";
import { coveredPart, coversOn } from "../../src/core/redaction/covered-part.ts";

const size = { width: 200, height: 100 };
const framesOf = (count: number) => Array.from({ length: count }, (_, n) => ({ atS: n * 0.5, endS: n * 0.5 + 0.04 }));
const face = (frame: number, x = 0.1): DetectedRegion => ({
  frame,
  class: "face",
  box: { x, y: 0.1, w: 0.1, h: 0.2 },
  score: 0.5 + frame / 100,
});
const run = (regions: readonly DetectedRegion[], frames = 8): DetectionResult => ({
  ...{ v: 1, object: `sha256:${"0".repeat(64)}`, network: "none", everyS: 0.5, size, notLooked: "" },
  program: { name: "x", version: "1", file: `sha256:${"0".repeat(64)}`, arguments: [], command: `sha256:${"0".repeat(64)}` },
  ...{ frames: framesOf(frames), regions: [...regions] },
});
const mark = (fromS: number, toS: number, box = { x: 0.1, y: 0.1, w: 0.1, h: 0.2 }): BoxSort => ({
  ...{ what: "box", fromS, toS },
  keys: [{ atS: fromS, box, by: "person" }],
});

const boxes = fc.record({
  x: fc.double({ min: 0, max: 0.8, noNaN: true }),
  y: fc.double({ min: 0, max: 0.8, noNaN: true }),
  w: fc.double({ min: 0.02, max: 0.2, noNaN: true }),
  h: fc.double({ min: 0.02, max: 0.2, noNaN: true }),
});

describe("regions against marks", () => {
  it("what is covered counts pixel by pixel, however covers lie over each other", () => {
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 5 }), (region, marks) => {
        const covers = coversOn(
          marks.map((box) => mark(0, 1, box)),
          { startS: 0, endS: 1 },
          size,
        );
        const step = 0.25;
        let [inside, all] = [0, 0];
        for (let x = region.x * size.width + step / 2; x < (region.x + region.w) * size.width; x += step)
          for (let y = region.y * size.height + step / 2; y < (region.y + region.h) * size.height; y += step) {
            all++;
            if (covers.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom)) inside++;
          }
        const part = coveredPart(region, covers, size);
        assert.ok(Math.abs(part - inside / all) < 0.15, `${part} and not ${inside / all}`);
        if (inside === 0) assert.ok(part < 0.15);
      }),
      { numRuns: 60 },
    );
    assert.equal(
      coveredPart(
        { x: 0.1, y: 0.1, w: 0.2, h: 0.2 },
        coversOn([mark(0, 1, { x: 0.1, y: 0.1, w: 0.2, h: 0.2 })], { startS: 0, endS: 1 }, size),
        size,
      ),
      1,
    );
  });

  it("are unmarked where marks end, move away, or cover too little; several marks cover together", () => {
    const found = run([face(0), face(1), face(2), face(3)]);
    assert.deepEqual(unmarkedRegions(found, [], new Set()), [0, 1, 2, 3]);
    assert.deepEqual(unmarkedRegions(found, [mark(0, 1)], new Set()), [3]);
    assert.deepEqual(unmarkedRegions(found, [mark(0, 1)], new Set([3])), []);
    assert.deepEqual(unmarkedRegions(found, [mark(0, 9, { x: 0.1, y: 0.1, w: 0.05, h: 0.2 })], new Set()), [0, 1, 2, 3]);
    const halves = [mark(0, 9, { x: 0.1, y: 0.1, w: 0.05, h: 0.2 }), mark(0, 9, { x: 0.15, y: 0.1, w: 0.05, h: 0.2 })];
    assert.deepEqual(unmarkedRegions(found, halves, new Set()), []);
    const leaves: BoxSort = {
      ...mark(0, 2),
      keys: [...mark(0, 2).keys, { atS: 1, box: { x: 0.6, y: 0.1, w: 0.1, h: 0.2 }, by: "person" }],
    };
    assert.deepEqual(unmarkedRegions(found, [leaves], new Set()), [1, 2, 3]);
  });

  it("that somebody answered for are known again on the same picture and place alone", () => {
    const left = new Set([0, 1]);
    const before = run([face(0), face(1), face(2)]);
    assert.deepEqual(leftBefore(run([face(0), face(1, 0.102), face(2)]), before, left), [0, 1]);
    assert.deepEqual(leftBefore(run([{ ...face(0), class: "person" }, face(1, 0.13)]), before, left), []);
  });
});

describe("regions that join", () => {
  it("are one stretch through a missed picture, and two after two missed ones, another class or another place", () => {
    const [one, ...rest] = joinRegions(run([face(0), face(1, 0.11), face(3, 0.12)]), [0, 1, 2]);
    assert.deepEqual([rest.length, one?.regions, one?.fromS, one?.toS, one?.within], [0, [0, 1, 2], 0, 1.54, { fromS: 0, toS: 2 }]);
    assert.equal(one === undefined ? "" : whereWords(one.where), "top left");
    assert.equal(joinRegions(run([face(0), face(3)]), [0, 1]).length, 2);
    assert.equal(joinRegions(run([face(0), { ...face(1), class: "person" }]), [0, 1]).length, 2);
    assert.equal(joinRegions(run([face(0), face(1, 0.6)]), [0, 1]).length, 2);
    assert.deepEqual(joinRegions(run([face(2)]), [0])[0]?.within, { fromS: 0.5, toS: 1.5 });
  });

  it("whatever they are: each stands in one stretch, of its class, in rising pictures without a gap of two, each over the one before", () => {
    const region = fc.record({
      frame: fc.nat(9),
      class: fc.constantFrom("face" as const, "person" as const),
      box: boxes,
      score: fc.constant(0.5),
    });
    fc.assert(
      fc.property(fc.array(region, { maxLength: 25 }), fc.func(fc.boolean()), (regions, wanted) => {
        const found = run(regions, 10);
        const places = regions.flatMap((_, n) => (wanted(n) ? [n] : []));
        const stretches = joinRegions(found, places);
        assert.deepEqual(
          stretches.flatMap((one) => one.regions).toSorted((a, b) => a - b),
          places,
        );
        for (const one of stretches) {
          const own = one.regions.map((place) => regions[place]!);
          assert.ok(own.every((each) => each.class === one.class));
          for (const [n, each] of own.entries()) {
            const next = own[n + 1];
            if (next === undefined) break;
            assert.ok(next.frame > each.frame && next.frame - each.frame <= 2);
            assert.ok(overlap(each.box, next.box) >= 0.3);
          }
          assert.ok(one.within.fromS <= one.fromS && one.within.toS >= one.toS);
        }
      }),
    );
  });
});

describe("the frames that are looked at", () => {
  const times = (count: number) => Array.from({ length: count }, (_, n) => n / 25);
  it("lie as far apart as was asked, with the first of each shot and the last", () => {
    const { at, everyS } = chooseFrames(times(76), { everyS: 1, shots: [0, 1.39], most: 100 });
    assert.deepEqual([at, everyS], [[0, 1, 1.4, 2.4, 3], 1]);
  });

  it("are fewer where there would be too many, and say so", () => {
    const { at, everyS } = chooseFrames(times(10_000), { everyS: 0.04, shots: [], most: 50 });
    assert.ok(at.length <= 50 && at.length > 30 && everyS > 7);
    const cuts = chooseFrames(times(1000), { everyS: 0.04, shots: times(1000), most: 50 });
    assert.equal(cuts.at.length, 50);
    assert.ok(cuts.at.every((time, n) => n === 0 || time > (cuts.at[n - 1] ?? 0)));
  });
});
