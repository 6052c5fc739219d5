/**
 * Places at which the sun stood where a shadow says, at some moment between two: an area on the globe. It is found circle of
 * latitude by circle, between them as straight edges, with more circles until the edges are true. The Earth's turning moves the
 * area west; what moves it north or south in a slice of time is less than the tolerance.
 */
import { type Arc, arcsOn, joinedArcs, type Stand, turningLatitudes } from "./band-row.ts";
import { areaOf, outlineOf, type Strip } from "./band-outline.ts";
import type { SunBand } from "./sun-answer.ts";
import { sunOfDate } from "./sun-of-date.ts";
import type { Clip } from "./within-rows.ts";

/** The sun between two moments that follow close on each other. */
interface Slice {
  readonly dec: number;
  /** Hour angle of the sun at Greenwich, at the first and the last moment; the second not below the first. */
  readonly greenwich: Arc;
}

/** A slice is no longer than this. */
const longestSliceMs = 6 * 3_600_000;

/** The drift that cuts the time into so many slices. */
export function driftFor(from: number, to: number, slices: number): number {
  return halfDrift(from, to) / slices;
}

/** Half of what the declination changes, and a little: it goes one way but for the solstices, where it hardly goes at all. */
function halfDrift(from: number, to: number): number {
  return 0.6 * Math.abs(sunOfDate(to).dec - sunOfDate(from).dec);
}

/** In each the sun moves north or south by no more than `driftDeg` to either side of its middle. */
export function slicesOf(from: number, to: number, driftDeg: number): Slice[] {
  const count = Math.max(1, Math.ceil(halfDrift(from, to) / driftDeg), Math.ceil((to - from) / longestSliceMs));
  return Array.from({ length: count }, (_, i): Slice => {
    const ends = [i, i + 0.5, i + 1].map((share) => sunOfDate(from + ((to - from) * share) / count));
    const [first, middle, last] = ends as [(typeof ends)[0], (typeof ends)[0], (typeof ends)[0]];
    const hourAt = (sun: typeof first) => (((sun.siderealDeg - sun.ra) % 360) + 360) % 360;
    const start = hourAt(first);
    return { dec: middle.dec, greenwich: [start, start + ((((hourAt(last) - start) % 360) + 360) % 360)] };
  });
}

/** Longitudes on a circle of latitude, -180 to 180. */
export function longitudesOn(lat: number, slices: readonly Slice[], stand: Stand): Arc[] {
  return joinedArcs(
    slices.flatMap(({ dec, greenwich }) => arcsOn(lat, dec, stand).map(([from, to]): Arc => [from - greenwich[1], to - greenwich[0]])),
  );
}

/** `toleranceDeg`: how far beyond the true edge the area reaches, so that nothing is lost between circles. */
export function bandOf(slices: readonly Slice[], stand: Stand, clip: Clip, toleranceDeg: number): SunBand {
  const rawRows = new Map<number, Arc[]>();
  const raw = (lat: number): Arc[] => {
    // Circles a hair apart, beside a corner, are one.
    const kept = Math.max(-89.9999, Math.min(89.9999, Number(lat.toFixed(6))));
    let row = rawRows.get(kept);
    if (row === undefined) rawRows.set(kept, (row = longitudesOn(kept, slices, stand)));
    return row;
  };
  const rowAt = (lat: number): Row => {
    const reach = toleranceDeg / Math.max(0.001, Math.cos((lat * Math.PI) / 180));
    const arcs = [lat - toleranceDeg, lat, lat + toleranceDeg].flatMap((near) => raw(near));
    return { lat, arcs: clip.onRow(lat, joinedArcs(arcs.map(([from, to]): Arc => [from - reach, to + reach]))) };
  };
  const ends = [slices[0], slices[slices.length >> 1], slices.at(-1)].flatMap((slice) => (slice === undefined ? [] : [slice.dec]));
  const turning = ends.flatMap((dec) => turningLatitudes(dec, stand));
  const lats = [
    clip.south,
    clip.north,
    ...steps(clip.south, clip.north, clip.stepDeg),
    ...clip.latitudes,
    // A circle beside each as well: what ends there has no width on it.
    ...turning.flatMap((lat) => [lat - toleranceDeg, lat - toleranceDeg / 8, lat, lat + toleranceDeg / 8, lat + toleranceDeg]),
  ]
    .filter((lat) => lat >= clip.south && lat <= clip.north)
    .sort((a, b) => a - b);
  const rows = lats.filter((lat, i) => lat !== lats[i - 1]).map(rowAt);
  const strips: Strip[] = [];
  for (let i = 0; i + 1 < rows.length; i++) fill(rows[i] as Row, rows[i + 1] as Row, rowAt, toleranceDeg, strips);
  return { region: outlineOf(strips), areaKm2: areaOf(strips) };
}

interface Row {
  readonly lat: number;
  readonly arcs: readonly Arc[];
}

/** Straight edges between two circles where those between them lie on them too; else more circles. */
function fill(below: Row, above: Row, rowAt: (lat: number) => Row, toleranceDeg: number, strips: Strip[]): void {
  if (above.lat - below.lat <= toleranceDeg) {
    // Less than the tolerance high: whatever is on either circle.
    const arcs = below.arcs.length === above.arcs.length && tied(below, above, 30) ? undefined : joinedArcs([...below.arcs, ...above.arcs]);
    strips.push({ south: below.lat, north: above.lat, below: arcs ?? below.arcs, above: arcs ?? above.arcs });
    return;
  }
  const middle = rowAt((below.lat + above.lat) / 2);
  if (below.arcs.length === middle.arcs.length && above.arcs.length === middle.arcs.length) {
    const narrow = Math.cos((middle.lat * Math.PI) / 180);
    const isTrue = middle.arcs.every((arc, i) =>
      arc.every((end, side) => {
        const [low, high] = [below.arcs[i]?.[side] ?? 0, above.arcs[i]?.[side] ?? 0];
        return Math.abs(end - (low + high) / 2) * narrow <= toleranceDeg / 2;
      }),
    );
    if (isTrue) {
      if (middle.arcs.length > 0) strips.push({ south: below.lat, north: above.lat, below: below.arcs, above: above.arcs });
      return;
    }
  }
  fill(below, middle, rowAt, toleranceDeg, strips);
  fill(middle, above, rowAt, toleranceDeg, strips);
}

/** Whether arcs of the same number belong together: none of their ends is farther apart than so many degrees. */
function tied(below: Row, above: Row, atMost: number): boolean {
  return below.arcs.every((arc, i) => arc.every((end, side) => Math.abs(end - (above.arcs[i]?.[side] ?? Infinity)) <= atMost));
}

function steps(from: number, to: number, step: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / step));
  return Array.from({ length: count - 1 }, (_, i) => from + ((to - from) * (i + 1)) / count);
}
