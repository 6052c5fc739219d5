/** How much of a region the marked boxes cover together, and whether that is enough. */
import { type BoxSort, boxAt, type FrameStay } from "./box-at.ts";
import { coverRect, type PixelRect } from "./cover-rect.ts";
import type { ShareBox } from "./redaction.ts";

/**
 * Of a region's area. A detector draws its boxes a few pixels wider than what it found; a tenth of a face that lies bare is still a
 * sign that a mark lags behind.
 */
export const enoughCovered = 0.9;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What boxes cover on a frame, in pixels, as they are painted. */
export function coversOn(boxes: readonly BoxSort[], stay: FrameStay, size: Size): PixelRect[] {
  return boxes.flatMap((sort) => {
    const box = boxAt(sort, stay);
    const rect = box === undefined ? null : coverRect(box, size);
    return rect === null ? [] : [rect];
  });
}

/** 0 to 1. Covers may lie over each other. */
export function coveredPart({ x, y, w, h }: ShareBox, covers: readonly PixelRect[], { width, height }: Size): number {
  const region = { left: x * width, top: y * height, right: (x + w) * width, bottom: (y + h) * height };
  const inside = covers
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(left, region.left),
      top: Math.max(top, region.top),
      right: Math.min(right, region.right),
      bottom: Math.min(bottom, region.bottom),
    }))
    .filter(({ left, top, right, bottom }) => right > left && bottom > top);
  const columns = [...new Set(inside.flatMap(({ left, right }) => [left, right]))].toSorted((a, b) => a - b);
  let area = 0;
  for (const [n, left] of columns.entries()) {
    const right = columns[n + 1];
    if (right === undefined) break;
    const strips = inside.filter((one) => one.left <= left && one.right >= right).toSorted((a, b) => a.top - b.top);
    let [length, reached] = [0, Number.NEGATIVE_INFINITY];
    for (const { top, bottom } of strips) {
      length += Math.max(0, bottom - Math.max(top, reached));
      reached = Math.max(reached, bottom);
    }
    area += length * (right - left);
  }
  return Math.min(1, area / ((region.right - region.left) * (region.bottom - region.top)));
}
