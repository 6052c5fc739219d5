/**
 * What has to be in sight for a phrase to be understood: what it leaves, or what comes nearest, and of each name the point that lies
 * closest to that. A namesake on the other side of the earth does not make the map so small that nothing is seen.
 */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { ParseAnswer } from "../../reason/place/answer-place.ts";
import type { MultiPolygon } from "../../reason/place/polygon.ts";
import { namesInWords, type PlaceDraft, pointsOf } from "./place-draft.ts";

export function phraseExtent(draft: PlaceDraft, parse: ParseAnswer | undefined): Position[] {
  const names = namesInWords(draft).map((name) => pointsOf(draft, name).flatMap(({ point, isOn }) => (isOn ? [point] : [])));
  const core = parse?.centroid ?? parse?.nearestMiss ?? names.find((points) => points.length > 0)?.[0];
  if (core === undefined || core === null) return [];
  const left = placesOf(parse?.region ?? null);
  const nearest = names.flatMap((points) => nearestTo(core, points) ?? []);
  const reachM = around * Math.max(leastM, ...nearest.map((point) => wayBetween(core, point).metres));
  const clauses = (parse?.clauseRegions ?? []).flatMap((region) =>
    placesOf(region).filter((place) => wayBetween(core, place).metres <= reachM),
  );
  return [{ lat: core.lat, lon: core.lon }, ...left, ...nearest, ...clauses];
}

/** Of clauses, what lies so many times as far from the middle as the points they are measured from. */
const around = 2.5;
const leastM = 2000;

function placesOf(region: MultiPolygon | null): Position[] {
  return (region?.coordinates ?? []).flatMap(([outer = []]) => outer.map(([lon, lat]) => ({ lat, lon })));
}

function nearestTo(core: Position, points: readonly Position[]): Position | undefined {
  const away = (point: Position): number => wayBetween(core, point).metres;
  return points.toSorted((a, b) => away(a) - away(b))[0];
}
