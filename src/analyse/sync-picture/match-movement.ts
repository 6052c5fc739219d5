/**
 * Lays the movement of two videos over each other: how much moves, moment by moment, whatever the view. It says something only
 * where it stands out by far and every third of what they share says the same by itself: one gust, one pan or one key frame
 * of an encoder is no agreement.
 */
import { correlate } from "./correlate.ts";
import type { PictureFeatures } from "./picture-features.ts";

/** Samples of the movement curves a second. */
export const movementRate = 25;
/** Slower changes than this are taken out: any two videos agree in getting busier. */
const slowestS = 2;
/** Added before the logarithm, so that noise of a still picture says nothing. */
const floor = 0.4;
/** Movement of the busiest twentieth of a curve below which nothing moves. */
const leastMovement = 0.8;
export const leastSharedS = 12;

export interface MovementAgreement {
  readonly offsetS: number;
  /** Correlation, -1 to 1. */
  readonly value: number;
  /** The correlation in deviations of what curves like these give by chance at one shift. */
  readonly deviations: number;
  /** Stretches of b with what each says by itself: a shift in seconds, and its correlation. */
  readonly thirds: readonly { readonly startB: number; readonly endB: number; readonly offsetS: number; readonly value: number }[];
}

export type MovementSaid =
  | { readonly state: "still" }
  | { readonly state: "compared"; /** Best first, apart from each other. */ readonly found: readonly MovementAgreement[] };

/** Shifts nearer than this are the same peak. */
const samePeakS = 0.4;

export function matchMovement(a: PictureFeatures, b: PictureFeatures): MovementSaid {
  const [one, other] = [movementCurve(a), movementCurve(b)];
  if (one === undefined || other === undefined) return { state: "still" };
  const { firstLag, values } = correlate(one.curve, other.curve, leastSharedS * movementRate);
  const spread = effectiveSpread(one.curve, other.curve);
  const peaks: { lag: number; value: number; deviations: number }[] = [];
  for (let n = 1; n < values.length - 1; n++) {
    const value = values[n] as number;
    if (value <= 0.1 || value < (values[n - 1] as number) || value < (values[n + 1] as number)) continue;
    const lag = firstLag + n;
    const shared = Math.min(one.curve.length, lag + other.curve.length) - Math.max(0, lag);
    peaks.push({ lag, value, deviations: value * Math.sqrt(shared / spread) });
  }
  peaks.sort((left, right) => right.deviations - left.deviations);
  const apart: typeof peaks = [];
  for (const peak of peaks) {
    if (apart.length >= 4) break;
    if (apart.every(({ lag }) => Math.abs(lag - peak.lag) > samePeakS * movementRate)) apart.push(peak);
  }
  const found = apart.map(({ lag, value, deviations }): MovementAgreement => {
    const n = lag - firstLag;
    const fine = lag + vertex(values[n - 1] as number, value, values[n + 1] as number);
    const offsetAt = (samples: number): number => one.startSec - other.startSec + samples / movementRate;
    const from = Math.max(0, lag);
    const to = Math.min(one.curve.length, lag + other.curve.length);
    const thirds = [0, 1, 2].map((third) => {
      const start = Math.round(from + ((to - from) * third) / 3);
      const end = Math.round(from + ((to - from) * (third + 1)) / 3);
      const best = bestNear(one.curve, other.curve, lag, start, end);
      return {
        startB: other.startSec + (start - lag) / movementRate,
        endB: other.startSec + (end - lag) / movementRate,
        offsetS: offsetAt(best.lag),
        value: best.value,
      };
    });
    return { offsetS: offsetAt(fine), value, deviations, thirds };
  });
  return { state: "compared", found };
}

/** On an even clock, each sample the mean of the frames that it covers; logarithm, slow changes out, outliers held in. Undefined when nothing moves. */
function movementCurve({ timeSec, movement }: PictureFeatures): { readonly startSec: number; readonly curve: Float64Array } | undefined {
  const startSec = timeSec[0] ?? 0;
  const length = Math.floor(((timeSec.at(-1) ?? 0) - startSec) * movementRate) + 1;
  if (length < leastSharedS * movementRate) return undefined;
  const busiest = Float32Array.from(movement).sort()[Math.floor(movement.length * 0.95)] as number;
  if (busiest < leastMovement) return undefined;
  const raw = new Float64Array(length);
  // A frame's change belongs to the time since the one before it.
  for (let k = 1, at = 0; k < timeSec.length; k++) {
    const to = ((timeSec[k] as number) - startSec) * movementRate;
    for (; at < length && at < to; at++) raw[at] = Math.log(floor + (movement[k] as number));
  }
  const sums = new Float64Array(length + 1);
  for (let n = 0; n < length; n++) sums[n + 1] = sums[n]! + raw[n]!;
  const half = Math.round((slowestS * movementRate) / 2);
  const curve = raw.map((value, n) => {
    const from = Math.max(0, n - half);
    const to = Math.min(length, n + half + 1);
    return value - (sums[to]! - sums[from]!) / (to - from);
  });
  const sizes = curve.map(Math.abs).sort();
  const most = 3 * 1.4826 * Math.max(1e-6, sizes[sizes.length >> 1] as number);
  return { startSec, curve: curve.map((value) => Math.max(-most, Math.min(most, value))) };
}

/** How many samples make one independent of the others (Bartlett 1946): curves that change slowly agree by chance more easily. */
function effectiveSpread(a: Float64Array, b: Float64Array): number {
  let spread = 1;
  for (let lag = 1; lag <= slowestS * movementRate; lag++) spread += 2 * Math.max(0, own(a, lag) * own(b, lag));
  return spread;
}

function own(curve: Float64Array, lag: number): number {
  let sum = 0;
  let power = 0;
  for (let n = 0; n < curve.length; n++) {
    power += curve[n]! ** 2;
    if (n + lag < curve.length) sum += curve[n]! * curve[n + lag]!;
  }
  return power === 0 ? 0 : sum / power;
}

/** The best shift of a stretch within a second of `lag`. */
function bestNear(
  a: Float64Array,
  b: Float64Array,
  lag: number,
  start: number,
  end: number,
): { readonly lag: number; readonly value: number } {
  const best = { lag, value: -1 };
  for (let shift = lag - movementRate; shift <= lag + movementRate; shift++) {
    let [sum, powerA, powerB] = [0, 0, 0];
    for (let n = Math.max(start, shift); n < Math.min(end, shift + b.length); n++) {
      sum += a[n]! * b[n - shift]!;
      powerA += a[n]! ** 2;
      powerB += b[n - shift]! ** 2;
    }
    const value = powerA * powerB === 0 ? 0 : sum / Math.sqrt(powerA * powerB);
    if (value > best.value) Object.assign(best, { lag: shift, value });
  }
  return best;
}

/** Where a parabola through three samples has its top, -0.5 to 0.5. */
function vertex(left: number, top: number, right: number): number {
  const bend = left - 2 * top + right;
  return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (left - right) / (2 * bend)));
}
