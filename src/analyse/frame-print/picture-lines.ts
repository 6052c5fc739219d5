/** Rows or columns of a part of the picture, counted from one of its four sides inward: so that one rule serves all sides. */
import type { Area } from "./area-means.ts";

export const sides = ["top", "bottom", "left", "right"] as const;
export type Side = (typeof sides)[number];

export interface Lines {
  /** How many lines, and pixels in each. */
  readonly count: number;
  readonly length: number;
  /** Place of a pixel in the picture. */
  at(line: number, pixel: number): number;
}

export function linesFrom(side: Side, { left, top, width, height }: Area, pictureWidth: number): Lines {
  const start = top * pictureWidth + left;
  const last = start + (height - 1) * pictureWidth + width - 1;
  switch (side) {
    case "top":
      return { count: height, length: width, at: (line, pixel) => start + line * pictureWidth + pixel };
    case "bottom":
      return { count: height, length: width, at: (line, pixel) => last - line * pictureWidth - pixel };
    case "left":
      return { count: width, length: height, at: (line, pixel) => start + pixel * pictureWidth + line };
    case "right":
      return { count: width, length: height, at: (line, pixel) => last - pixel * pictureWidth - line };
  }
}

export function without(area: Area, cut: Readonly<Record<Side, number>>): Area {
  return {
    left: area.left + cut.left,
    top: area.top + cut.top,
    width: area.width - cut.left - cut.right,
    height: area.height - cut.top - cut.bottom,
  };
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
