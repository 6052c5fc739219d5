/**
 * What a text says of a place: coordinates in any notation, distances and bearings from named places, where the sun stood. Each with
 * how exact it is said, so that it can be worked out whether they give a place away. English words; figures of any language.
 */
import { readGrid } from "../place/read-grid.ts";
import { metresPerDegree } from "../place/read-precision.ts";
import { readPlusCode } from "../place/read-plus-code.ts";
import { decimalPairs } from "./clue-decimals.ts";
import { degreePairs } from "./clue-degrees.ts";
import { geohashes, tiles } from "./clue-cells.ts";
import { sunClues, wayClues } from "./clue-ways.ts";

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
    | { readonly sort: "unreadable"; readonly form: string }
  );

export type UnplacedClue = PlaceClue extends infer One ? (One extends Found ? Omit<One, keyof Found> : never) : never;

/** Whether something so near to a secret is worth telling: texts are full of figures. */
export type IsNear = (lat: number, lon: number) => boolean;

const grid = /(?<![\w.])\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{1,5}\s\d{1,5}|\d{2,10})(?![\w.])/g;
const utm = /(?<![\w.])\d{1,2}\s?[C-HJ-NP-X][\s,]+\d{6}(?:\.\d+)?\s*m?\s*E?[\s,]+\d{5,8}(?:\.\d+)?\s*m?\s*N?(?![\w.])/g;
const plusCode = /(?<![\w+])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{0,7}(?![\w+])/gi;
const words3 = /\/\/\/\p{L}{2,30}\.\p{L}{2,30}\.\p{L}{2,30}/gu;

export function placeCluesIn(text: string, isNear: IsNear): UnplacedClue[] {
  const clues: UnplacedClue[] = [];
  const add = (form: string, lat: number, lon: number, halfM: number) => {
    if (isNear(lat, lon)) clues.push({ sort: "coordinates", form, lat, lon, halfM });
  };
  for (const { lat, lon, halfLat, halfLon, form } of [...decimalPairs(text), ...degreePairs(text), ...geohashes(text), ...tiles(text)]) {
    const { north, east } = metresPerDegree(lat);
    add(form, lat, lon, Math.max(halfLat * north, halfLon * east));
  }
  for (const [form, pattern, read] of [
    ["MGRS", grid, readGrid],
    ["UTM", utm, readGrid],
    ["plus code", plusCode, readPlusCode],
  ] as const)
    for (const [found] of text.matchAll(pattern)) {
      const place = read(found);
      if (place !== undefined && "found" in place)
        add(form, place.found.centre.lat, place.found.centre.lon, place.found.radiusM / Math.SQRT2);
    }
  if (words3.test(text)) clues.push({ sort: "unreadable", form: "an address of three words, which only its maker can read" });
  words3.lastIndex = 0;
  return [...clues, ...wayClues(text), ...sunClues(text)];
}
