/** A sun problem as it is being written: fields as they are typed, marks as they are set. What is kept is only the problem that they make. */
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import { readCoordinates } from "../../core/place/read-coordinates.ts";
import type { Position } from "../../core/place/region.ts";
import type { SunProblem } from "../../reason/sun/sun-problem.ts";

export const markNames = ["base", "tip", "end", "line1", "line2", "horizon1", "horizon2", "edge1", "edge2", "edge3", "edge4"] as const;
export type MarkName = (typeof markNames)[number];
/** A mark, or the ground point of that number, counted from 0. */
export type ChosenMark = MarkName | `point${number}`;

export const groundKinds = ["by-hand", "ground-points", "camera", "horizon", "plan-view"] as const;
export type GroundKind = (typeof groundKinds)[number];

export type FieldName =
  | ("place" | "day" | "zone" | "from" | "to" | "south" | "north" | "west" | "east" | "scanFrom" | "scanTo" | "slope" | "lean" | "note")
  | ("bearing" | "bearingError" | "ratio" | "ratioError" | "markError")
  | ("lineBearing" | "lineBearingError" | "lineLength" | "lineLengthError" | "height" | "heightError")
  | ("field" | "fieldError" | "pitch" | "pitchError" | "roll" | "rollError" | "heading" | "headingError" | "tilt" | "angle" | "angleError");

export interface GroundRow {
  readonly frame: FramePoint | undefined;
  /** Latitude and longitude, or metres east and north. */
  readonly place: string;
  readonly error: string;
}

export interface SunDraft {
  readonly asks: "when" | "where";
  readonly by: GroundKind;
  /** On which the marks are; undefined before the first. */
  readonly frame: FrameRef | undefined;
  readonly marks: Readonly<Partial<Record<MarkName, FramePoint>>>;
  readonly points: readonly GroundRow[];
  readonly inMetres: boolean;
  readonly uses: "both" | "bearing" | "ratio";
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** The camera inference that its figures were taken from. */
  readonly cites: readonly string[];
  /** Records that the marks rest on: kept as they were. */
  readonly marksCite: readonly string[] | undefined;
  /** Where to look for the place, in the place of the box of the fields. */
  readonly area: SunProblem["within"];
}

export const emptyDraft: SunDraft = {
  ...{ asks: "when", by: "ground-points", frame: undefined, marks: {}, points: emptyRows(4), inMetres: false, uses: "both" },
  fields: { markError: "3", zone: "UTC" },
  ...{ cites: [], marksCite: undefined, area: undefined },
};

function emptyRows(count: number): GroundRow[] {
  return Array.from({ length: count }, () => ({ frame: undefined, place: "", error: "1" }));
}

/** Marks that a kind of ground needs, in the order in which they are set. */
export function marksFor(by: GroundKind): readonly MarkName[] {
  switch (by) {
    case "by-hand":
      return [];
    case "ground-points":
      return ["base", "tip", "end"];
    case "camera":
      return ["base", "tip", "end", "line1", "line2"];
    case "horizon":
      return ["base", "tip", "end", "horizon1", "horizon2", "line1", "line2", "edge1", "edge2", "edge3", "edge4"];
    case "plan-view":
      return ["base", "end", "line1", "line2"];
  }
}

export function markAt(draft: SunDraft, mark: ChosenMark): FramePoint | undefined {
  return mark.startsWith("point") ? draft.points[Number(mark.slice(5))]?.frame : draft.marks[mark as MarkName];
}

export function withMark(draft: SunDraft, mark: ChosenMark, at: FramePoint | undefined): SunDraft {
  const rounded = at && { x: Number(at.x.toFixed(1)), y: Number(at.y.toFixed(1)) };
  if (mark.startsWith("point")) {
    const number = Number(mark.slice(5));
    return { ...draft, points: draft.points.map((row, i) => (i === number ? { ...row, frame: rounded } : row)) };
  }
  const { [mark as MarkName]: _, ...others } = draft.marks;
  return { ...draft, marks: rounded === undefined ? others : { ...others, [mark]: rounded } };
}

export function withoutMarks(draft: SunDraft): SunDraft {
  return { ...draft, frame: undefined, marks: {}, points: draft.points.map((row) => ({ ...row, frame: undefined })) };
}

export function hasMarks({ marks, points }: SunDraft): boolean {
  return Object.keys(marks).length > 0 || points.some(({ frame }) => frame !== undefined);
}

export function positionOf(words: string): Position | undefined {
  const read = readCoordinates(words, { basis: "typed" });
  return read.state === "read" && read.claim.region !== "unknown" && read.claim.region.shape === "circle"
    ? read.claim.region.centre
    : undefined;
}

export function groundPlace(
  words: string,
  inMetres: boolean,
): { lat: number; lon: number } | { eastM: number; northM: number } | undefined {
  if (!inMetres) return positionOf(words);
  const [east, north] = words.split(/[,;\s]+/).map(numberOf);
  return east === undefined || north === undefined ? undefined : { eastM: east, northM: north };
}

export function numberOf(words: string | undefined): number | undefined {
  const plain = (words ?? "").trim().replace(",", ".").replace("−", "-");
  if (plain === "") return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
