/** The place that stands in the fields of a blind answer, for the map beside them; and a place of the map in figures for the fields. */
import { wrap } from "../../core/place/geodesic.ts";
import { metresPerDegree } from "../../core/place/read-precision.ts";
import type { Position } from "../../core/place/region.ts";
import { type AnswerDraft, readAnswer } from "../review/finding-draft.ts";

export interface DeskPlace extends Position {
  /** Undefined while none is given: the point is no answer yet. */
  readonly radiusM: number | undefined;
}

/** Undefined while the coordinates cannot be read, in whichever notation. */
export function placeOf(draft: AnswerDraft): DeskPlace | undefined {
  const whole = readAnswer(draft);
  if (whole.state === "read") return whole.answer.sort === "place" ? whole.answer : undefined;
  const point = readAnswer({ ...draft, radius: "1" });
  return point.state === "read" && point.answer.sort === "place" ? { ...point.answer, radiusM: undefined } : undefined;
}

/** With as many digits as a pixel of the map can tell, and no more: a press on a whole country is not a place to the metre. */
export function coordinatesOf({ lat, lon }: Position, metresPerPixel: number): string {
  const digits = Math.max(1, Math.min(6, Math.ceil(Math.log10(metresPerDegree(lat).north / metresPerPixel))));
  return `${lat.toFixed(digits)}, ${wrap(lon).toFixed(digits)}`;
}
