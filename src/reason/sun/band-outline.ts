/** Strips between circles of latitude, put together to polygons, and their area on the ellipsoid. */
import { type MultiPolygon, nested, type Ring } from "../place/polygon.ts";
import type { Arc } from "./band-row.ts";

/** Between two circles of latitude; its edges run straight (in degrees) from an arc below to the arc of the same number above. */
export interface Strip {
  readonly south: number;
  readonly north: number;
  readonly below: readonly Arc[];
  readonly above: readonly Arc[];
}

/** Square kilometres on WGS 84. */
export function areaOf(strips: readonly Strip[]): number {
  const width = (arcs: readonly Arc[]) => arcs.reduce((sum, [from, to]) => sum + (to - from), 0);
  const total = strips.reduce((sum, { south, north, below, above }) => {
    const [low, high] = [width(below), width(above)];
    // Simpson's rule: edges are straight, and what a degree is worth changes slowly.
    const ends = low * worth(south) + high * worth(north);
    return sum + ((north - south) / 6) * (ends + 2 * (low + high) * worth((south + north) / 2));
  }, 0);
  return Number(total.toPrecision(5));
}

/** Square kilometres of a degree by a degree at a latitude: the product of both radii of curvature (WGS 84). */
function worth(lat: number): number {
  const [a, e2] = [6378.137, 0.00669437999014];
  const turn = (lat * Math.PI) / 180;
  const w = 1 - e2 * Math.sin(turn) ** 2;
  return ((a * a * (1 - e2)) / (w * w)) * Math.cos(turn) * (Math.PI / 180) ** 2;
}

type Corner = readonly [lon: number, lat: number];

/** RFC 7946. Edges that two strips share fall away, so that what hangs together is one polygon. */
export function outlineOf(strips: readonly Strip[]): MultiPolygon {
  const next = new Map<string, Corner[]>();
  const add = (from: Corner, to: Corner): void => {
    if (from[0] === to[0] && from[1] === to[1]) return;
    const key = from.join();
    next.set(key, [...(next.get(key) ?? []), to]);
  };
  const floors = new Map<number, readonly Arc[]>();
  const roofs = new Map<number, readonly Arc[]>();
  for (const { south, north, below, above } of strips) {
    floors.set(south, below);
    roofs.set(north, above);
    below.forEach(([west, east], i) => {
      const [westAbove, eastAbove] = above[i] as Arc;
      add([east, south], [eastAbove, north]);
      add([westAbove, north], [west, south]);
    });
  }
  for (const lat of new Set([...floors.keys(), ...roofs.keys()])) {
    const [floor, roof] = [floors.get(lat) ?? [], roofs.get(lat) ?? []];
    // What lies above only begins here, eastward; what lies below only ends here, westward.
    for (const [west, east] of without(floor, roof)) add([west, lat], [east, lat]);
    for (const [west, east] of without(roof, floor)) add([east, lat], [west, lat]);
  }
  const rings: Ring[] = [];
  while (next.size > 0) {
    const start = next.keys().next().value as string;
    const ring: Corner[] = [];
    for (let key = start; next.has(key);) {
      const ways = next.get(key) as Corner[];
      const to = ways.pop() as Corner;
      if (ways.length === 0) next.delete(key);
      ring.push(to);
      key = to.join();
    }
    const corners = straightened(ring.map(([lon, lat]): Corner => [rounded(lon), rounded(lat)]));
    if (corners.length >= 3) rings.push([...corners, corners[0] as Corner]);
  }
  return { type: "MultiPolygon", coordinates: nested(rings) };
}

/** Parts of arcs that lie in none of the others. */
function without(arcs: readonly Arc[], others: readonly Arc[]): Arc[] {
  return others.reduce<Arc[]>(
    (left, [west, east]) =>
      left.flatMap(([from, to]) => [
        ...(from < Math.min(to, west) ? [[from, Math.min(to, west)] as const] : []),
        ...(Math.max(from, east) < to ? [[Math.max(from, east), to] as const] : []),
      ]),
    [...arcs],
  );
}

/** Without corners that stand twice or on the straight line between their neighbours, north to south or east to west. */
function straightened(ring: readonly Corner[]): Corner[] {
  const apart = ring.filter(([lon, lat], i) => {
    const before = ring.at(i - 1) as Corner;
    return before[0] !== lon || before[1] !== lat;
  });
  return apart.filter(([lon, lat], i) => {
    const [before, after] = [apart.at(i - 1) as Corner, apart[(i + 1) % apart.length] as Corner];
    return !(before[0] === lon && after[0] === lon) && !(before[1] === lat && after[1] === lat);
  });
}

/** A metre. */
function rounded(value: number): number {
  return Number(value.toFixed(5));
}
