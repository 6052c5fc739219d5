/**
 * Direction and length of a shadow from marks on a frame. Each kind of ground knowledge has its file; here every mark and every
 * stated figure is moved by its error, one at a time, and what that does to the answer adds as squares (first order propagation).
 */
import type { Measure } from "./shadow-errors.ts";
import { createInputs, type Inputs, type Read } from "./measure-inputs.ts";
import { workByCamera, workByHorizon } from "./measure-by-camera.ts";
import { workByGroundPoints } from "./measure-by-ground-points.ts";
import { workFromAbove } from "./measure-from-above.ts";
import type { ShadowMeasurement } from "./shadow-measurement.ts";

export interface MeasuredShadow {
  readonly by: ShadowMeasurement["ground"]["by"];
  /** Null where the marks do not tell, or it is not used. */
  readonly shadowBearingDeg: Measure | null;
  readonly lengthRatio: Measure | null;
  readonly warnings: readonly string[];
}

/** What one set of figures gives; undefined where it gives nothing: a mark above the horizon, points in one line. */
export interface Shadowed {
  readonly bearingDeg: number | undefined;
  readonly ratio: number | undefined;
}

export interface Work {
  readonly find: (read: Read) => Shadowed | undefined;
  /** What no mark accounts for, at the stated figures: added to the errors as squares. */
  readonly beside?: { readonly bearingDeg: number; readonly ratioShare: number } | undefined;
  readonly warnings: readonly string[];
}

export function measureShadow(measurement: ShadowMeasurement): MeasuredShadow {
  const { ground, uses = ["bearing", "ratio"] } = measurement;
  const inputs = createInputs(measurement);
  const { find, beside = { bearingDeg: 0, ratioShare: 0 }, warnings } = workOf(measurement, inputs);
  const nothing = { by: ground.by, shadowBearingDeg: null, lengthRatio: null };
  const best = find(inputs.read());
  if (best === undefined)
    return {
      ...nothing,
      warnings: [
        ...warnings,
        "The marks give no shadow on the ground: one of them lies above the horizon, or the ground points lie in one line.",
      ],
    };
  const error = errorsOf(find, best, beside, inputs);
  const says: string[] = [...warnings];
  let bearing: Measure | null = null;
  let ratio: Measure | null = null;
  if (best.bearingDeg !== undefined && uses.includes("bearing")) {
    if (error.bearingDeg < 60) bearing = { value: kept((best.bearingDeg + 360) % 360), error: kept(error.bearingDeg) };
    else says.push("The direction cannot be told: within their errors the marks allow nearly any.");
  }
  if (best.ratio !== undefined && uses.includes("ratio")) {
    if (error.ratio < best.ratio / 2 && best.ratio >= 0.001 && best.ratio <= 1000)
      ratio = { value: kept(best.ratio), error: kept(error.ratio) };
    else says.push("The length cannot be told: within their errors the marks allow less than half of it, or more than half as much again.");
  }
  return { by: ground.by, shadowBearingDeg: bearing, lengthRatio: ratio, warnings: says };
}

/** Infinite where a figure, moved within its error, gives nothing any more. */
function errorsOf(
  find: Work["find"],
  best: Shadowed,
  beside: NonNullable<Work["beside"]>,
  inputs: Inputs,
): { readonly bearingDeg: number; readonly ratio: number } {
  let [bearing, ratio] = [beside.bearingDeg ** 2, ((best.ratio ?? 0) * beside.ratioShare) ** 2];
  for (let slot = 0; slot < inputs.count(); slot++) {
    if (inputs.errorOf(slot) === 0) continue;
    const [low, high] = [-0.5, 0.5].map((share) => find(inputs.read(slot, share * inputs.errorOf(slot))));
    bearing += low?.bearingDeg === undefined || high?.bearingDeg === undefined ? Infinity : turn(high.bearingDeg - low.bearingDeg) ** 2;
    ratio += low?.ratio === undefined || high?.ratio === undefined ? Infinity : (high.ratio - low.ratio) ** 2;
  }
  return { bearingDeg: Math.sqrt(bearing), ratio: Math.sqrt(ratio) };
}

function workOf(measurement: ShadowMeasurement, inputs: Inputs): Work {
  const { ground } = measurement;
  switch (ground.by) {
    case "ground-points":
      return workByGroundPoints(ground, inputs);
    case "camera":
      return workByCamera(ground, inputs);
    case "horizon":
      return workByHorizon(ground, inputs);
    case "plan-view":
      return workFromAbove(ground, measurement, inputs);
  }
}

const turn = (angle: number) => ((((angle + 180) % 360) + 360) % 360) - 180;
const kept = (value: number) => Number(value.toFixed(4));
