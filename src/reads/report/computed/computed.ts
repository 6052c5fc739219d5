/** What a report says of a question put to a reasoner: what was measured and told, what came out, what else it leaves. */
import type { Computation, Measurement } from "../../../core/report/report-record.ts";
import type { ReportPlace, ReportWindow } from "../../../core/report/report-figures.ts";
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
}

export const nothingComputed: Computed = {
  ...{ measurements: [], told: [], answered: [], alternatives: [], places: [], windows: [], rests: [], frame: null },
};

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
