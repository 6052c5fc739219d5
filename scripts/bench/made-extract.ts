/**
 * A map of any size for figures, written a block at a time: buildings of five nodes, roads, ponds and churches strewn over a country in
 * the sea, in about the proportions that extracts of European countries have: most nodes belong to buildings, one in thirty has tags,
 * nine in ten ways are buildings. Ids run on as in the map; a way's nodes lie together, as they mostly do in the map.
 */
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { denseBlob, headerBlob, type MadeNode, type MadeWay, relationsBlob, type Tags, waysBlob } from "../testing/write-osm-pbf.ts";

const perBlock = 8000;
const [west, south, wide, high] = [-25, 45, 12, 8];

export interface MadeExtract {
  readonly nodes: number;
  readonly ways: number;
  readonly relations: number;
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pointTags: readonly Tags[] = [
  { amenity: "place_of_worship", religion: "christian", name: "Church" },
  { railway: "level_crossing" },
  { power: "tower" },
  { natural: "tree" },
  { highway: "crossing" },
  { amenity: "fuel", name: "Fuel" },
  { man_made: "water_tower" },
];
/** How often each occurs, of a thousand. */
const pointShares = [10, 10, 380, 400, 190, 8, 2];

export async function writeMadeExtract(path: string, nodes: number): Promise<MadeExtract> {
  const out = createWriteStream(path);
  const put = async (blob: Uint8Array) => {
    if (!out.write(blob)) await once(out, "drain");
  };
  const random = randomOf(20240914);
  await put(headerBlob({ box: { west, south, east: west + wide, north: south + high }, replicatedAt: 1_726_272_000, writtenBy: "bench" }));
  const fixed = (deg: number) => Math.round(deg * 1e7) / 1e7;
  /** First node and count of each way, in order: the ways are written from them afterwards. */
  const starts: number[] = [];
  let block: MadeNode[] = [];
  let id = 0;
  const node = async (lon: number, lat: number, tags?: Tags) => {
    block.push({ id: ++id, lon: fixed(lon), lat: fixed(lat), tags });
    if (block.length < perBlock) return;
    await put(denseBlob(block));
    block = [];
  };
  while (id < nodes) {
    // A settlement: so many things near each other.
    const [x, y] = [west + random() * wide, south + random() * high];
    for (let n = 0; n < 200 && id < nodes; n++) {
      const [lon, lat, sort] = [x + (random() - 0.5) * 0.05, y + (random() - 0.5) * 0.03, random()];
      if (sort < 0.15) {
        let pick = random() * 1000;
        const at = pointShares.findIndex((share) => (pick -= share) < 0);
        await node(lon, lat, pointTags[Math.max(0, at)]);
      } else if (sort < 0.9) {
        starts.push(id + 1, 4);
        for (const [dx, dy] of [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ] as const)
          await node(lon + dx * 0.0001, lat + dy * 0.0001);
      } else {
        const count = 6 + Math.floor(random() * 20);
        starts.push(id + 1, count);
        for (let k = 0; k < count; k++) await node(lon + k * 0.0004, lat + Math.sin(k) * 0.0003);
      }
    }
  }
  if (block.length > 0) await put(denseBlob(block));
  let ways: MadeWay[] = [];
  let count = 0;
  const closed: number[] = [];
  for (let n = 0; n < starts.length; n += 2) {
    const [first, corners] = [starts[n] as number, starts[n + 1] as number];
    const refs = Array.from({ length: corners }, (_, k) => first + k);
    const sort = random();
    if (corners === 4) closed.push(count + 1);
    if (corners === 4)
      ways.push({
        id: ++count,
        refs: [...refs, first],
        tags: sort < 0.97 ? { building: sort < 0.6 ? "yes" : "house" } : { natural: "water" },
      });
    else
      ways.push({
        id: ++count,
        refs,
        tags:
          sort < 0.5
            ? { highway: sort < 0.02 ? "primary" : "residential", name: `Street ${count % 5000}` }
            : sort < 0.8
              ? { highway: "track" }
              : { waterway: "stream" },
      });
    if (ways.length < perBlock) continue;
    await put(waysBlob(ways));
    ways = [];
  }
  if (ways.length > 0) await put(waysBlob(ways));
  const relations = Math.floor(closed.length / 300);
  for (let from = 0; from < relations; from += perBlock)
    await put(
      relationsBlob(
        Array.from({ length: Math.min(perBlock, relations - from) }, (_, n) => ({
          id: from + n + 1,
          members: [{ type: "way" as const, ref: closed[(from + n) * 300] as number, role: "outer" }],
          tags: { type: "multipolygon", landuse: "forest" },
        })),
      ),
    );
  out.end();
  await once(out, "close");
  return { nodes: id, ways: count, relations };
}
