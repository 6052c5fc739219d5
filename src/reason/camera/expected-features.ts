/** Where things that stand there should be on the frame, if the solution is right: to be ticked as seen, not seen or hidden. */
import type { CameraProblem } from "./camera-problem.ts";
import type { Expected } from "./camera-answer.ts";
import { type PlacedFit, wrapped } from "./fit-camera.ts";
import { compass } from "./pair-residuals.ts";
import { ground, type Held, heading, heldCount, pixelOf } from "./pinhole.ts";
import type { Scene } from "./scene.ts";

const unknowns = heldCount + 2;

/** `t`: how many standard deviations 95 % are. */
export function expectedFeatures(
  scene: Scene,
  features: NonNullable<CameraProblem["expected"]>,
  fit: PlacedFit,
  covariance: Float64Array | null,
  t: number,
): Expected[] {
  const turn = (scene.plane.convergenceDeg(fit) * Math.PI) / 180;
  return features.map(({ number, name, map, heightM, found }) => {
    const at = scene.plane.toPlane(map);
    const [toE, toN] = [at.e - fit.e, at.n - fit.n];
    const distanceM = Math.max(0.5, Math.hypot(toE, toN));
    const column = pixelFrom(at, heightM?.value, fit, fit.held);
    const plain = {
      number,
      name,
      bearingDeg: compass(Math.atan2(toE, toN) + turn),
      distanceM,
      found: found ?? ("not-looked-for" as const),
    };
    const shown = column === null ? null : pixelOf(scene.frame, column.toRight, column.upwards, fit.held);
    if (shown === null) return { ...plain, where: "outside" as const, x: null, y: null };
    const by = Array.from({ length: unknowns }, (_, unknown) => {
      const [e, n] = [fit.e + (unknown === heldCount ? 0.01 : 0), fit.n + (unknown === heldCount + 1 ? 0.01 : 0)];
      const step = unknown < heldCount ? 1e-5 : 0.01;
      const held = Float64Array.from(fit.held, (value, i) => (i === unknown ? value + step : value));
      const next = pixelFrom(at, heightM?.value, { e, n }, held);
      const pixel = next === null ? null : pixelOf(scene.frame, next.toRight, next.upwards, held);
      return pixel === null ? [0, 0] : [(pixel.x - shown.x) / step, (pixel.y - shown.y) / step];
    });
    const error = (axis: 0 | 1): number => {
      let variance = 0;
      if (covariance !== null)
        for (let i = 0; i < unknowns; i++)
          for (let j = 0; j < unknowns; j++)
            variance += (by[i]?.[axis] ?? 0) * (by[j]?.[axis] ?? 0) * (covariance[i * unknowns + j] as number);
      return t * Math.sqrt(Math.max(0, variance));
    };
    // The thing may stand elsewhere as much as the camera may: a metre of it is a metre of the camera.
    const mapPx = map.errorM * Math.hypot(by[heldCount]?.[0] ?? 0, by[heldCount + 1]?.[0] ?? 0);
    const x = { value: shown.x, error: Math.hypot(error(0), mapPx) };
    const heightPx = heightM === undefined ? 0 : heightM.error * Math.abs(by[ground]?.[1] ?? 0);
    const where =
      x.value + x.error < 0 || x.value - x.error > scene.frame.width
        ? "outside"
        : x.value - x.error >= 0 && x.value + x.error <= scene.frame.width
          ? "inside"
          : "edge";
    return { ...plain, where, x, y: heightM === undefined ? null : { value: shown.y, error: Math.hypot(error(1), heightPx) } };
  });
}

/** Null for what is behind the camera. */
function pixelFrom(at: { e: number; n: number }, height: number | undefined, { e, n }: { e: number; n: number }, held: Held) {
  const [toE, toN] = [at.e - e, at.n - n];
  const toRight = wrapped(Math.atan2(toE, toN) - (held[heading] as number));
  if (Math.abs(toRight) > 1.5) return null;
  // Without a height at the level of the camera: the column hardly depends on it.
  return {
    toRight,
    upwards: height === undefined ? 0 : Math.atan2(height - (held[ground] as number), Math.max(0.5, Math.hypot(toE, toN))),
  };
}
