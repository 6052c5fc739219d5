/**
 * Places of a case as GeoJSON (RFC 7946): longitude first, rings closed and turning by the right-hand rule, cut at 180 degrees.
 * The geometry is the area a record may be in; there is no point in it, because a point would claim more than anybody knows.
 */
import { cutAtDateLine } from "../../core/place/cut-at-date-line.ts";
import type { MapFeature } from "../../core/place/map-feature.ts";
import type { Position, Region } from "../../core/place/region.ts";
import { centreOf, polygonsOf, turnOf } from "../../core/place/region-geometry.ts";

export interface ExportedCase {
  readonly caseId: string;
  /** Of the ledger, when it was written out. */
  readonly head: string;
}

type LonLat = [number, number];

export function writeGeoJson(features: readonly MapFeature[], { caseId, head }: ExportedCase): string {
  const collection = {
    type: "FeatureCollection",
    // A foreign member, as RFC 7946 6.1 allows.
    witnessmark: { case: caseId, head, geometry: "the area in which the record may be; never a point" },
    features: features.flatMap((feature) => (feature.claim.region === "unknown" ? [] : [featureOf(feature, feature.claim.region, caseId)])),
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

function featureOf(feature: MapFeature, region: Region, caseId: string) {
  const { id, record, sort, title, part, eventSort, standing, claim, heading, span, reason } = feature;
  return {
    type: "Feature",
    id,
    geometry: geometryOf(region),
    properties: {
      witnessmark: id,
      case: caseId,
      record,
      sort,
      title,
      part: part ?? null,
      eventSort: eventSort ?? null,
      standing,
      means: claim.means,
      radiusM: region.shape === "polygon" ? null : region.radiusM,
      middle: lonLat(centreOf(region)),
      path: region.shape === "path" ? region.points.map(lonLat) : null,
      precision: claim.precision,
      basis: claim.basis,
      verbatim: claim.verbatim,
      headingDeg: heading?.deg ?? null,
      headingNorth: heading?.north ?? null,
      earliest: span?.earliest ?? null,
      latest: span?.latest ?? null,
      reason: reason ?? null,
    },
  };
}

/** The area, never a point: rings closed and turned, cut at 180 degrees. */
export function geometryOf(
  region: Region,
): { type: "Polygon"; coordinates: LonLat[][] } | { type: "MultiPolygon"; coordinates: LonLat[][][] } {
  const polygons = polygonsOf(region)
    .flatMap(cutAtDateLine)
    .map((rings) => rings.map((ring, at) => closed(ring, at === 0)));
  const [only, ...others] = polygons;
  if (only !== undefined && others.length === 0) return { type: "Polygon", coordinates: only };
  return { type: "MultiPolygon", coordinates: polygons };
}

/** Outer rings counter-clockwise, holes clockwise (RFC 7946 3.1.6). */
function closed(ring: readonly Position[], isOuter: boolean): LonLat[] {
  const turned = turnOf(ring) > 0 === isOuter ? ring : ring.toReversed();
  const points = turned.map(lonLat);
  const [first] = points;
  return first === undefined ? [] : [...points, [...first] as LonLat];
}

/** Seven decimals are a centimetre. */
export function lonLat({ lat, lon }: Position): LonLat {
  const short = (deg: number) => Number(deg.toFixed(7)) + 0;
  return [short(lon), short(lat)];
}
