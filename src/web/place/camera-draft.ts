/** The pair sheet as it is being written: what is typed stays as typed, and marks may still lack their other half. */
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import { formatPosition } from "../claims/place-words.ts";
import type { CameraProblem } from "../../reason/camera/camera-problem.ts";

export interface DraftPair {
  readonly number: number;
  readonly name: string;
  readonly at: FramePoint | undefined;
  readonly errorPx: string;
  /** Coordinates in any form. */
  readonly place: string;
  readonly errorM: string;
  /** Above the ground that the camera stands on; empty where nobody knows. */
  readonly height: string;
  readonly heightError: string;
  /** Why it does not count; undefined while it does. */
  readonly dropped: string | undefined;
  readonly cites: readonly string[];
}

export interface DraftTransit {
  readonly number: number;
  readonly name: string;
  readonly near: string;
  readonly far: string;
  readonly errorM: string;
  readonly errorPx: string;
}

export interface DraftExpected {
  readonly number: number;
  readonly name: string;
  readonly place: string;
  readonly errorM: string;
  readonly height: string;
  readonly found: "seen" | "not-seen" | "hidden" | undefined;
  readonly note: string;
}

const cameraFields = [
  "field",
  "fieldError",
  "equivalent",
  "equivalentShare",
  "heading",
  "headingError",
  "pitch",
  "pitchError",
  "offset",
  "reach",
  "note",
] as const;
export type CameraField = (typeof cameraFields)[number];

export interface CameraDraft {
  readonly frame: FrameRef | undefined;
  readonly pairs: readonly DraftPair[];
  readonly transits: readonly DraftTransit[];
  readonly expected: readonly DraftExpected[];
  /** Two points of the horizon as it would be over open water. */
  readonly horizon: { readonly a: FramePoint | undefined; readonly b: FramePoint | undefined; readonly errorPx: string };
  readonly lens: "unknown" | "field" | "equivalent";
  readonly fields: Readonly<Record<CameraField, string>>;
  /** What the kept problem says beyond what this screen writes: handed on as it is. */
  readonly rest: Partial<CameraProblem>;
}

export const emptyCameraDraft: CameraDraft = {
  frame: undefined,
  pairs: [],
  transits: [],
  expected: [],
  horizon: { a: undefined, b: undefined, errorPx: "5" },
  lens: "unknown",
  fields: {
    field: "",
    fieldError: "2",
    equivalent: "",
    equivalentShare: "4",
    heading: "",
    headingError: "10",
    pitch: "",
    pitchError: "2",
    offset: "",
    reach: "",
    note: "",
  },
  rest: {},
};

export function freshPair(number: number, like: DraftPair | undefined): DraftPair {
  return {
    number,
    name: "",
    at: undefined,
    errorPx: like?.errorPx ?? "5",
    place: "",
    errorM: like?.errorM ?? "3",
    height: "",
    heightError: "1",
    dropped: undefined,
    cites: [],
  };
}

/** A number that nothing on the sheet has. */
export function nextNumber({ pairs, transits, expected }: CameraDraft): number {
  return Math.max(0, ...[...pairs, ...transits, ...expected].map(({ number }) => number)) + 1;
}

/** Whether anything is marked that belongs to its frame and no other. */
export function hasMarks({ pairs, horizon }: CameraDraft): boolean {
  return pairs.some(({ at }) => at !== undefined) || horizon.a !== undefined;
}

/** Of a kept problem. A frame without item or object, as a stranger's sheet may have it, is none that this case can show. */
export function cameraDraftOf(problem: CameraProblem): CameraDraft {
  const { frame, pairs, transits = [], expected = [], lens, held, heading, imageryOffsetM, maxDistanceM, note, ...others } = problem;
  const { item, object } = frame;
  const field = lens?.horizontalFieldDeg;
  const equivalent = lens?.equivalent35mm;
  const written = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    frame: item === undefined || object === undefined ? undefined : { ...frame, item, object },
    pairs: pairs.map(({ number, name, frame: mark, map, heightM, dropped, cites }) => ({
      number,
      name,
      at: { x: mark.x, y: mark.y },
      errorPx: String(mark.errorPx),
      place: exact(map),
      errorM: String(map.errorM),
      height: written(heightM?.value),
      heightError: written(heightM?.error) || "1",
      dropped,
      cites: cites ?? [],
    })),
    transits: transits.map(({ number, name, near, far, errorPx }) => ({
      number,
      name,
      near: exact(near),
      far: exact(far),
      errorM: String(near.errorM),
      errorPx: String(errorPx),
    })),
    expected: expected.map(({ number, name, map, heightM, found, note: said }) => ({
      number,
      name,
      place: exact(map),
      errorM: String(map.errorM),
      height: written(heightM?.value),
      found,
      note: said ?? "",
    })),
    horizon: { a: held?.horizon?.a, b: held?.horizon?.b, errorPx: written(held?.horizon?.errorPx) || "5" },
    lens: field !== undefined ? "field" : equivalent !== undefined ? "equivalent" : "unknown",
    fields: {
      field: written(field?.value),
      fieldError: written(field?.error) || "2",
      equivalent: written(equivalent?.value),
      equivalentShare: equivalent === undefined ? "4" : String(Number((equivalent.errorShare * 100).toFixed(3))),
      heading: written(heading?.value),
      headingError: written(heading?.error) || "10",
      pitch: written(held?.pitchDeg?.value),
      pitchError: written(held?.pitchDeg?.error) || "2",
      offset: written(imageryOffsetM),
      reach: written(maxDistanceM),
      note: note ?? "",
    },
    rest: { ...others, ...(lens === undefined ? {} : { lens }), ...(held === undefined ? {} : { held }) },
  };
}

/** No digit of what was kept is lost by being shown. */
function exact({ lat, lon }: { readonly lat: number; readonly lon: number }): string {
  const short = formatPosition({ lat, lon });
  return short === `${lat}, ${lon}` ? short : `${lat}, ${lon}`;
}
