/**
 * Tries to find the place again from everything that an edition says: coordinates that stand in it, and the region that distances,
 * bearings, the sun and the ends of windows that it made leave together, also within what the edition shows in place of it. A place
 * that comes out finer than the grid was not withheld. It answers for the secret places
 * alone: a clue that leads elsewhere gives nothing away.
 */
import type { PlaceClue } from "../../core/edition/place-clue.ts";
import { metresPerDegree } from "../../core/place/read-precision.ts";
import { circleRing } from "../../core/place/region-geometry.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { sunPosition } from "../sun/sun-position.ts";
import { sunEdge } from "./sun-edge.ts";

export interface SecretPlace extends Position {
  readonly label: string;
  /** What the edition says instead. */
  readonly shown: Position;
}

export interface DeriveAsked {
  readonly clues: readonly PlaceClue[];
  readonly places: readonly SecretPlace[];
  readonly anchors: readonly { readonly names: readonly string[]; readonly lat: number; readonly lon: number }[];
  readonly gridM: number;
  /** Drawn by the edition around what it shows. */
  readonly circles?: readonly (Position & { readonly radiusM: number })[] | undefined;
}

export interface DerivedPlace {
  readonly label: string;
  /** The region that is left has the area of a circle of this radius; it holds the place. */
  readonly radiusM: number;
  readonly from: readonly { readonly file: string; readonly where: string; readonly says: string }[];
}

export function derivePlace(asked: DeriveAsked): DerivedPlace[] {
  const corners = (asked.circles ?? []).flatMap(({ lat, lon, radiusM }) => circleRing({ lat, lon }, radiusM));
  const shown = [...asked.places.map((place) => place.shown), ...corners];
  return asked.places.flatMap((place) => [...stated(place, asked, shown), ...workedOut(place, asked)]);
}

/** Coordinates of the cell, as the edition states them, are no clue; anything finer that lies near is. */
function stated({ label, lat, lon }: SecretPlace, { clues, gridM }: DeriveAsked, shown: readonly Position[]): DerivedPlace[] {
  return clues.flatMap((clue): DerivedPlace[] => {
    if (clue.sort !== "coordinates" || clue.halfM * 2 > gridM) return [];
    const slack = clue.halfM + 2;
    if (wayBetween({ lat, lon }, clue).metres > gridM || shown.some((one) => isWithin(clue, one, slack))) return [];
    return [{ label, radiusM: clue.halfM, from: [{ file: clue.file, where: clue.where, says: clue.form }] }];
  });
}

function isWithin(a: Position, b: Position, metres: number): boolean {
  const { north, east } = metresPerDegree(a.lat);
  return Math.abs(a.lat - b.lat) * north <= metres && Math.abs(a.lon - b.lon) * east <= metres;
}

interface Condition {
  readonly holds: (at: Position) => boolean;
  readonly from: DerivedPlace["from"][number];
}

/** Cells across the square that is searched, each way, at each of two steps. */
const cells = 81;

function workedOut(place: SecretPlace, asked: DeriveAsked): DerivedPlace[] {
  const conditions = [...conditionsOf(asked, place), ...bordersOf(asked, place)].filter(({ holds }) => holds(place));
  if (conditions.length === 0) return [];
  const { gridM } = asked;
  const from = telling(conditions, place, gridM);
  const derived = (areaM2: number) => [{ label: place.label, radiusM: Math.round(Math.sqrt(areaM2 / Math.PI)), from }];
  // Twelve grids across: what is left beyond them makes the region larger still.
  const square = 6 * gridM;
  const left = areaLeft(place, square, conditions);
  if (!left.edge && left.areaM2 < Math.PI * gridM ** 2 * 0.25)
    return derived(left.areaM2 > 0 ? left.areaM2 : areaLeft(place, square / 20, conditions).areaM2);
  // Whoever reads the edition knows what it shows: a clue that halves it is finer than the grid.
  const within = isShownFor(place, gridM);
  const cell = areaLeft(within.middle, within.halfM, [...conditions, within]);
  return cell.areaM2 < halfOfCell * gridM ** 2 ? derived(cell.areaM2) : [];
}

/** Those that leave something of the square out: the hour of a window that all of it fits tells nothing. */
function telling(conditions: readonly Condition[], { lat, lon }: SecretPlace, gridM: number): DerivedPlace["from"] {
  const { north, east } = metresPerDegree(lat);
  const steps = [-6, -3, -1, -0.3, 0, 0.3, 1, 3, 6].map((step) => step * gridM);
  const square = steps.flatMap((up) => steps.map((right) => ({ lat: lat + up / north, lon: lon + right / east })));
  return conditions.filter(({ holds }) => !square.every((at) => holds(at))).map(({ from }) => from);
}

/** What is left of a cell may be no less. */
const halfOfCell = 0.5;

/** The cell that is shown, or as much around it as takes the place in where it stands for a neighbour. */
function isShownFor({ lat, lon, shown }: SecretPlace, gridM: number) {
  const { north, east } = metresPerDegree(shown.lat);
  const halfM = Math.max((gridM / 2) * roundedCell, Math.abs(lat - shown.lat) * north, Math.abs(lon - shown.lon) * east);
  return { middle: shown, halfM, holds: (at: Position) => isWithin(at, shown, halfM) };
}

/** The middle of a cell is said with few digits. */
const roundedCell = 1.1;

function areaLeft(middle: Position, halfM: number, conditions: readonly Pick<Condition, "holds">[]): { areaM2: number; edge: boolean } {
  const { north, east } = metresPerDegree(middle.lat);
  const step = (2 * halfM) / (cells - 1);
  let inside = 0;
  let edge = false;
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const at = { lat: middle.lat + (row * step - halfM) / north, lon: middle.lon + (column * step - halfM) / east };
      if (!conditions.every(({ holds }) => holds(at))) continue;
      inside++;
      edge ||= row === 0 || column === 0 || row === cells - 1 || column === cells - 1;
    }
  return { areaM2: inside * step * step, edge };
}

/** Two cells that are shown for places so near to each other say that both lie along the border between them. */
function bordersOf({ clues, places, gridM }: DeriveAsked, place: SecretPlace): Condition[] {
  const apart = clues.flatMap((clue) => (clue.sort === "apart" && clue.metres <= gridM / 2 ? [clue] : []));
  if (apart.length === 0) return [];
  const others = places.filter(({ shown }) => shown.lat !== place.shown.lat || shown.lon !== place.shown.lon);
  return others.flatMap((other): Condition[] => {
    const { metres } = wayBetween(place, other);
    const nearest = apart.filter((clue) => clue.metres >= metres).toSorted((a, b) => a.metres - b.metres)[0];
    if (nearest === undefined) return [];
    const { north, east } = metresPerDegree(other.shown.lat);
    const half = gridM / 2;
    const beyond = (off: number) => Math.max(0, Math.abs(off) - half);
    const fromCell = (at: Position) => Math.hypot(beyond((at.lat - other.shown.lat) * north), beyond((at.lon - other.shown.lon) * east));
    // Cells are told with few digits: the place may seem to lie a little farther from the other's.
    const reach = Math.max(nearest.metres, fromCell(place));
    const { file, where } = nearest;
    return [
      { holds: (at) => fromCell(at) <= reach, from: { file, where, says: "how far apart two places lie that two cells are shown for" } },
    ];
  });
}

function conditionsOf({ clues, anchors }: DeriveAsked, place: SecretPlace): Condition[] {
  return clues.flatMap((clue): Condition[] => {
    const { file, where } = clue;
    if (clue.sort === "sun") {
      const { atMs, azimuthDeg, elevationDeg } = clue;
      const says = "where the sun stood, with the time";
      // Heights are told with the air or without it: whoever tries both finds the place by one of them.
      const holds = (at: Position) => {
        const sun = sunPosition(at, atMs);
        const high = elevationDeg === null || within(sun.elevationDeg, elevationDeg) || within(sun.apparentElevationDeg, elevationDeg);
        return high && (azimuthDeg === null || turns(sun.azimuthDeg, azimuthDeg, almanacDeg));
      };
      return [{ holds, from: { file, where, says } }];
    }
    if (clue.sort === "edge") {
      const holds = sunEdge(clue, place);
      return holds === undefined ? [] : [{ holds, from: { file, where, says: "an end of a window of time that the sun makes" } }];
    }
    if (clue.sort !== "way") return [];
    const { anchor, metres, bearingDeg } = clue;
    const folded = anchor.toLocaleLowerCase("en");
    const named = anchors.filter(({ names }) =>
      names.some((name) => folded === name.toLocaleLowerCase("en") || folded.startsWith(`${name.toLocaleLowerCase("en")} `)),
    );
    if (named.length === 0) return [];
    const holds = (at: Position) =>
      named.some((one) => {
        const way = wayBetween(one, at);
        return (
          (metres === null || (way.metres >= metres[0] && way.metres <= metres[1])) &&
          (bearingDeg === null || turns(way.bearingDeg, bearingDeg))
        );
      });
    const what = metres === null ? "a bearing" : bearingDeg === null ? "a distance" : "a distance and a bearing";
    return [{ holds, from: { file, where, says: `${what} from a named place` } }];
  });
}

/** Two almanacs differ by less. */
const almanacDeg = 0.002;

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low - almanacDeg && value <= high + almanacDeg;
}

function turns(bearing: number, [low, high]: readonly [number, number], slack = 0): boolean {
  const off = ((((bearing - (low + high) / 2) % 360) + 540) % 360) - 180;
  return Math.abs(off) <= (high - low) / 2 + slack;
}
