/**
 * Sharp changes of light, all one way, within one frame: a flash, a lamp that goes on or off; in all of the picture or in a part of
 * it. A change that makes some of the picture brighter and some darker is a cut or movement, and none of these.
 */
import type { PictureFeatures } from "./picture-features.ts";

export interface LightEvent {
  /** Middle of the time between the last frame without it and the first with it, item time. */
  readonly atSec: number;
  /** Half of that time: it lies within this of `atSec`. */
  readonly halfGapSec: number;
  readonly sort: "rise" | "fall";
  /** Steps of 255. */
  readonly size: number;
}

/** Least change of the mean, steps of 255; and times the usual change from frame to frame around it. */
const leastChange = 0.5;
const timesUsualChange = 4;
/** Share of the cells that change one way, less those that change the other; and times the usual share. */
const leastAgreement = 0.08;
const timesUsualAgreement = 6;
/** A change that goes on over several frames is one; a fall that soon follows a rise belongs to its flash. */
const oneChangeSec = 0.12;
const longestFlashSec = 0.35;
/** Frames of which the usual change is taken, and the most between two frames that a moment may be laid between. */
const blockFrames = 64;
const longestGapSec = 0.25;
/** More than these are no signal but a flicker; the strongest are kept. */
const mostEvents = 600;

export function lightEvents({ timeSec, light, agreement }: PictureFeatures): LightEvent[] {
  const change = light.map((value, k) => (k === 0 ? 0 : value - (light[k - 1] as number)));
  const [usualChange, usualAgreement] = [usualSize(change), usualSize(agreement)];
  const events: LightEvent[] = [];
  let last: { readonly sort: LightEvent["sort"]; readonly sec: number } | undefined;
  for (let k = 1; k < timeSec.length; k++) {
    const block = Math.floor(k / blockFrames);
    const size = Math.abs(change[k] as number);
    const shared = (agreement[k] as number) * Math.sign(change[k] as number);
    const gap = (timeSec[k] as number) - (timeSec[k - 1] as number);
    if (gap > longestGapSec || size < Math.max(leastChange, timesUsualChange * (usualChange[block] as number))) continue;
    if (shared < Math.max(leastAgreement, timesUsualAgreement * (usualAgreement[block] as number))) continue;
    const sort = (change[k] as number) > 0 ? "rise" : "fall";
    const sec = timeSec[k] as number;
    const goesOn = last !== undefined && last.sort === sort && sec - last.sec <= oneChangeSec;
    const ends = last?.sort === "rise" && sort === "fall" && sec - last.sec <= longestFlashSec;
    if (!ends) last = { sort, sec };
    if (!goesOn && !ends) events.push({ atSec: sec - gap / 2, halfGapSec: gap / 2, sort, size });
  }
  if (events.length <= mostEvents) return events;
  const kept = new Set(events.toSorted((one, other) => other.size - one.size).slice(0, mostEvents));
  return events.filter((event) => kept.has(event));
}

/** Median size over each block with its neighbours, so that one flash does not hide the next. */
function usualSize(curve: Float32Array): Float64Array {
  const blocks = Math.ceil(curve.length / blockFrames);
  return Float64Array.from({ length: blocks }, (_, block) => {
    const around = curve.slice(Math.max(1, (block - 1) * blockFrames), (block + 2) * blockFrames);
    const sizes = around.map(Math.abs).sort();
    return sizes[sizes.length >> 1] ?? 0;
  });
}
