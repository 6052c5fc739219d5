/**
 * The nearest two of many places of two names. A caption is anybody's words, and two names of 500 places each make 250,000 pairs: all
 * are weighed on a sphere, and only those that may be the nearest are measured on the ellipsoid.
 */
import { wayBetween } from "../../core/place/geodesic.ts";

export interface Spot {
  readonly lat: number;
  readonly lon: number;
}

type Measure = (one: Spot, other: Spot) => number;

const kmBetween: Measure = (one, other) => wayBetween(one, other).metres / 1000;

/** The pair that lies nearest once its slack is taken off; undefined where one name has no place. */
export function nearestPair<One extends Spot, Other extends Spot>(
  ones: readonly One[],
  others: readonly Other[],
  slackOf: (one: One, other: Other) => number = () => 0,
  measure: Measure = kmBetween,
): { readonly one: One; readonly other: Other; readonly km: number } | undefined {
  const [near, far] = [onSphere(ones), onSphere(others)];
  let bound = Infinity;
  const rows = near.map((one) => {
    let least = Infinity;
    for (const other of far) {
      const [rough, slack] = [roughKm(one, other), slackOf(one.spot, other.spot)];
      least = Math.min(least, rough * (1 - roughShare) - slack);
      bound = Math.min(bound, rough * (1 + roughShare) - slack);
    }
    return { one, least };
  });
  let nearest: { one: One; other: Other; km: number; less: number } | undefined;
  for (const { one, least } of rows)
    for (const other of least > bound ? [] : far) {
      const slack = slackOf(one.spot, other.spot);
      if (roughKm(one, other) * (1 - roughShare) - slack > bound) continue;
      const km = measure(one.spot, other.spot);
      if (nearest === undefined || km - slack < nearest.less) nearest = { one: one.spot, other: other.spot, km, less: km - slack };
    }
  return nearest;
}

/** Whether any two lie as far apart as is allowed for them. */
export function anyPairWithin<One extends Spot, Other extends Spot>(
  ones: readonly One[],
  others: readonly Other[],
  allowed: (one: One, other: Other) => { readonly from: number; readonly to: number },
  measure: Measure = kmBetween,
): boolean {
  const far = onSphere(others);
  for (const one of onSphere(ones))
    for (const other of far) {
      const rough = roughKm(one, other);
      const { from, to } = allowed(one.spot, other.spot);
      const [least, most] = [rough * (1 - roughShare), rough * (1 + roughShare)];
      if (most < from || least > to) continue;
      if (least >= from && most <= to) return true;
      const km = measure(one.spot, other.spot);
      if (from <= km && km <= to) return true;
    }
  return false;
}

/** A sphere of the mean radius is off by 0.56 % at most, north to south at the equator. */
const roughShare = 0.01;
const meanRadiusKm = 6371.0088;

interface OnSphere<Of> {
  readonly spot: Of;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

function onSphere<Of extends Spot>(spots: readonly Of[]): OnSphere<Of>[] {
  return spots.map((spot) => {
    const [lat, lon] = [(spot.lat * Math.PI) / 180, (spot.lon * Math.PI) / 180];
    return { spot, x: Math.cos(lat) * Math.cos(lon), y: Math.cos(lat) * Math.sin(lon), z: Math.sin(lat) };
  });
}

function roughKm(one: OnSphere<Spot>, other: OnSphere<Spot>): number {
  const [x, y, z] = [one.x - other.x, one.y - other.y, one.z - other.z];
  return 2 * meanRadiusKm * Math.asin(Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2));
}
