/** How far a point lies from lines on the ground: roads and rivers of map data. */
import { wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { Condition } from "./clause-miss.ts";
import type { Box } from "./map-box.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { MapLine } from "./place-problem.ts";
import type { PlaceRules } from "./place-rules.ts";

/** Metres to the nearest line less half its width. Beyond `farM` a point is only told to be that far: nearer lines are never missed. */
function lineMiss(lines: readonly MapLine[]): (at: Position) => number {
  const segments = segmentsOf(lines);
  const index = new Map<string, Segment[]>();
  for (const segment of segments)
    for (const key of segment.cells) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [segment]);
      else list.push(segment);
    }
  const widest = segments.reduce((most, { halfWidthM }) => Math.max(most, halfWidthM), 0);
  return ({ lat, lon }) => {
    const [row, column] = [Math.floor(lat / cellDeg), Math.floor(wrap(lon) / cellDeg)];
    // One cell each way holds everything within a cell's narrower side.
    const seen = cellDeg * 110_000 * Math.max(0.01, Math.cos((lat * Math.PI) / 180)) - widest;
    let best = Math.max(seen, 1);
    for (let r = row - 1; r <= row + 1; r++)
      for (let c = column - 1; c <= column + 1; c++)
        for (const segment of index.get(`${r},${c}`) ?? []) best = Math.min(best, metresTo(segment, lat, lon) - segment.halfWidthM);
    return best;
  };
}

const cellDeg = 0.1;
/** A segment longer than this is cut, so that it is straight on a local map (Earth's curve: centimetres). */
const longestDeg = 0.05;

interface Segment {
  readonly a: readonly [lon: number, lat: number];
  readonly b: readonly [lon: number, lat: number];
  readonly halfWidthM: number;
  readonly cells: readonly string[];
}

function segmentsOf(lines: readonly MapLine[]): Segment[] {
  return lines.flatMap(({ geometry, halfWidthM }) =>
    (geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates).flatMap((places) =>
      places.slice(1).flatMap((end, i): Segment[] => {
        const start = places[i] as readonly [number, number];
        const east = wrap(end[0] - start[0]);
        const parts = Math.min(10_000, Math.max(1, Math.ceil(Math.max(Math.abs(east), Math.abs(end[1] - start[1])) / longestDeg)));
        const at = (share: number): readonly [number, number] => [start[0] + east * share, start[1] + (end[1] - start[1]) * share];
        return Array.from({ length: parts }, (_, part) => {
          const [a, b] = [at(part / parts), at((part + 1) / parts)];
          const cells = new Set([a, b].map(([lon, lat]) => `${Math.floor(lat / cellDeg)},${Math.floor(wrap(lon) / cellDeg)}`));
          return { a, b, halfWidthM, cells: [...cells] };
        });
      }),
    ),
  );
}

/** On a map that is true at the point: right to a share of some 1e-5 over the width of a cell. */
function metresTo({ a, b }: Segment, lat: number, lon: number): number {
  const sin2 = Math.sin((lat * Math.PI) / 180) ** 2;
  const root = 1 - 0.00669437999 * sin2;
  const north = ((Math.PI / 180) * 6_378_137 * (1 - 0.00669437999)) / root ** 1.5;
  const east = ((Math.PI / 180) * 6_378_137 * Math.cos((lat * Math.PI) / 180)) / Math.sqrt(root);
  const [ax, ay] = [wrap(a[0] - lon) * east, (a[1] - lat) * north];
  const [bx, by] = [wrap(b[0] - lon) * east, (b[1] - lat) * north];
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

/** What map data say of the clauses about roads, railways and rivers. */
export interface Ground {
  /** None for a clause that no line fits. */
  conditionsOf(clause: PlaceClause): Condition[];
  boxesOf(clause: PlaceClause): Box[];
}

export function groundOf(lines: readonly MapLine[], rules: PlaceRules): Ground {
  const memo = new Map<string, { conditions: Condition[]; boxes: Box[] }>();
  const of = (clause: PlaceClause) => {
    const key = clause.span.join();
    let found = memo.get(key);
    if (found === undefined) {
      const groups = groupsFor(clause, lines);
      // A crossing lies where both roads do, give or take: each is met within so many metres.
      const slackM = groups.length > 1 ? rules.oppositeKm * 1000 : 0;
      const conditions = groups.map((group): Condition => {
        const miss = lineMiss(group);
        return { asks: "reach", miss: (at) => miss(at) - slackM, nearest: (at) => at };
      });
      found = { conditions, boxes: (groups[0] ?? []).map((line) => boxOfLine(line, slackM)) };
      memo.set(key, found);
    }
    return found;
  };
  return { conditionsOf: (clause) => of(clause).conditions, boxesOf: (clause) => of(clause).boxes };
}

/** Lines of which one each must be met: all that fit, or one group for each of two roads that cross. */
function groupsFor(clause: PlaceClause, lines: readonly MapLine[]): (readonly MapLine[])[] {
  const what =
    clause.kind === "between"
      ? "road"
      : clause.kind === "feature"
        ? lineSorts.find(([words]) => words.test(clause.feature))?.[1]
        : undefined;
  if (what === undefined || lines.length === 0) return [];
  const refs = "refs" in clause ? (clause.refs ?? []) : [];
  const crossing = clause.kind === "feature" && junction.test(clause.feature);
  if (crossing && refs.length < 2) return [];
  const groups = crossing ? refs.map((ref) => linesNamed(lines, what, clause.span, [ref])) : [linesNamed(lines, what, clause.span, refs)];
  return groups.some((group) => group.length === 0) ? [] : groups;
}

const junction = /junction|cross|intersection|interchange|roundabout|fork|turn|exit/;
const lineSorts: readonly (readonly [RegExp, MapLine["what"]])[] = [
  [/rail/, "railway"],
  [/river|canal|stream/, "river"],
  [/road|way|street|route|track|path|lane|bahn|junction|cross|intersection|interchange|roundabout|fork|turn|exit/, "road"],
];

function linesNamed(lines: readonly MapLine[], what: MapLine["what"], span: readonly [number, number], refs: readonly string[]): MapLine[] {
  const fitting = lines.filter(
    (line) => line.what === what && (line.span === undefined || (line.span[0] === span[0] && line.span[1] === span[1])),
  );
  if (refs.length === 0) return fitting;
  const plain = (words: string) => words.toLowerCase().replaceAll(/[\s-]/g, "");
  const wanted = new Set(refs.map(plain));
  const named = fitting.filter(({ name = "" }) => name.split(/[;,/]/).some((one) => wanted.has(plain(one))));
  // Lines without names, and a reader's own selection for this clause, are taken as they are.
  return named.length > 0 ? named : fitting.filter((line) => line.name === undefined || line.span !== undefined);
}

function boxOfLine({ geometry, halfWidthM }: MapLine, slackM: number): Box {
  const places = geometry.type === "LineString" ? geometry.coordinates : geometry.coordinates.flat();
  let [south, west, north, east] = [90, 180, -90, -180];
  for (const [lon, lat] of places)
    [south, west, north, east] = [Math.min(south, lat), Math.min(west, lon), Math.max(north, lat), Math.max(east, lon)];
  const high = (halfWidthM + slackM) / 110_000;
  const wide = high / Math.max(0.01, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180));
  return {
    south: Math.max(-90, south - high),
    west: Math.max(-180, west - wide),
    north: Math.min(90, north + high),
    east: Math.min(180, east + wide),
  };
}
