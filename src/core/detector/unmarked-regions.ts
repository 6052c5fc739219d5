/**
 * Which regions of a run no mark covers, held against the marks as they are now. Nothing of it is kept: another mark gives another
 * answer.
 */
import type { BoxSort } from "../redaction/box-at.ts";
import { coveredPart, coversOn, enoughCovered } from "../redaction/covered-part.ts";
import type { ShareBox } from "../redaction/redaction.ts";
import type { DetectedRegion, DetectionResult } from "./detection.ts";

/** Places in the run's list, rising. `left`: those that somebody answered for. */
export function unmarkedRegions(
  { frames, regions, size }: Pick<DetectionResult, "frames" | "regions" | "size">,
  boxes: readonly BoxSort[],
  left: ReadonlySet<number>,
): number[] {
  const covers = new Map<number, ReturnType<typeof coversOn>>();
  return regions.flatMap(({ frame, box }, place) => {
    const stay = frames[frame];
    if (left.has(place) || stay === undefined) return [];
    const there = covers.get(frame) ?? coversOn(boxes, { startS: stay.atS, endS: stay.endS }, size);
    covers.set(frame, there);
    return coveredPart(box, there, size) >= enoughCovered ? [] : [place];
  });
}

/** Share of two boxes together that both cover. */
export function overlap(a: ShareBox, b: ShareBox): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w <= 0 || h <= 0 ? 0 : (w * h) / (a.w * a.h + b.w * b.h - w * h);
}

/** So much of both is one: the same program on the same picture, asked again. */
const sameRegion = 0.9;
/** Times of frames are written as decimals. */
const sameS = 0.0005;

/**
 * Regions of a run that another run found too, on the same picture and in the same place, and that somebody answered for there: they
 * need not say it twice. Of the same bytes, which whoever asks sees to.
 */
export function leftBefore(run: DetectionResult, other: DetectionResult, leftThere: ReadonlySet<number>): number[] {
  const answered = new Map<string, DetectedRegion[]>();
  const nameOf = (result: DetectionResult, { frame, class: sort }: DetectedRegion): readonly [string, number] => [
    sort,
    Math.round((result.frames[frame]?.atS ?? 0) / sameS / 2),
  ];
  for (const place of leftThere) {
    const region = other.regions[place];
    if (region === undefined) continue;
    const name = nameOf(other, region).join(" ");
    answered.set(name, [...(answered.get(name) ?? []), region]);
  }
  return run.regions.flatMap((region, place) => {
    const there = answered.get(nameOf(run, region).join(" ")) ?? [];
    return there.some(({ box }) => overlap(box, region.box) >= sameRegion) ? [place] : [];
  });
}
