/** Polygons cut where they cross the line of 180 degrees, as RFC 7946 3.1.9 asks for: every longitude then lies between -180 and 180. */
import type { Position } from "./region.ts";
import { turnOf } from "./region-geometry.ts";

type Polygon = readonly (readonly Position[])[];

/** Rings whose longitudes go on beyond 180 come out as one polygon on each side. A ring that goes around a pole is closed along the pole. */
export function cutAtDateLine(polygon: Polygon): Position[][][] {
  const whole = polygon.map((ring) => aroundPole(unwrapped(ring)));
  const lons = (whole[0] ?? []).map(({ lon }) => lon);
  const first = Math.floor((Math.min(...lons) + 180) / 360);
  const last = Math.ceil((Math.max(...lons) + 180) / 360) - 1;
  const parts: Position[][][] = [];
  for (let turn = first; turn <= Math.max(first, last); turn++) {
    const west = turn * 360 - 180;
    const rings = whole.map((ring) => within(ring, west, west + 360).map(({ lat, lon }) => ({ lat, lon: lon - turn * 360 })));
    const [outer, ...holes] = rings;
    if (outer !== undefined && outer.length >= 3) parts.push([outer, ...holes.filter((hole) => hole.length >= 3)]);
  }
  return parts;
}

/** Each corner no more than half a turn from the one before it. */
function unwrapped(ring: readonly Position[]): Position[] {
  let before: number | undefined;
  return ring.map(({ lat, lon }) => {
    const turned = before === undefined ? lon : lon - 360 * Math.round((lon - before) / 360);
    before = turned;
    return { lat, lon: turned };
  });
}

/** A ring that ends a whole turn from where it began has a pole in it. */
function aroundPole(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || Math.abs(last.lon - first.lon) < 180) return ring;
  const eastward = last.lon > first.lon;
  const end = { lat: first.lat, lon: first.lon + (eastward ? 360 : -360) };
  const pole = ring.reduce((sum, { lat }) => sum + lat, 0) > 0 ? 90 : -90;
  const closed = [...ring, end, { lat: pole, lon: end.lon }, { lat: pole, lon: first.lon }];
  return turnOf(closed) < 0 ? closed.toReversed() : closed;
}

/** Sutherland and Hodgman (1974), against the two meridians. */
function within(ring: readonly Position[], west: number, east: number): Position[] {
  const right = clip(ring, west, (lon) => lon >= west);
  return clip(right, east, (lon) => lon <= east);
}

function clip(ring: readonly Position[], at: number, isIn: (lon: number) => boolean): Position[] {
  return ring.flatMap((point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    const crosses = isIn(point.lon) !== isIn(next.lon);
    const share = (at - point.lon) / (next.lon - point.lon);
    const cross = crosses ? [{ lat: point.lat + share * (next.lat - point.lat), lon: at }] : [];
    return isIn(point.lon) ? [point, ...cross] : cross;
  });
}
