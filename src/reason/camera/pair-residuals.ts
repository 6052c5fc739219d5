/** What is left of every pair at a solution: in pixels of the frame, in metres at the thing, and as a share of what it may be off. */
import type { CameraPair } from "./camera-problem.ts";
import type { PairResidual } from "./camera-answer.ts";
import { type PlacedFit, rowOf } from "./fit-camera.ts";
import { misfitOf, scalesOf95 } from "./mistaken.ts";
import type { Scene } from "./scene.ts";

/** `sheet`: all pairs; those left out have no residual. */
export function pairResiduals(scene: Scene, sheet: readonly CameraPair[], fit: PlacedFit): PairResidual[] {
  const turn = (scene.plane.convergenceDeg(fit) * Math.PI) / 180;
  return scene.sightings.flatMap((sighting) => {
    const row = rowOf(scene, sighting, fit, fit.held);
    if (row === null) return [];
    const [toE, toN] = [sighting.e - fit.e, sighting.n - fit.n];
    const distanceM = Math.hypot(toE, toN);
    const px = row.across * row.scalePx;
    return {
      number: sighting.number,
      name: sheet.find(({ number }) => number === sighting.number)?.name ?? "",
      px,
      metres: (px / row.pxPerRad) * distanceM,
      share: Math.hypot(row.across, row.upwards) / scalesOf95,
      weight: misfitOf(row.across ** 2 + row.upwards ** 2, scene.mistakeShare).good,
      bearingDeg: compass(Math.atan2(toE, toN) + turn),
      distanceM,
      // Downwards on the frame is lower.
      upPx: sighting.height === undefined ? null : row.upwards * row.scaleUpPx,
    };
  });
}

/** Radians to degrees, 0 to 360. */
export function compass(radians: number): number {
  return ((((radians * 180) / Math.PI) % 360) + 360) % 360;
}
