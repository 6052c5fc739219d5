import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { heightsOfRatio, leanTurnDeg } from "./shadow-errors.ts";

const seed = 20240914;
const radians = (angle: number) => (angle * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
/** Even between two values; fc.double favours the smallest. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((share) => min + ((max - min) * share) / 1_000_000);

/**
 * The end of a shadow by following the ray from the tip through the ground, step by step and then by halving; no formula is shared
 * with what is tested. The sun stands in the south (-y); ground rises by `slope` along the shadow (+y).
 */
function shadowOnGround(
  height: number,
  slope: number,
  lean: number,
  towards: number,
): { readonly length: number; readonly turned: number } {
  const tip = [Math.tan(radians(lean)) * Math.sin(radians(towards)), Math.tan(radians(lean)) * Math.cos(radians(towards)), 1] as const;
  const ray = [0, Math.cos(radians(height)), -Math.sin(radians(height))] as const;
  const above = (way: number) => tip[2] + way * ray[2] - (tip[1] + way * ray[1]) * Math.tan(radians(slope));
  let [low, high] = [0, 1];
  while (above(high) > 0 && high < 1e9) high *= 2;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (above(middle) > 0) low = middle;
    else high = middle;
  }
  const [x, y] = [tip[0] + low * ray[0], tip[1] + low * ray[1]];
  return { length: Math.hypot(x, y, y * Math.tan(radians(slope))), turned: Math.abs(degrees(Math.atan2(x, y))) };
}

describe("errors of a measured shadow", () => {
  it("of sloping ground hold every height at which ground of no more slope gives that length", () => {
    fc.assert(
      fc.property(between(6, 85), between(0, 25), between(-1, 1), (height, slope, share) => {
        fc.pre(height > slope + 2);
        const { length } = shadowOnGround(height, slope * share, 0, 0);
        const [least, most] = heightsOfRatio({ value: length, error: 0 }, slope, 0);
        assert.ok(height >= least - 1e-6 && height <= most + 1e-6, `${height} is not in ${least} to ${most}`);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it("of sloping ground are no wider than the worst slope makes them", () => {
    // A height whose shadow on ground that falls, or rises, by the whole slope is as long as the measured one stands at the edge.
    for (const [height, slope] of [
      [20, 3],
      [45, 5],
      [12, 2],
    ] as const)
      for (const side of [-1, 1]) {
        const { length } = shadowOnGround(height, slope * side, 0, 0);
        const [least, most] = heightsOfRatio({ value: length, error: 0 }, slope, 0);
        assert.ok(Math.abs((side > 0 ? least : most) - height) < 0.02, `${height}: ${least} to ${most}`);
      }
  });

  it("of a leaning pole hold every height, and every turn of the shadow, that leaning no more gives", () => {
    fc.assert(
      fc.property(between(6, 80), between(0.1, 10), between(0, 1), between(0, 360), (height, lean, share, towards) => {
        fc.pre(1 / Math.tan(radians(height)) > Math.tan(radians(lean)));
        const { length, turned } = shadowOnGround(height, 0, lean * share, towards);
        const [least, most] = heightsOfRatio({ value: length, error: 0 }, 0, lean);
        assert.ok(height >= least - 1e-6 && height <= most + 1e-6, `${height} is not in ${least} to ${most}`);
        assert.ok(turned <= leanTurnDeg(lean, height) + 1e-6, `${turned} at ${height}`);
      }),
      { seed, numRuns: 400 },
    );
  });

  it("of a leaning pole reach the turn that leaning to the side gives, and any turn under a sun that stands above it", () => {
    for (const [height, lean] of [
      [30, 5],
      [60, 3],
    ] as const) {
      const most = Math.max(...Array.from({ length: 360 }, (_, towards) => shadowOnGround(height, 0, lean, towards).turned));
      assert.ok(Math.abs(most - leanTurnDeg(lean, height)) < 0.01);
    }
    assert.equal(leanTurnDeg(10, 85), 180);
    assert.equal(leanTurnDeg(0, 89), 0);
  });

  it("add as squares, and a measurement without error keeps what the sun's position is known to", () => {
    const [plainLow] = heightsOfRatio({ value: 1.5, error: 0.15 }, 0, 0);
    const [slopeLow] = heightsOfRatio({ value: 1.5, error: 0 }, 4, 0);
    const [low] = heightsOfRatio({ value: 1.5, error: 0.15 }, 4, 0);
    const tangent = (height: number) => 1 / 1.5 - Math.tan(radians(height));
    assert.ok(Math.abs(tangent(low) - Math.hypot(tangent(plainLow), tangent(slopeLow))) < 1e-6);
    const [least, most] = heightsOfRatio({ value: 1.5, error: 0 }, 0, 0);
    assert.ok(most - least > 0.019 && most - least < 0.021);
  });
});
