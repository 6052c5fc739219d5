/** Days of imagery, how far it is from an event, and how a picture is laid by pairs of points. */
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { Position } from "../place/region.ts";
import { fitCorners, type PicturePair } from "./fit-corners.ts";
import { imageryAge } from "./imagery-age.ts";
import { readImageryDay } from "./imagery-day.ts";
import { projective } from "./projective.ts";
import { readCorners } from "./read-corners.ts";

it("a day of imagery lasts from its first hour at UTC+14 to its last at UTC-12, and a range from its first to its last", () => {
  assert.deepEqual(readImageryDay("2022-03-31"), {
    verbatim: "2022-03-31",
    earliest: "2022-03-30T10:00:00Z",
    latest: "2022-04-01T11:59:59Z",
  });
  assert.deepEqual(readImageryDay(" 2020/2021-06 "), {
    verbatim: "2020/2021-06",
    earliest: "2019-12-31T10:00:00Z",
    latest: "2021-07-01T11:59:59Z",
  });
  for (const words of ["", "31.03.2022", "2022-02-30", "2022-13", "2022/2021", "2022/2023/2024", "20222-01-01", "1492"])
    assert.equal(readImageryDay(words), undefined, words);
});

it("imagery is so many days before or after an event, by what is known of both", () => {
  const event = { earliest: "2022-03-29T12:00:00Z", latest: "2022-03-30T12:00:00Z" };
  const taken = (day: string) => readImageryDay(day) ?? "unknown";
  assert.deepEqual(imageryAge(taken("2022-04-10"), event), { state: "after", least: 9, most: 13 });
  assert.deepEqual(imageryAge(taken("2022-03-19"), event), { state: "before", least: 9, most: 13 });
  assert.deepEqual(imageryAge(taken("2022-03"), event), { state: "around" });
  assert.deepEqual(imageryAge("unknown", event), { state: "unknown" });
});

it("the four corners of a sheet are those it was asked for, and a line stays a line on it", () => {
  const to = projective([
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 80, y: 90 },
    { x: -5, y: 60 },
  ]);
  assert.ok(to !== undefined);
  const close = (u: number, v: number, x: number, y: number) => assert.ok(Math.hypot(to(u, v).x - x, to(u, v).y - y) < 1e-9);
  close(0, 0, 0, 0);
  close(1, 0, 100, 10);
  close(1, 1, 80, 90);
  close(0, 1, -5, 60);
  const [a, b, c] = [to(0.2, 0.2), to(0.5, 0.5), to(0.9, 0.9)];
  assert.ok(Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) < 1e-6);
  assert.equal(projective([a, b, c, { x: (a.x + c.x) / 2, y: (a.y + c.y) / 2 }]), undefined);
});

const size = { width: 800, height: 500 };
/** A map that was turned, stretched and moved, about `metres` wide. */
function laid(x: number, y: number, { turn, metres }: { turn: number; metres: number }): PicturePair {
  const [u, v] = [(x / size.width - 0.5) * metres, (y / size.height - 0.5) * metres * 0.6];
  const [east, south] = [u * Math.cos(turn) - v * Math.sin(turn), u * Math.sin(turn) + v * Math.cos(turn)];
  return { x, y, lat: 50.45 - south / 111_320, lon: 30.18 + east / (111_320 * Math.cos((50.45 * Math.PI) / 180)) };
}
const points = [
  [40, 40],
  [760, 60],
  [700, 460],
  [90, 430],
  [400, 250],
] as const;

it("a picture that was turned and stretched is laid back, and its pairs are off by less than its shape on the map allows", () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 200, max: 20_000, noNaN: true }), (turn, metres) => {
      const pairs = points.map(([x, y]) => laid(x, y, { turn, metres }));
      for (const fit of ["affine", "projective"] as const) {
        const found = fitCorners(pairs, size, fit);
        assert.ok(found?.rmsM != null && found.rmsM < metres * 1e-3, `${fit}: ${found?.rmsM}`);
        for (const [n, [x, y]] of (
          [
            [0, 0],
            [800, 0],
            [800, 500],
            [0, 500],
          ] as const
        ).entries()) {
          const true_ = laid(x, y, { turn, metres });
          const corner: Position | undefined = found.corners[n];
          assert.ok(corner !== undefined && Math.abs(corner.lat - true_.lat) * 111_320 < metres * 5e-3, `${fit} corner ${n}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it("three pairs lay a picture and say nothing of how well; two, or three in a line, do not", () => {
  const pairs = points.map(([x, y]) => laid(x, y, { turn: 0.3, metres: 2000 }));
  assert.equal(fitCorners(pairs.slice(0, 3), size, "affine")?.rmsM, null);
  assert.equal(fitCorners(pairs.slice(0, 2), size, "affine"), undefined);
  assert.equal(fitCorners(pairs.slice(0, 3), size, "projective"), undefined);
  const inLine = [0, 1, 2].map((n) => laid(100 + n * 100, 100 + n * 50, { turn: 0, metres: 2000 }));
  assert.equal(fitCorners(inLine, size, "affine"), undefined);
});

it("a pair that was set wrongly shows in what is left over", () => {
  const pairs = points.map(([x, y], n) => laid(x + (n === 1 ? 100 : 0), y, { turn: 0, metres: 8000 }));
  const asSet = pairs.map((pair, n) => ({ ...pair, x: points[n]?.[0] ?? 0 }));
  const found = fitCorners(asSet, size, "affine");
  assert.ok((found?.rmsM ?? 0) > 150 && Math.max(...(found?.residualsM ?? [])) > 250);
});

it("three corners make a sheet with parallel sides, four are taken as they are, and other words are not read", () => {
  const three = readCorners("50.5,30.1 50.5,30.2 50.4,30.2");
  assert.ok(three !== undefined && Math.abs(three[3].lat - 50.4) < 1e-9 && Math.abs(three[3].lon - 30.1) < 1e-9);
  assert.deepEqual(readCorners("1, 2\n1, 3\n0, 3\n0, 2.5\n")?.[3], { lat: 0, lon: 2.5 });
  for (const words of ["", "1,2 1,3", "1,2 1,3 0,3 0,2 5,5", "91,2 1,3 0,3", "a,b 1,3 0,3"])
    assert.equal(readCorners(words), undefined, words);
});
