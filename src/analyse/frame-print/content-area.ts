/**
 * Where the picture proper lies on the frame: inside black or flat bars, or in front of a blurred copy of itself. Bars are
 * cut only where they end in a straight edge along the whole side: dark or smooth content does not, and what cannot be told
 * stays in.
 */
import type { Area } from "./area-means.ts";
import type { BarEvidence } from "./bar-evidence.ts";
import { blurredBars } from "./blurred-bars.ts";
import { flatBars, isQuietOutside } from "./flat-bars.ts";

/** Of each side: what is left must be a picture. */
const leastLeft = 0.2;

export interface Found {
  readonly area: Area;
  readonly bars: "none" | "flat" | "blurred";
}

/** `before`: what was found of an earlier shot. Bars stay over a whole clip most often, so they are kept where nothing speaks against them. */
export function contentArea(evidence: BarEvidence, before: Area | undefined): Found {
  const whole: Area = { left: 0, top: 0, width: evidence.width, height: evidence.height };
  if (evidence.samples === 0) return { area: whole, bars: "none" };
  const flat = flatBars(evidence, whole);
  if (differs(flat, whole) && enough(flat, whole)) return { area: flat, bars: "flat" };
  const sharp = blurredBars(evidence, whole);
  if (differs(sharp, whole) && enough(sharp, whole)) return { area: sharp, bars: "blurred" };
  if (before !== undefined && isQuietOutside(evidence, before)) return { area: before, bars: "flat" };
  return { area: whole, bars: "none" };
}

function differs(one: Area, other: Area): boolean {
  return one.left !== other.left || one.top !== other.top || one.width !== other.width || one.height !== other.height;
}

function enough(area: Area, whole: Area): boolean {
  return area.width >= leastLeft * whole.width && area.height >= leastLeft * whole.height;
}
