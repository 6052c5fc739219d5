/**
 * What a text says of a place: coordinates in any notation, distances and bearings from named places, where the sun stood, ends of
 * windows of time that it may have made. Each with how exact it is said, so that it can be worked out whether they give a place away. English words; figures of any language.
 */
import { readGrid } from "../place/read-grid.ts";
import { metresPerDegree } from "../place/read-precision.ts";
import { readPlusCode } from "../place/read-plus-code.ts";
import { decimalPairs } from "./clue-decimals.ts";
import { degreePairs } from "./clue-degrees.ts";
import { geohashes, tiles } from "./clue-cells.ts";
import { edgeClues } from "./clue-edges.ts";
import { apartClues, sunClues, wayClues } from "./clue-ways.ts";

interface Found {
  readonly file: string;
  readonly where: string;
}

export type PlaceClue = Found &
  (
    | {
        readonly sort: "coordinates";
        readonly lat: number;
        readonly lon: number;
        /** Half of the last digit, either way. */ readonly halfM: number;
        readonly form: string;
      }
    | {
        readonly sort: "way";
        readonly anchor: string;
        readonly metres: readonly [low: number, high: number] | null;
        readonly bearingDeg: readonly [low: number, high: number] | null;
      }
    | {
        readonly sort: "sun";
        readonly atMs: number;
        readonly azimuthDeg: readonly [low: number, high: number] | null;
        readonly elevationDeg: readonly [low: number, high: number] | null;
      }
    /** An end of a window of time, half of its last unit either way; the sun may have made it. */
    | { readonly sort: "edge"; readonly fromMs: number; readonly toMs: number }
    /** Two places lie so near to each other. */
    | { readonly sort: "apart"; readonly metres: number }
    | { readonly sort: "unreadable"; readonly form: string }
  );

export type UnplacedClue = PlaceClue extends infer One ? (One extends Found ? Omit<One, keyof Found> : never) : never;

/** Whether something so near to a secret is worth telling: texts are full of figures. */
export type IsNear = (lat: number, lon: number) => boolean;

const grid = /(?<![\w.])\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{1,5}\s\d{1,5}|\d{2,10})(?![\w.])/g;
const utm = /(?<![\w.])\d{1,2}\s?[C-HJ-NP-X][\s,]+\d{6}(?:\.\d+)?\s*m?\s*E?[\s,]+\d{5,8}(?:\.\d+)?\s*m?\s*N?(?![\w.])/g;
const plusCode = /(?<![\w+])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{0,7}(?![\w+])/gi;
const words3 = /\/\/\/\p{L}{2,30}\.\p{L}{2,30}\.\p{L}{2,30}/gu;

/** A coordinate in a text, and where it stands. */
export interface FoundCoordinate {
  readonly lat: number;
  readonly lon: number;
  readonly halfM: number;
  readonly form: string;
  readonly at: number;
  readonly end: number;
}

export function coordinatesIn(text: string, isNear: IsNear): FoundCoordinate[] {
  const found: FoundCoordinate[] = [];
  for (const { lat, lon, halfLat, halfLon, form, at, end } of [
    ...decimalPairs(text),
    ...degreePairs(text),
    ...geohashes(text),
    ...tiles(text),
  ]) {
    if (!isNear(lat, lon)) continue;
    const { north, east } = metresPerDegree(lat);
    found.push({ lat, lon, halfM: Math.max(halfLat * north, halfLon * east), form, at, end });
  }
  for (const [form, pattern, read] of [
    ["MGRS", grid, readGrid],
    ["UTM", utm, readGrid],
    ["plus code", plusCode, readPlusCode],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const place = read(match[0]);
      if (place === undefined || !("found" in place)) continue;
      const { centre, radiusM } = place.found;
      if (isNear(centre.lat, centre.lon))
        found.push({ ...centre, halfM: radiusM / Math.SQRT2, form, at: match.index, end: match.index + match[0].length });
    }
  return found;
}

export function placeCluesIn(text: string, isNear: IsNear): UnplacedClue[] {
  const clues = coordinatesIn(text, isNear).map(({ lat, lon, halfM, form }): UnplacedClue => ({
    sort: "coordinates",
    lat,
    lon,
    halfM,
    form,
  }));
  const unread = words3.test(text);
  words3.lastIndex = 0;
  if (unread) clues.push({ sort: "unreadable", form: "an address of three words, which only its maker can read" });
  return [...clues, ...wayClues(text), ...sunClues(text), ...edgeClues(text), ...apartClues(text)];
}
