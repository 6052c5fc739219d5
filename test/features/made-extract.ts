/** A map of an invented country in the sea, the same for the same seed: things of some kinds strewn about, as points, lines and areas. */
import type { ExtractFeature } from "../../src/core/map-extract/map-extract.port.ts";
import type { MadeNode, MadeRelation, MadeWay, Tags } from "../../scripts/testing/write-osm-pbf.ts";

export interface MadeMap {
  readonly nodes: MadeNode[];
  readonly ways: MadeWay[];
  readonly relations: MadeRelation[];
  /** What an extract of it holds, worked out here and not by the reader. */
  readonly things: ExtractFeature[];
}

export const madeBox = { south: 47.9, west: -20.2, north: 48.1, east: -19.9 };

/** Mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pointKinds: readonly Tags[] = [
  { amenity: "place_of_worship", religion: "christian" },
  { amenity: "place_of_worship", religion: "muslim" },
  { railway: "level_crossing" },
  { man_made: "water_tower" },
  { amenity: "fuel", name: "Fuel" },
  { power: "tower" },
];
const lineKinds: readonly Tags[] = [
  { waterway: "river", name: "River" },
  { highway: "primary", ref: "D 1" },
  { highway: "residential" },
  { railway: "rail" },
  { power: "line" },
];
const areaKinds: readonly Tags[] = [
  { natural: "water" },
  { building: "church" },
  { amenity: "school" },
  { landuse: "cemetery" },
  { building: "silo", man_made: "silo" },
];

export function madeMap(seed: number, count: number): MadeMap {
  const random = randomOf(seed);
  const made: MadeMap = { nodes: [], ways: [], relations: [], things: [] };
  const fixed = (deg: number) => Math.round(deg * 1e7) / 1e7;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const spot = () => ({ lon: fixed(-20.19 + random() * 0.28), lat: fixed(47.91 + random() * 0.18) });
  const node = (at: { readonly lon: number; readonly lat: number }, tags?: Tags) => {
    const id = made.nodes.length + 1;
    made.nodes.push({ id, ...at, tags });
    return id;
  };
  const thing = (id: string, tags: Tags, shape: ExtractFeature["shape"]) =>
    made.things.push({ id, tags: new Map(Object.entries(tags)), shape });
  const near = (at: { readonly lon: number; readonly lat: number }, reach: number) => ({
    lon: fixed(at.lon + (random() - 0.5) * reach),
    lat: fixed(at.lat + (random() - 0.5) * reach),
  });
  for (let n = 0; n < count; n++) {
    const sort = random();
    if (sort < 0.5) {
      const [at, tags] = [spot(), pick(pointKinds)];
      thing(`node/${node(at, tags)}`, tags, { kind: "point", paths: [Float64Array.of(at.lon, at.lat)] });
    } else if (sort < 0.75) {
      let at = spot();
      const points = Array.from({ length: 2 + Math.floor(random() * 6) }, () => (at = near(at, 0.01)));
      const tags = pick(lineKinds);
      const id = made.ways.length + 1;
      made.ways.push({ id, refs: points.map((point) => node(point)), tags });
      thing(`way/${id}`, tags, { kind: "line", paths: [Float64Array.from(points.flatMap(({ lon, lat }) => [lon, lat]))] });
    } else {
      const [at, tags, half] = [spot(), pick(areaKinds), 0.0005 + random() * 0.004];
      const ring = (size: number) =>
        [
          [-size, -size],
          [size, -size],
          [size, size],
          [-size, size],
        ].map(([x = 0, y = 0]) => ({ lon: fixed(at.lon + x), lat: fixed(at.lat + y) }));
      const closed = (points: readonly { lon: number; lat: number }[]) =>
        Float64Array.from([...points, points[0] as { lon: number; lat: number }].flatMap(({ lon, lat }) => [lon, lat]));
      const way = (points: readonly { lon: number; lat: number }[], own?: Tags) => {
        const refs = points.map((point) => node(point));
        const id = made.ways.length + 1;
        made.ways.push({ id, refs: [...refs, refs[0] as number], tags: own });
        return id;
      };
      if (random() < 0.6) thing(`way/${way(ring(half), tags)}`, tags, { kind: "area", paths: [closed(ring(half))] });
      else {
        // An area with a hole, its outline in two ways that meet.
        const outer = ring(half).map((point) => node(point)) as [number, number, number, number];
        const [first, second] = [made.ways.length + 1, made.ways.length + 2];
        made.ways.push({ id: first, refs: outer.slice(0, 3) }, { id: second, refs: [outer[0], outer[3], outer[2]] });
        const hole = way(ring(half / 2));
        const id = made.relations.length + 1;
        const members = [first, second, hole].map((ref) => ({ type: "way" as const, ref, role: ref === hole ? "inner" : "outer" }));
        made.relations.push({ id, members, tags: { type: "multipolygon", ...tags } });
        thing(`relation/${id}`, tags, { kind: "area", paths: [closed(ring(half)), closed(ring(half / 2))] });
      }
    }
  }
  return made;
}
