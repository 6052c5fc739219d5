/**
 * The way by road from one place to another (E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1,
 * 1959): roads are joined where they share a corner. Small roads count as longer, since words such as "the road from X to Y" mean
 * the road that people take. One-way rules and turns are left out: it is a line on the ground that is looked for, not a ride.
 */
import type { ExtractShape } from "../../core/map-extract/extract-shape.ts";
import type { MapExtract } from "../../core/map-extract/map-extract.port.ts";
import type { RoadWay } from "../../core/map-extract/roads.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { decimals } from "./clip-line.ts";
import { roadTest } from "./find-roads.ts";
import { createHeap } from "../heap/heap.ts";
import { lengthOf } from "./road-length.ts";
import { boxOfShape, nearestBetween, widened } from "./shape-distance.ts";
import { metresText } from "./test-conditions.ts";

interface NamedPlace extends Position {
  readonly name: string;
}

/** How much longer a road counts than it is, by its class. */
const counts: Readonly<Record<string, number>> = {
  tertiary: 1.15,
  unclassified: 1.3,
  residential: 1.5,
  living_street: 1.8,
  road: 1.4,
  service: 2.5,
  track: 3,
};
/** A place is on the road that comes this near, metres; of a village the point may be off its through road. */
const reachM = 1500;
/** Roads are looked at this much beyond the box of the two places, as a share of their distance, and at least so many metres. */
const aroundShare = 0.35;
const aroundLeastM = 5000;
/** Corners of the graph held at most; a country is refused. */
const mostCorners = 700_000;

interface Edge {
  readonly to: number;
  readonly metres: number;
  readonly cost: number;
  readonly road: number;
}

export function connectByRoad(from: NamedPlace, to: NamedPlace, extract: MapExtract): RoadWay {
  const straight = wayBetween(from, to).metres;
  const box = widened(
    {
      west: Math.min(from.lon, to.lon),
      east: Math.max(from.lon, to.lon),
      south: Math.min(from.lat, to.lat),
      north: Math.max(from.lat, to.lat),
    },
    Math.max(aroundLeastM, straight * aroundShare),
  );
  const none = (state: "no-road-near" | "not-connected", says: string): RoadWay => ({
    ...{ from: from.name, to: to.name, state, says, lengthM: null, along: [] },
    lines: { type: "MultiLineString", coordinates: [] },
  });
  const graph = graphOf(extract, box);
  if (graph === undefined)
    return none("not-connected", `the places are too far apart to look at all roads between them (${metresText(straight)})`);
  const [start, end] = [joinPlace(graph, from), joinPlace(graph, to)];
  const off = start === undefined ? from : to;
  if (start === undefined || end === undefined) return none("no-road-near", `no road within ${metresText(reachM)} of ${off.name}`);
  const path = shortest(graph, start, end);
  if (path === undefined)
    return none(
      "not-connected",
      `no way by road from ${from.name} to ${to.name} within ${metresText(Math.max(aroundLeastM, straight * aroundShare))} around both`,
    );
  const line = path.corners.map((n): [number, number] => [decimals(graph.lon(n)), decimals(graph.lat(n))]);
  const along = path.roads.map((n) => graph.names[n] ?? "").filter((name, n, all) => name !== "" && name !== all[n - 1]);
  const lengthM = Math.round(lengthOf(line));
  return {
    from: from.name,
    to: to.name,
    state: "found",
    says: `${metresText(lengthM)} by road${along.length === 0 ? "" : `, by ${along.slice(0, 6).join(", ")}${along.length > 6 ? " and others" : ""}`}`,
    lengthM,
    along,
    lines: { type: "MultiLineString", coordinates: [line] },
  };
}

interface Graph {
  readonly edges: readonly Edge[][];
  readonly names: readonly string[];
  addCorner(at: Position): number;
  lon(corner: number): number;
  lat(corner: number): number;
}

/** Undefined when there are too many corners. */
function graphOf(extract: MapExtract, box: Parameters<MapExtract["features"]>[1]): Graph | undefined {
  const numbers = new Map<string, number>();
  const places: number[] = [];
  const edges: Edge[][] = [];
  const names: string[] = [];
  // The map's own whole ten-millionths of a degree, so that a shared corner is the same number in both roads.
  const numberOf = (lon: number, lat: number): number => {
    const key = `${Math.round(lon * 1e7)},${Math.round(lat * 1e7)}`;
    let n = numbers.get(key);
    if (n === undefined) {
      n = edges.push([]) - 1;
      numbers.set(key, n);
      places.push(lon, lat);
    }
    return n;
  };
  for (const { tags, shape } of extract.features(roadTest, box)) {
    const road = names.push(tags.get("ref") ?? tags.get("name") ?? "") - 1;
    const factor = counts[tags.get("highway") ?? ""] ?? 1;
    for (const path of shape.paths)
      for (let i = 2; i < path.length; i += 2) {
        const [ax, ay, bx, by] = [path[i - 2], path[i - 1], path[i], path[i + 1]] as [number, number, number, number];
        const [one, other] = [numberOf(ax, ay), numberOf(bx, by)];
        const { metres } = wayBetween({ lat: ay, lon: ax }, { lat: by, lon: bx });
        edges[one]?.push({ to: other, metres, cost: metres * factor, road });
        edges[other]?.push({ to: one, metres, cost: metres * factor, road });
      }
    if (edges.length > mostCorners) return undefined;
  }
  return {
    edges,
    names,
    addCorner({ lat, lon }) {
      places.push(lon, lat);
      return edges.push([]) - 1;
    },
    lon: (n) => places[n * 2] as number,
    lat: (n) => places[n * 2 + 1] as number,
  };
}

/** A corner where the nearest road comes nearest to the place; undefined where none comes near. */
function joinPlace(graph: Graph, place: Position): number | undefined {
  const point: ExtractShape = { kind: "point", paths: [Float64Array.of(place.lon, place.lat)] };
  const near = widened(boxOfShape(point), reachM);
  let [best, metres]: [{ readonly from: number; readonly edge: Edge; readonly at: Position } | undefined, number] = [undefined, reachM];
  for (const [from, own] of graph.edges.entries())
    for (const edge of own) {
      if (edge.to < from) continue;
      const line = Float64Array.of(graph.lon(from), graph.lat(from), graph.lon(edge.to), graph.lat(edge.to));
      const [west, south, east, north] = [
        Math.min(line[0] as number, line[2] as number),
        Math.min(line[1] as number, line[3] as number),
        Math.max(line[0] as number, line[2] as number),
        Math.max(line[1] as number, line[3] as number),
      ];
      if (west > near.east || east < near.west || south > near.north || north < near.south) continue;
      const found = nearestBetween(point, { kind: "line", paths: [line] }, metres);
      if (found !== undefined) [best, metres] = [{ from, edge, at: found.to }, found.metres];
    }
  if (best === undefined) return undefined;
  const { from, edge, at } = best;
  const corner = graph.addCorner(at);
  for (const end of [from, edge.to]) {
    const own = wayBetween(at, { lat: graph.lat(end), lon: graph.lon(end) }).metres;
    const cost = edge.metres === 0 ? 0 : (own * edge.cost) / edge.metres;
    graph.edges[corner]?.push({ to: end, metres: own, cost, road: edge.road });
    graph.edges[end]?.push({ to: corner, metres: own, cost, road: edge.road });
  }
  return corner;
}

function shortest(graph: Graph, start: number, end: number): { readonly corners: number[]; readonly roads: number[] } | undefined {
  const size = graph.edges.length;
  const cost = new Float64Array(size).fill(Infinity);
  const before = new Int32Array(size).fill(-1);
  const by = new Int32Array(size).fill(-1);
  const heap = createHeap();
  cost[start] = 0;
  heap.push(start, 0);
  for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
    const { value, rank } = next;
    if (rank > (cost[value] as number)) continue;
    if (value === end) break;
    for (const edge of graph.edges[value] ?? []) {
      const found = rank + edge.cost;
      if (found >= (cost[edge.to] as number)) continue;
      cost[edge.to] = found;
      before[edge.to] = value;
      by[edge.to] = edge.road;
      heap.push(edge.to, found);
    }
  }
  if (cost[end] === Infinity) return undefined;
  const [corners, roads]: [number[], number[]] = [[end], []];
  for (let at = end; at !== start; at = before[at] as number) {
    corners.push(before[at] as number);
    roads.push(by[at] as number);
  }
  return { corners: corners.reverse(), roads: roads.reverse() };
}
