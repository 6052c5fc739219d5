/** The area in which a place is looked for, as the stretches of longitude that it takes on each circle of latitude. */
import { type Arc, joinedArcs } from "./band-row.ts";
import type { Within } from "./sun-problem.ts";

export interface Clip {
  readonly south: number;
  readonly north: number;
  /** Circles to begin with, no farther apart than this. */
  readonly stepDeg: number;
  /** Where its outline has corners. */
  readonly latitudes: readonly number[];
  readonly onRow: (lat: number, arcs: readonly Arc[]) => Arc[];
}

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

export function clipTo(within: Within | undefined): Clip {
  if (within === undefined) return { south: -90, north: 90, stepDeg: 1, latitudes: [], onRow: (_, arcs) => [...arcs] };
  if (!("type" in within)) {
    const { south, north, west, east } = within;
    const stretch = joinedArcs([[west, east < west ? east + 360 : east]]);
    return { south, north, stepDeg: Math.max(0.01, (north - south) / 40), latitudes: [], onRow: (_, arcs) => common(arcs, stretch) };
  }
  const polygons = within.type === "Polygon" ? [within.coordinates] : within.coordinates;
  const edges = polygons.flat().flatMap((ring) =>
    ring.slice(1).map(([x2, y2], i): Edge => {
      const [x1, y1] = ring[i] as readonly number[] as [number, number];
      return [x1, y1, x2, y2];
    }),
  );
  const lats = edges.flatMap(([, y1, , y2]) => [y1, y2]);
  const [south, north] = [lats.reduce((a, b) => Math.min(a, b), 90), lats.reduce((a, b) => Math.max(a, b), -90)];
  // A hair to either side of a corner, where the outline may leap.
  const corners = [...new Set(lats)].flatMap((lat) => [lat - 1e-7, lat + 1e-7]);
  return {
    ...{ south, north, stepDeg: Math.max(0.01, (north - south) / 40), latitudes: corners },
    onRow: (lat, arcs) => common(arcs, stretchesOn(edges, lat)),
  };
}

/** Even and odd: between the first crossing and the second it is inside. */
function stretchesOn(edges: readonly Edge[], lat: number): Arc[] {
  const crossings = edges
    .flatMap(([x1, y1, x2, y2]) => (y1 > lat !== y2 > lat ? [x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1)] : []))
    .sort((a, b) => a - b);
  const stretches: Arc[] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) stretches.push([crossings[i] as number, crossings[i + 1] as number]);
  return stretches;
}

function common(a: readonly Arc[], b: readonly Arc[]): Arc[] {
  return a
    .flatMap(([from, to]) => b.map(([low, high]): Arc => [Math.max(from, low), Math.min(to, high)]))
    .filter(([from, to]) => to > from)
    .sort((x, y) => x[0] - y[0]);
}
