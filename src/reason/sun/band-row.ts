/**
 * One circle of latitude: the hour angles at which the sun stands where a shadow says. Their ends are worked out by spherical
 * trigonometry (Smart, Textbook on Spherical Astronomy, chapter I), so that no band is too thin to be found.
 */
import { leanTurnDeg, type Shadow } from "./shadow-errors.ts";
import { geocentricOf, seenThroughAir } from "./sun-of-date.ts";

/** Degrees, the first below the second; an arc may go on beyond 180. */
export type Arc = readonly [from: number, to: number];

/** What the sun must do at a place. */
export interface Stand {
  /** Of the sun's middle from the Earth's middle: least and most. */
  readonly heightDeg: Arc;
  /** Where the sun stands, and how far beside; undefined where any direction will do. */
  readonly azimuth: { readonly value: number; readonly error: number } | undefined;
  /** Adds to the error of the direction, the more the higher the sun. */
  readonly leanDeg: number;
}

/** `driftDeg`: how far beside its stated place the sun may stand while it is taken to stand still. */
export function standOf({ bearing, height, leanDeg }: Shadow, driftDeg: number): Stand {
  const [least, most] = height?.rangeDeg ?? [0, 90];
  return {
    heightDeg: [geocentricOf(least) - driftDeg, most >= 89.9 ? 90 : geocentricOf(most) + driftDeg],
    // Within 30 degrees of the zenith a drift turns the direction more, but there a short way on the ground does so too.
    azimuth: bearing && { value: bearing.value + 180, error: bearing.error + 2 * driftDeg },
    leanDeg,
  };
}

/** Hours apart at which lean is looked at, degrees; between them its edge is found by halving. */
const leanStepDeg = 10;

/** Hour angles in degrees, westward of the meridian; sorted, apart from each other. `dec`: the sun's declination. */
export function arcsOn(lat: number, dec: number, stand: Stand): Arc[] {
  const { heightDeg, azimuth, leanDeg } = stand;
  const [sinLat, cosLat, sinDec, cosDec] = [sin(lat), cos(lat), sin(dec), cos(dec)];
  const holds = (hour: number): boolean => {
    const sinHeight = sinLat * sinDec + cosLat * cosDec * cos(hour);
    const height = degrees(Math.asin(Math.min(1, Math.max(-1, sinHeight))));
    if (height < heightDeg[0] || height > heightDeg[1]) return false;
    if (azimuth === undefined) return true;
    const stands = degrees(Math.atan2(-cosDec * sin(hour), sinDec * cosLat - cosDec * sinLat * cos(hour)));
    const error = leanDeg === 0 ? azimuth.error : Math.hypot(azimuth.error, leanTurnDeg(leanDeg, seenThroughAir(height)));
    return Math.abs(turn(stands - azimuth.value)) <= error;
  };
  const atHeights = heightDeg.flatMap((height) => {
    const share = (sin(height) - sinLat * sinDec) / (cosLat * cosDec);
    if (Math.abs(share) > 1) return [];
    const hour = degrees(Math.acos(share));
    return [hour, -hour];
  });
  const atSides =
    azimuth === undefined
      ? []
      : [azimuth.value - azimuth.error, azimuth.value + azimuth.error].flatMap((side) => hoursAtAzimuth(lat, dec, side));
  const ends = [...atHeights, ...atSides, ...(azimuth === undefined || leanDeg === 0 ? [] : leaning(holds, [...atHeights, ...atSides]))];
  ends.sort((a, b) => a - b);
  if (ends.length === 0) return holds(0) ? [[-180, 180]] : [];
  const arcs: Arc[] = ends.map((from, i): Arc => [from, ends[i + 1] ?? (ends[0] as number) + 360]);
  return joinedArcs(arcs.filter(([from, to]) => to > from && holds((from + to) / 2)));
}

/** Where the condition begins or ends besides the ends that are known: a hair to each side of those, and at even steps, it is looked at. */
function leaning(holds: (hour: number) => boolean, known: readonly number[]): number[] {
  const looks = [...known.flatMap((hour) => [hour - 1e-6, hour + 1e-6])];
  for (let hour = -180; hour < 180; hour += leanStepDeg) looks.push(hour);
  looks.sort((a, b) => a - b);
  looks.push((looks[0] as number) + 360);
  return looks.slice(1).flatMap((to, i) => {
    const from = looks[i] as number;
    const first = holds(from);
    if (first === holds(to)) return [];
    let [low, high] = [from, to];
    while (high - low > 1e-4) {
      const middle = (low + high) / 2;
      if (holds(middle) === first) low = middle;
      else high = middle;
    }
    return [(low + high) / 2];
  });
}

/** Where sin(dec) = sin(lat) sin(h) + cos(lat) cos(h) cos(azimuth) for a height h. */
function hoursAtAzimuth(lat: number, dec: number, azimuthDeg: number): number[] {
  const [p, q] = [sin(lat), cos(lat) * cos(azimuthDeg)];
  const share = sin(dec) / Math.hypot(p, q);
  if (Math.abs(share) > 1) return [];
  const [rise, shift] = [degrees(Math.asin(share)), degrees(Math.atan2(q, p))];
  return [rise - shift, 180 - rise - shift]
    .map(turn)
    .filter((height) => Math.abs(height) <= 90)
    .map((height) =>
      degrees(Math.atan2((-sin(azimuthDeg) * cos(height)) / cos(dec), (sin(height) - sin(lat) * sin(dec)) / (cos(lat) * cos(dec)))),
    );
}

/**
 * Latitudes between which the arcs change smoothly: where the edges of height and direction meet each other, and where each turns
 * back. No piece of the area lies wholly between two of them.
 */
export function turningLatitudes(dec: number, { heightDeg, azimuth }: Stand): number[] {
  const edges = heightDeg.flatMap((height) => [dec + 90 - height, dec - 90 + height]);
  // Beyond a pole the circle comes down on the other side.
  const folded = edges.map((lat) => (lat > 90 ? 180 - lat : lat < -90 ? -180 - lat : lat));
  if (azimuth === undefined) return [...folded, dec];
  const sides = [azimuth.value - azimuth.error, azimuth.value, azimuth.value + azimuth.error];
  const corners = sides.flatMap((side) => heightDeg.flatMap((height) => latitudesAt(dec, height, side)));
  const outermost = sides.flatMap((side) => {
    const share = cos(dec) / Math.abs(sin(side));
    return share <= 1 ? [degrees(Math.acos(share)), -degrees(Math.acos(share))] : [];
  });
  return [...folded, ...corners, ...outermost, dec];
}

/** Latitudes at which the sun stands so high in that direction. */
function latitudesAt(dec: number, height: number, azimuthDeg: number): number[] {
  const [p, q] = [sin(height), cos(height) * cos(azimuthDeg)];
  const share = sin(dec) / Math.hypot(p, q);
  if (Math.abs(share) > 1) return [];
  const [rise, shift] = [degrees(Math.asin(share)), degrees(Math.atan2(q, p))];
  return [rise - shift, 180 - rise - shift].map(turn).filter((lat) => Math.abs(lat) <= 90);
}

/** Sorted by where they begin, -180 to 180; joined where they meet. A whole circle is one arc from -180. */
export function joinedArcs(arcs: readonly Arc[]): Arc[] {
  const pieces: [number, number][] = [];
  for (const [from, to] of arcs) {
    if (to - from >= 360) return [[-180, 180]];
    const start = turn(from);
    const end = start + (to - from);
    if (end > 180) pieces.push([start, 180], [-180, end - 360]);
    else pieces.push([start, end]);
  }
  pieces.sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** -180 to 180, below 180. */
export function turn(angle: number): number {
  return ((((angle + 180) % 360) + 360) % 360) - 180;
}
const sin = (angle: number) => Math.sin((angle * Math.PI) / 180);
const cos = (angle: number) => Math.cos((angle * Math.PI) / 180);
const degrees = (angle: number) => (angle * 180) / Math.PI;
