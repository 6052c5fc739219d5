/** Every pair dropped in turn: how far the position moves without it, and how well the others then fit. */
import type { LeftOut } from "./camera-answer.ts";
import type { PlacedFit } from "./fit-camera.ts";
import { settleAnew } from "./find-cameras.ts";
import { pairResiduals } from "./pair-residuals.ts";
import type { CameraPair } from "./camera-problem.ts";
import { redundancyOf, type Scene } from "./scene.ts";

export function leaveOneOut(scene: Scene, sheet: readonly CameraPair[], fit: PlacedFit): LeftOut[] {
  return scene.sightings.map(({ number }) => {
    const rest: Scene = { ...scene, sightings: scene.sightings.filter((sighting) => sighting.number !== number) };
    const name = sheet.find((pair) => pair.number === number)?.name ?? "";
    const without = redundancyOf(rest) < 0 ? undefined : settleAnew(rest, fit);
    if (without === undefined) return { number, name, movesM: null, lat: null, lon: null, restShare: null };
    const left = pairResiduals(rest, sheet, without);
    const { lat, lon } = scene.plane.toEarth(without);
    return {
      number,
      name,
      movesM: Math.hypot(without.e - fit.e, without.n - fit.n),
      lat,
      lon,
      restShare: Math.sqrt(left.reduce((sum, { share }) => sum + share ** 2, 0) / Math.max(1, left.length)),
    };
  });
}
