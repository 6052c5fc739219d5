/** Roads of a region, cut at its edge; roads that people and cars use, with what mappers call them. */
import type { MapExtract } from "../../core/map-extract/map-extract.port.ts";
import type { TagTest } from "../../core/map-extract/tag-test.ts";
import type { FoundRoad, RoadLines, RoadsAnswer, RoadsRequest } from "../../core/map-extract/roads.ts";
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { clipToRegion } from "./clip-line.ts";
import { connectByRoad } from "./connect-roads.ts";
import { lengthOf } from "./road-length.ts";
import { boxOfShape } from "./shape-distance.ts";
import { shapeOfBox, shapeOfRegion } from "./shape-geometry.ts";

const classes =
  "motorway,motorway_link,trunk,trunk_link,primary,primary_link,secondary,secondary_link,tertiary,tertiary_link,unclassified,residential,living_street,road,service,track";

/** Footpaths are left out: "on a road" does not mean them. */
export const roadTest: TagTest = { anyOf: classes.split(",").map((value) => [{ key: "highway", value }]), shapes: ["line"] };

const mostRoads = 5000;
/** Of a larger area the answer would be cut in any case. */
const mostDegrees = 2;
const mostPoints = 20_000;

const limits: readonly string[] = [
  "Only roads that were mapped on the day of the extract, by the classes that mappers gave them; field tracks are often missing.",
  "A way by road is the shortest over the map's junctions with main roads preferred; another road may be meant.",
];

/** Throws ProblemUnreadable. */
export function findRoads({ region, box, connect, halfWidthM }: RoadsRequest, extract: MapExtract): RoadsAnswer {
  if (region === undefined && box === undefined && connect === undefined)
    throw new ProblemUnreadable("region", "expected a region, a box, or places to connect; found none");
  const area = region !== undefined ? shapeOfRegion(region) : box !== undefined ? shapeOfBox(box) : undefined;
  const covers = area === undefined ? undefined : boxOfShape(area);
  if (covers !== undefined && Math.max(covers.east - covers.west, covers.north - covers.south) > mostDegrees)
    throw new ProblemUnreadable(
      region === undefined ? "box" : "region",
      `expected at most ${mostDegrees} degrees across; found a larger area`,
    );
  const roads: FoundRoad[] = [];
  let [leftOut, points]: [number, number] = [0, 0];
  if (area !== undefined)
    for (const { id, tags, shape } of extract.features(roadTest, boxOfShape(area))) {
      const lines = shape.paths.flatMap((path) => clipToRegion(path, area));
      if (lines.length === 0) continue;
      const own = lines.reduce((sum, line) => sum + line.length, 0);
      if (roads.length >= mostRoads || points + own > mostPoints) {
        leftOut++;
        continue;
      }
      points += own;
      roads.push({
        id,
        name: tags.get("name") ?? "",
        ref: tags.get("ref") ?? "",
        class: tags.get("highway") ?? "",
        lengthM: Math.round(lines.reduce((sum, line) => sum + lengthOf(line), 0)),
        lines: { type: "MultiLineString", coordinates: lines },
      });
    }
  const [from, ...others] = connect ?? [];
  const ways = from === undefined ? [] : others.map((to) => connectByRoad(from, to, extract));
  const { id, name, of, credit, box: whole } = extract.facts;
  const source = `${name}, map of ${of.at === "unknown" ? "an unknown day" : of.at}; ${credit}`.slice(0, 500);
  const corridor = (geometry: RoadLines, own: string) => ({
    ...{ what: "road" as const, halfWidthM, geometry, source },
    ...(own === "" ? {} : { name: own.slice(0, 200) }),
  });
  return {
    extract: { id, name, of, credit, box: whole },
    roads,
    leftOut,
    ways,
    lines:
      connect === undefined
        ? roads.map((road) => corridor(road.lines, [road.ref, road.name].filter((one) => one !== "").join("; ")))
        : ways.filter(({ state }) => state === "found").map((way) => corridor(way.lines, "")),
    limits: [...limits],
  };
}
