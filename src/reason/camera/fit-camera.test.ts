import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { rowOf } from "./fit-camera.ts";
import { localPlane } from "./local-plane.ts";
import { heldCount, pixelOf, sightOf } from "./pinhole.ts";
import type { Scene, Sighting } from "./scene.ts";

const seed = 20240914;
const frame = { width: 1920, height: 1080 };
const scene: Scene = {
  frame,
  plane: localPlane({ lat: 50, lon: 30 }),
  sightings: [],
  transits: [],
  priors: [],
  horizon: undefined,
  mistakeShare: 0.03,
  fieldKnown: true,
  maxDistanceM: 5000,
  within: undefined,
  northTurn: 0,
  errorScale: 1,
};
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const held = fc
  .tuple(number(-3, 3), number(6.5, 7.5), number(-0.2, 0.2), number(-0.1, 0.1), number(-30, 30), number(-0.03, 0.03), number(1, 3))
  .map((values) => Float64Array.from(values));

it("a residual changes with every unknown as its derivative says", () => {
  fc.assert(
    fc.property(held, number(100, 1820), number(100, 980), number(50, 900), number(0, 30), (own, x, y, metres, height) => {
      const { right, ahead } = sightOf(frame, x, y, own);
      // About where it is seen, so that the residual is small and no wrap is near.
      const bearing = Math.atan2(right, ahead) + (own[0] as number) + 0.01;
      const sighting: Sighting = {
        ...{ number: 1, x, y, scalePx: 2, scaleM: 1, height: { value: height, scale: 0.5 } },
        e: metres * Math.sin(bearing),
        n: metres * Math.cos(bearing),
      };
      // Scales depend on the unknowns too, and are held while a step is taken: residuals are compared in pixels of one scale.
      const look = (at: { e: number; n: number }, of: Float64Array) => {
        const row = rowOf(scene, sighting, at, of);
        assert.ok(row !== null);
        return { ...row, acrossBy: row.acrossBy.slice(), upBy: row.upBy?.slice() };
      };
      const plain = look({ e: 0, n: 0 }, own);
      for (let unknown = 0; unknown < heldCount + 2; unknown++) {
        const step = unknown < heldCount ? 1e-6 : 1e-4;
        const moved = (sign: number) =>
          look(
            { e: unknown === heldCount ? sign * step : 0, n: unknown === heldCount + 1 ? sign * step : 0 },
            Float64Array.from(own, (value, i) => (i === unknown ? value + sign * step : value)),
          );
        const [up, down] = [moved(1), moved(-1)];
        const angle = (row: typeof plain) => (row.across * row.scalePx) / row.pxPerRad;
        const across = ((angle(up) - angle(down)) / (2 * step)) * (plain.pxPerRad / plain.scalePx);
        // That bending is about the axis is left out of what moving the axis does: it is mild.
        const near = unknown === 4 ? 0.12 : 1e-3;
        assert.ok(
          Math.abs(across - (plain.acrossBy[unknown] as number)) < near * (1 + Math.abs(across)),
          `across by ${unknown}: ${across} ${plain.acrossBy[unknown]}`,
        );
        if (unknown >= heldCount) continue;
        const ratio = (row: typeof plain) => row.upwards;
        const upwards = (ratio(up) - ratio(down)) / (2 * step);
        // With their scale: a few per cent of what the residual itself is.
        const slack = 0.02 * (1 + Math.abs(upwards)) + 3 * Math.abs(plain.upwards);
        assert.ok(
          Math.abs(upwards - (plain.upBy?.[unknown] as number)) < slack,
          `upwards by ${unknown}: ${upwards} ${plain.upBy?.[unknown]}`,
        );
      }
    }),
    { seed, numRuns: 60 },
  );
});

it("a pixel and the direction it looks in are each other's way back", () => {
  fc.assert(
    fc.property(held, number(0, 1920), number(0, 1080), (own, x, y) => {
      const { right, ahead, up } = sightOf(frame, x, y, own);
      const back = pixelOf(frame, Math.atan2(right, ahead), Math.atan2(up, Math.hypot(right, ahead)), own);
      assert.ok(back !== null && Math.abs(back.x - x) < 0.01 && Math.abs(back.y - y) < 0.01, JSON.stringify({ x, y, back }));
    }),
    { seed, numRuns: 200 },
  );
});
