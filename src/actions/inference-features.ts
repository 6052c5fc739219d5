/** What a reasoner found of a place, as features for other programs: areas and places with their radius, all of them candidates until a person states one. */
import type { MapFeature } from "../core/place/map-feature.ts";
import type { Position, Region } from "../core/place/region.ts";
import { turnOf } from "../core/place/region-geometry.ts";
import type { CameraAnswer } from "../reason/camera/camera-answer.ts";
import type { PlaceAnswer } from "../reason/place/answer-place.ts";
import type { PlaceProblem } from "../reason/place/place-problem.ts";

interface Written {
  /** "n3", or "new" for what is not kept. */
  readonly record: string;
  readonly title: string;
}

type Polygons = readonly (readonly (readonly (readonly number[])[])[])[];

/** The area that the chosen reading leaves, and the place that a person chose. */
export function placeFeatures(problem: PlaceProblem, answer: PlaceAnswer, written: Written): MapFeature[] {
  const parse = answer.parses[problem.reading ?? 0] ?? answer.parses[0];
  const area = (parse?.region.coordinates ?? []).map((polygon, at, all) =>
    feature(written, all.length === 1 ? "area" : `area ${at + 1} of ${all.length}`, polygonOf(polygon), {
      verbatim: problem.text,
      precision: `all clauses together leave ${parse?.areaKm2.toFixed(3)} km2, by the rules of the inference`,
      basis: parse?.reads ?? "",
    }),
  );
  const { spot } = problem;
  if (spot == null) return area;
  const region: Region = { shape: "circle", centre: { lat: spot.lat, lon: spot.lon }, radiusM: spot.radiusM };
  return [
    ...area,
    feature(written, "place", region, { verbatim: problem.text, precision: spot.basis ?? "the analyst", basis: "chosen by the analyst" }),
  ];
}

/** Where the camera may have stood, and what it saw from the best position. */
export function cameraFeatures(answer: CameraAnswer, written: Written): MapFeature[] {
  const says = answer.says.join(" ");
  const area = answer.region.coordinates.map((polygon, at, all) => ({
    ...feature(written, all.length === 1 ? "camera position" : `camera position ${at + 1} of ${all.length}`, polygonOf(polygon), {
      verbatim: "",
      precision: "95 % of all positions that fit",
      basis: says,
    }),
    ...heading(answer),
  }));
  const [best] = answer.solutions;
  const cone = (best?.cone.coordinates ?? []).map((polygon) =>
    feature(written, "field of view", polygonOf(polygon), {
      verbatim: "",
      precision: `heading ${best?.headingDeg.value.toFixed(1)} deg, off by at most ${best?.headingDeg.error.toFixed(1)} deg with 95 %`,
      basis: says,
    }),
  );
  return [...area, ...cone].map((one) => ({ ...one, claim: { ...one.claim, means: "filmed-from" as const } }));
}

function heading({ solutions: [best] }: CameraAnswer): Pick<MapFeature, "heading"> {
  return best === undefined ? {} : { heading: { deg: best.headingDeg.value, north: "true" } };
}

function feature(
  { record, title }: Written,
  part: string,
  region: Region,
  said: { readonly verbatim: string; readonly precision: string; readonly basis: string },
): MapFeature {
  return {
    id: `${record} ${part}`,
    record,
    sort: "inference",
    title,
    part,
    standing: "candidate",
    claim: { means: "stated", region, ...said },
  };
}

/** Open rings, the outer one counter-clockwise, as regions of the case have them. */
function polygonOf(polygon: Polygons[number]): Region {
  const rings = polygon.map((ring, at) => {
    const points = ring.slice(0, -1).map(([lon = 0, lat = 0]): Position => ({ lat, lon }));
    return turnOf(points) > 0 === (at === 0) ? points : points.toReversed();
  });
  return { shape: "polygon", rings };
}
