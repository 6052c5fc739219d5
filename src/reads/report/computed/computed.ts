/** What a report says of a question put to a reasoner: what was measured and told, what came out, what else it leaves. */
import { boxAround } from "../../../core/report/box-around.ts";
import type { Computation, Measurement } from "../../../core/report/report-record.ts";
import type { ReportPlace, ReportWindow } from "../../../core/report/report-figures.ts";
import type { FramePoint } from "../../../core/observation/frame-point.ts";
import type { FrameBox } from "../../../core/observation/observation.ts";
import type { Region } from "../../../core/place/region.ts";

export interface Computed {
  readonly measurements: readonly Measurement[];
  readonly told: Computation["told"];
  readonly answered: readonly string[];
  readonly alternatives: Computation["alternatives"];
  readonly places: readonly Omit<ReportPlace, "id" | "of">[];
  readonly windows: readonly { readonly event: string | null; readonly title: string; readonly window: Omit<ReportWindow, "of"> }[];
  /** Records that the problem names. */
  readonly rests: readonly string[];
  /** Frame that was measured on; seconds are worked out by whoever has the frame table. */
  readonly frame: { readonly item: string; readonly frame: number | null; readonly pts: number | null } | null;
  /** Points and lines that were marked on it; a line is the box around both its ends. */
  readonly marks: readonly { readonly box: FrameBox; readonly says: string }[];
}

export const nothingComputed: Computed = {
  ...{ measurements: [], told: [], answered: [], alternatives: [], places: [], windows: [], rests: [], frame: null, marks: [] },
};

/** None of a point that lies outside the frame. */
export function markedAt(
  points: readonly FramePoint[],
  errorPx: number,
  frame: { readonly width: number; readonly height: number },
  says: string,
): Computed["marks"] {
  const boxes = points.flatMap((point) => boxAround(point, errorPx, frame) ?? []);
  const [first, ...others] = boxes;
  return first === undefined || boxes.length < points.length ? [] : [{ box: others.reduce(both, first), says }];
}

function both(one: FrameBox, other: FrameBox): FrameBox {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const [right, bottom] = [Math.max(one.x + one.width, other.x + other.width), Math.max(one.y + one.height, other.y + other.height)];
  return { x, y, width: right - x, height: bottom - y };
}

/** Longitude first and closed in the answer; a ring of places here. The largest part stands for all: a figure draws no more. */
export function regionsOf(polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]): Region[] {
  return polygons.flatMap((rings): Region[] => {
    const read = rings.map((ring) => ring.slice(0, -1).map(([lon, lat]) => ({ lat, lon }))).filter((ring) => ring.length >= 3);
    return read.length === 0 ? [] : [{ shape: "polygon", rings: read }];
  });
}

/** Parts of an area that a report draws one by one. */
export const partsDrawn = 20;

export function figure(value: number, digits = 3): string {
  return String(Number(value.toFixed(digits)));
}
