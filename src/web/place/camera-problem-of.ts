/** From the sheet as written to the problem as it is kept and solved: whole pairs only, and in words what is missing. */
import { readCoordinates } from "../../core/place/read-coordinates.ts";
import type { Position } from "../../core/place/region.ts";
import { CameraProblem } from "../../reason/camera/camera-problem.ts";
import type { WordKey } from "../words/t.ts";
import type { CameraDraft, DraftPair } from "./camera-draft.ts";

export function positionOf(words: string): Position | undefined {
  const read = readCoordinates(words, { basis: "typed" });
  return read.state === "read" && read.claim.region !== "unknown" && read.claim.region.shape === "circle"
    ? read.claim.region.centre
    : undefined;
}

export function numberOf(words: string): number | undefined {
  const plain = words.trim().replace(",", ".").replace("−", "-");
  return plain === "" || !Number.isFinite(Number(plain)) ? undefined : Number(plain);
}

/** What a pair still lacks; undefined for a whole one. */
export function lackOf({ at, errorPx, place, errorM }: DraftPair): WordKey | undefined {
  if (at === undefined) return "camera.lacks-mark";
  if (positionOf(place) === undefined) return place.trim() === "" ? "camera.lacks-place" : "camera.lacks-readable-place";
  if (!((numberOf(errorPx) ?? 0) > 0) || !((numberOf(errorM) ?? -1) >= 0)) return "camera.lacks-error";
  return undefined;
}

export interface MadeProblem {
  /** Undefined while nothing can be asked. */
  readonly problem: CameraProblem | undefined;
  readonly missing: readonly WordKey[];
}

export function cameraProblemOf(draft: CameraDraft): MadeProblem {
  const { frame, fields, lens, rest } = draft;
  const pairs = draft.pairs.filter((pair) => lackOf(pair) === undefined).map(pairOf);
  const transits = draft.transits.flatMap(({ number, name, near, far, errorM, errorPx }) => {
    const [from, to] = [positionOf(near), positionOf(far)];
    const off = Math.max(0, numberOf(errorM) ?? 3);
    if (from === undefined || to === undefined) return [];
    return { number, name, near: { ...from, errorM: off }, far: { ...to, errorM: off }, errorPx: Math.max(0.1, numberOf(errorPx) ?? 5) };
  });
  const expected = draft.expected.flatMap(({ number, name, place, errorM, height, found, note }) => {
    const at = positionOf(place);
    if (at === undefined) return [];
    const heightM = numberOf(height);
    return {
      number,
      name,
      map: { ...at, errorM: Math.max(0, numberOf(errorM) ?? 3) },
      ...(heightM === undefined ? {} : { heightM: { value: heightM, error: 1 } }),
      ...(found === undefined ? {} : { found }),
      ...(note.trim() === "" ? {} : { note }),
    };
  });
  const missing: WordKey[] = [];
  if (frame === undefined) missing.push("camera.needs-frame");
  const used = pairs.filter(({ dropped }) => dropped === undefined).length;
  if (used + transits.length === 0) missing.push("camera.needs-pair");
  const told = toldOfLens(draft);
  if (lens !== "unknown" && told === undefined) missing.push("camera.needs-lens");
  if (frame === undefined || missing.length > 0) return { problem: undefined, missing };
  const { lens: keptLens, held: keptHeld, ...others } = rest;
  const { horizontalFieldDeg: _field, equivalent35mm: _equivalent, ...lensRest } = keptLens ?? {};
  const { pitchDeg: _pitch, horizon: _horizon, ...heldRest } = keptHeld ?? {};
  const { a, b, errorPx } = draft.horizon;
  const [heading, pitch, offset, reach] = [fields.heading, fields.pitch, fields.offset, fields.reach].map(numberOf);
  const read = CameraProblem.safeParse({
    ...others,
    frame,
    pairs,
    ...(transits.length === 0 ? {} : { transits }),
    ...(expected.length === 0 ? {} : { expected }),
    lens: { ...lensRest, ...told },
    held: {
      ...heldRest,
      ...(a === undefined || b === undefined ? {} : { horizon: { a, b, errorPx: Math.max(0.1, numberOf(errorPx) ?? 5) } }),
      ...(pitch === undefined ? {} : { pitchDeg: { value: pitch, error: numberOf(fields.pitchError) ?? 2 } }),
    },
    ...(heading === undefined ? {} : { heading: { value: ((heading % 360) + 360) % 360, error: numberOf(fields.headingError) ?? 10 } }),
    ...(offset === undefined ? {} : { imageryOffsetM: offset }),
    ...(reach === undefined ? {} : { maxDistanceM: reach }),
    ...(fields.note.trim() === "" ? {} : { note: fields.note }),
  });
  return read.success ? { problem: read.data, missing } : { problem: undefined, missing: ["camera.needs-figures"] };
}

function pairOf({ number, name, at, errorPx, place, errorM, height, heightError, dropped, cites }: DraftPair) {
  const heightM = numberOf(height);
  return {
    number,
    name,
    frame: { ...(at as { x: number; y: number }), errorPx: numberOf(errorPx) as number },
    map: { ...(positionOf(place) as Position), errorM: numberOf(errorM) as number },
    ...(heightM === undefined ? {} : { heightM: { value: heightM, error: Math.max(0.05, numberOf(heightError) ?? 1) } }),
    ...(dropped === undefined ? {} : { dropped: dropped.trim() === "" ? "-" : dropped }),
    ...(cites.length === 0 ? {} : { cites: [...cites] }),
  };
}

function toldOfLens({ lens, fields }: CameraDraft) {
  const field = numberOf(fields.field);
  const equivalent = numberOf(fields.equivalent);
  if (lens === "field" && field !== undefined)
    return { horizontalFieldDeg: { value: field, error: Math.max(0, numberOf(fields.fieldError) ?? 2) } };
  if (lens === "equivalent" && equivalent !== undefined)
    return { equivalent35mm: { value: equivalent, errorShare: Math.max(0, numberOf(fields.equivalentShare) ?? 4) / 100 } };
  return lens === "unknown" ? {} : undefined;
}
