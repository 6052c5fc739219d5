/** Whether the frame may be the wrong way round: its mirror image fits where it does not. */
import type { CameraAnswer } from "./camera-answer.ts";
import type { PlacedFit } from "./fit-camera.ts";
import { findCameras } from "./find-cameras.ts";
import { pairResiduals } from "./pair-residuals.ts";
import { roll } from "./pinhole.ts";
import { redundancyOf, type Scene } from "./scene.ts";

/** By how much better a mirrored frame must fit: a likelihood 150 times as high. */
const muchBetter = 10;

export function mirroredFrame(scene: Scene, best: PlacedFit | undefined): CameraAnswer["mirrored"] {
  const spare = redundancyOf(scene);
  if (scene.sightings.length < 3 || (spare < 1 && best !== undefined)) return { suspected: false, says: null };
  if (best !== undefined && pairResiduals(scene, [], best).every(({ share }) => share < 1.5)) return { suspected: false, says: null };
  const turned: Scene = {
    ...scene,
    sightings: scene.sightings.map((sighting) => ({ ...sighting, x: scene.frame.width - sighting.x })),
    priors: scene.priors.map((prior, unknown) => (unknown === roll ? { ...prior, value: -prior.value } : prior)),
  };
  const other = findCameras(turned)[0];
  if (other === undefined || (best !== undefined && other.cost > best.cost - muchBetter)) return { suspected: false, says: null };
  const fitting = pairResiduals(turned, [], other).filter(({ weight }) => weight > 0.5).length;
  if (fitting < Math.max(3, scene.sightings.length * 0.75)) return { suspected: false, says: null };
  return {
    suspected: true,
    says: `Mirrored, ${fitting} of ${scene.sightings.length} pairs fit, and as it is the frame does not: the picture may have been mirrored. Look for writing, and for the side people drive on.`,
  };
}
