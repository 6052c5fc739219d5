/**
 * Things of one kind near things of others: "church within 200 m of a rail crossing and 50 m of water". Every thing of the kind in
 * the region is looked at; those that fit are candidates and nothing more, and those that nearly fit are told with what they miss.
 */
import type { ExtractFacts } from "../../core/map-extract/extract-facts.ts";
import type { ExtractFeature, MapExtract } from "../../core/map-extract/map-extract.port.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import type { FeatureAnswer, FeaturePlace, NearMiss } from "../../core/map-extract/feature-answer.ts";
import type { FeatureProblem, InLine } from "../../core/map-extract/feature-problem.ts";
import { kindOf, type KindAsked } from "./kinds.ts";
import { type FeatureWords, readFeatureWords } from "./read-feature-words.ts";
import { boxOfShape, contains, nearestBetween, type ShapeBox, widened } from "./shape-distance.ts";
import { geometryOf, shapeOfBox, shapeOfRegion } from "./shape-geometry.ts";
import { type Asked, metresText, nameOf, testConditions } from "./test-conditions.ts";

/** Things between two breaths of whoever waits. */
const breath = 20;
/** Off by so much at most: what mappers draw from imagery. */
const drawnM = 10;

const featureLimits: readonly string[] = [
  "Only what was mapped on the day of the extract can be found; a kind that is thinly mapped in this area leaves the right place out.",
  "Distances are between drawn edges; mappers draw from imagery that may be some metres off.",
  "Candidates are places to look at, not findings: nothing here was compared with a picture.",
];

/** Gives how many things were looked at now and then, so that whoever runs it can breathe or stop; throws ProblemUnreadable. */
export function* findFeatures(problem: FeatureProblem, extract: MapExtract): Generator<number, FeatureAnswer> {
  const { find, near, inLine, assumed } = wordsOf(problem);
  const kind = kindAsked(find, "find");
  const asked = near.map((one, n): Asked => {
    const reachM = one.not ? one.withinM : one.withinM * (1 + problem.missShare);
    return { ...one, kind: kindAsked(one.what, `near[${n}].what`), reachM };
  });
  for (const [n, { first, second }] of inLine.entries())
    if (asked[first] === undefined || asked[second] === undefined || first === second)
      throw new ProblemUnreadable(`inLine[${n}]`, `expected two of the ${asked.length} conditions; found ${first} and ${second}`);
  const regions = [problem.region && shapeOfRegion(problem.region), problem.box && shapeOfBox(problem.box)].filter(
    (one) => one !== undefined,
  );
  const box = regions.map(boxOfShape).reduce(common, wholeOf(extract.facts));
  const [candidates, misses]: [FeaturePlace[], NearMiss[]] = [[], []];
  const counts = { things: 0, fit: 0, missed: 0, far: 0 };
  let edges = 0;
  if (box.west <= box.east && box.south <= box.north)
    for (const thing of extract.features(kind.test, box)) {
      if (!regions.every((region) => touches(thing, region))) continue;
      if (++counts.things % breath === 0) yield counts.things;
      const tested = testConditions(thing, asked, inLine, extract);
      if (tested === undefined) {
        counts.far++;
        continue;
      }
      const atEdge = leavesExtract(thing, asked, extract.facts.box);
      const place = () => placeOf(thing, kind, tested.found, atEdge);
      if (tested.reasons.length === 0) {
        counts.fit++;
        if (atEdge) edges++;
        if (candidates.length < problem.mostCandidates) candidates.push(place());
      } else {
        counts.missed++;
        misses.push({ ...place(), reasons: [...tested.reasons], missShare: tested.missShare });
        // Sorted out now and then, so that a country's misses are not held.
        if (misses.length > 4 * problem.mostMisses + 1000) keepNearest(misses, problem.mostMisses);
      }
    }
  keepNearest(misses, problem.mostMisses);
  return {
    reads: readsOf(kind, asked, inLine),
    assumed: [...assumed],
    extract: factsShown(extract.facts),
    candidates: candidates.sort((one, other) => (one.id < other.id ? -1 : 1)),
    nearMisses: misses,
    lookedAt: {
      ...counts,
      leftOut: { candidates: counts.fit - candidates.length, nearMisses: counts.missed - misses.length },
      reachM: asked.map(({ reachM }) => reachM),
    },
    warnings: warningsOf(extract, kind, asked, counts.things, edges),
    limits: [...featureLimits],
  };
}

function wordsOf({ find, near, inLine, text }: FeatureProblem): FeatureWords {
  if (find !== undefined) return { find, near, inLine, assumed: [] };
  if (text === undefined) throw new ProblemUnreadable("find", 'expected a kind of thing, or a search in words as "text"; found neither');
  if (near.length > 0) throw new ProblemUnreadable("near", 'expected conditions with "find"; found them with "text" alone');
  return readFeatureWords(text);
}

function kindAsked(words: string, where: string): KindAsked {
  const kind = kindOf(words);
  if (kind === undefined)
    throw new ProblemUnreadable(
      where,
      `expected a kind such as "church", or tags such as "man_made=silo"; found ${JSON.stringify(words.slice(0, 60))}`,
    );
  return kind;
}

function wholeOf({ box }: ExtractFacts): ShapeBox {
  return box ?? { west: 1, south: 1, east: 0, north: 0 };
}

function common(one: ShapeBox, other: ShapeBox): ShapeBox {
  return {
    west: Math.max(one.west, other.west),
    south: Math.max(one.south, other.south),
    east: Math.min(one.east, other.east),
    north: Math.min(one.north, other.north),
  };
}

function touches({ shape }: ExtractFeature, region: Parameters<typeof contains>[0]): boolean {
  const [first] = shape.paths;
  if (first !== undefined && contains(region, first[0] as number, first[1] as number)) return true;
  return shape.kind !== "point" && nearestBetween(shape, region, 0.001) !== undefined;
}

function leavesExtract({ shape }: ExtractFeature, asked: readonly Asked[], box: ExtractFacts["box"]): boolean {
  const reach = Math.max(0, ...asked.map(({ reachM, not, withinM }) => (not ? withinM : reachM)));
  if (box === null || reach === 0) return false;
  const around = widened(boxOfShape(shape), reach);
  return around.west < box.west || around.east > box.east || around.south < box.south || around.north > box.north;
}

function placeOf(thing: ExtractFeature, kind: KindAsked, found: readonly FeaturePlace["found"][number][], atEdge: boolean): FeaturePlace {
  const { west, south, east, north } = boxOfShape(thing.shape);
  const [lat, lon] = [(south + north) / 2, (west + east) / 2];
  const half = wayBetween({ lat, lon }, { lat: north, lon: east }).metres;
  return {
    id: thing.id,
    name: nameOf(thing),
    kind: kind.name,
    ...{ lat, lon, radiusM: Math.ceil(half + drawnM) },
    geometry: geometryOf(thing.shape),
    tags: Object.fromEntries(thing.tags),
    found: found.map(printed),
    atEdge,
  };
}

/** Centimetres and tenths of a degree: what the map itself can bear is less. */
function printed({ thing, ...rest }: FeaturePlace["found"][number]): FeaturePlace["found"][number] {
  if (thing === null) return { ...rest, thing };
  const { metres, bearingDeg } = thing;
  return {
    ...rest,
    thing: { ...thing, metres: Math.round(metres * 100) / 100, bearingDeg: bearingDeg === null ? null : Math.round(bearingDeg * 10) / 10 },
  };
}

function keepNearest(misses: NearMiss[], most: number): void {
  misses.sort((one, other) => one.reasons.length - other.reasons.length || one.missShare - other.missShare || (one.id < other.id ? -1 : 1));
  misses.length = Math.min(misses.length, most);
}

function readsOf(kind: KindAsked, asked: readonly Asked[], inLine: InLine): string {
  const conditions = asked.map(({ kind: other, withinM, not, atLeast, bearing }) => {
    const where = bearing === undefined ? "" : ` between ${bearing.fromDeg} and ${bearing.toDeg} degrees from it`;
    return not
      ? `no ${other.name} within ${metresText(withinM)}${where}`
      : `${atLeast > 1 ? `at least ${atLeast} of ` : ""}${other.name} within ${metresText(withinM)}${where}`;
  });
  const lines = inLine.map(
    ({ first, second, withinDeg }) => `${asked[first]?.kind.name} and ${asked[second]?.kind.name} in line within ${withinDeg} degrees`,
  );
  const all = [...conditions, ...lines];
  return all.length === 0 ? kind.name : `${kind.name} with ${all.join(", and ")}`;
}

function factsShown({ id, name, of, credit, box }: ExtractFacts): FeatureAnswer["extract"] {
  return { id, name, of, credit, box };
}

function warningsOf(extract: MapExtract, kind: KindAsked, asked: readonly Asked[], things: number, edges: number): string[] {
  const { facts } = extract;
  const absent = asked.filter(
    ({ kind: other }) => facts.box !== null && extract.features(other.test, facts.box)[Symbol.iterator]().next().done === true,
  );
  return [
    ...(facts.of.at === "unknown" ? ["The extract does not say of which day it is."] : []),
    ...(things === 0 ? [`Nothing in the region is mapped as ${kind.name}.`] : []),
    ...absent.map(({ kind: other }) => `Nothing in the whole extract is mapped as ${other.name}.`),
    ...(edges === 0 ? [] : [`At the edge of the extract, where what is around may be missing: ${edges} of the candidates.`]),
  ];
}
