/**
 * An OpenStreetMap file into an index, in one pass: positions of nodes and corners of ways wait on the disk for the ways and areas
 * that are made of them. What refers to something that the file does not hold is taken without it, and counted.
 */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { ExtractUnreadable } from "../../core/map-extract/extract-unreadable.ts";
import type { OsmHeader, OsmSink, TagList } from "../../formats/osm-pbf/osm-elements.ts";
import { readOsmPbf } from "../../formats/osm-pbf/read-osm-pbf.ts";
import type { IndexWriter } from "./index-writer.ts";
import { isArea } from "./is-area.ts";
import { joinRings } from "./join-rings.ts";
import { createSortedStore } from "./sorted-store.ts";

/** A way has at most 2,000 nodes in the map; no more than this is taken of any. */
const mostCorners = 100_000;
/** Blocks of 4 KiB in memory: every way asks for its nodes, few areas ask for ways. */
const slots = { nodes: 32_768, ways: 2048 };
/** Corners of one area: the largest in the map have some hundred thousand. */
const mostAreaCorners = 2_000_000;

export interface TakenPbf {
  readonly header: OsmHeader;
  readonly leftOut: readonly { readonly what: string; readonly count: number }[];
}

export async function takePbf(chunks: AsyncIterable<Uint8Array>, folder: string, index: IndexWriter): Promise<TakenPbf> {
  const nodes = createSortedStore(join(folder, "nodes.tmp"), slots.nodes);
  const ways = createSortedStore(join(folder, "ways.tmp"), slots.ways);
  const corners = createCornerFile(join(folder, "corners.tmp"));
  const missed = { corners: 0, cut: 0, noCorner: 0, open: 0, relations: 0, large: 0 };
  let header: OsmHeader | undefined;
  let stage = 0;
  const at = (thing: string, own: number) => {
    if (own < stage) throw outOfOrder(thing);
    if (own === stage) return;
    stage = own;
    nodes.seal();
    if (own === 2) ways.seal();
  };
  const path = new Int32Array(mostCorners * 2);
  const sink: OsmSink = {
    header(read) {
      header ??= read;
    },
    node(id, lon, lat, tags) {
      at(`node ${id}`, 0);
      if (!nodes.add(id, lon, lat)) throw outOfOrder(`node ${id}`);
      if (tags !== undefined) index.add(`node/${id}`, tags, { kind: "point", lon, lat });
    },
    way(id, refs, tags, places) {
      at(`way ${id}`, 1);
      let used = 0;
      const gap = { missing: 0 };
      for (const [n, ref] of refs.entries()) {
        if (used === path.length) {
          missed.cut++;
          break;
        }
        const found = places === undefined ? nodes.find(ref) : true;
        if (!found) gap.missing++;
        else {
          path[used++] = places === undefined ? nodes.first : (places[n * 2] as number);
          path[used++] = places === undefined ? nodes.second : (places[n * 2 + 1] as number);
        }
      }
      missed.corners += gap.missing;
      if (used < 4) missed.noCorner += used === 0 || tags !== undefined ? 1 : 0;
      const offset = corners.add(path.subarray(0, used));
      if (!ways.add(id, Math.floor(offset / 2 ** 31), offset % 2 ** 31)) throw outOfOrder(`way ${id}`);
      if (tags === undefined || used < 4) return;
      const closed = used >= 8 && gap.missing === 0 && path[0] === path[used - 2] && path[1] === path[used - 1];
      index.add(`way/${id}`, tags, { kind: closed && isArea(tags) ? "area" : "line", paths: [path.subarray(0, used)] });
    },
    relation(id, members, tags) {
      at(`relation ${id}`, 2);
      if (!isAreaRelation(tags)) {
        if (tags !== undefined) missed.relations++;
        return;
      }
      const own: Int32Array[] = [];
      let sum = 0;
      let absent = 0;
      for (const { type, ref } of members) {
        if (type !== "way") continue;
        const line = ways.find(ref) ? corners.read(ways.first * 2 ** 31 + ways.second) : undefined;
        if (line === undefined) absent++;
        else own.push(line);
        sum += line?.length ?? 0;
        if (sum > mostAreaCorners * 2) break;
      }
      if (sum > mostAreaCorners * 2) {
        missed.large++;
        return;
      }
      const { rings, open } = joinRings(own);
      if (open.length > 0 || absent > 0) missed.open++;
      if (rings.length > 0) index.add(`relation/${id}`, tags, { kind: "area", paths: rings });
      const lines = open.filter((line) => line.length >= 4);
      if (lines.length > 0) index.add(`relation/${id}${rings.length > 0 ? "#open" : ""}`, tags, { kind: "line", paths: lines });
    },
  };
  try {
    await readOsmPbf(chunks, (packed, most) => inflateSync(packed, { maxOutputLength: most }), sink);
  } finally {
    for (const store of [nodes, ways, corners] as const) store.close();
  }
  if (header === undefined) throw new ExtractUnreadable("the whole file", "a header", "none");
  const told: [string, number][] = [
    ["corners of ways whose node is not in the file", missed.corners],
    ["ways without two corners in the file", missed.noCorner],
    [`ways cut after ${mostCorners} corners`, missed.cut],
    ["areas whose outline is not whole in the file: what is there of it is held as lines", missed.open],
    [`areas of more than ${mostAreaCorners} corners`, missed.large],
    ["relations that are no areas (routes, restrictions, sites)", missed.relations],
    ["tags that are too many or too long to ask by", index.tagsLeftOut],
  ];
  return { header, leftOut: told.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count })) };
}

function outOfOrder(thing: string): ExtractUnreadable {
  return new ExtractUnreadable(
    thing,
    "nodes, then ways, then relations, each by id, as nearly every program writes them",
    "another order. `osmium sort` puts them in order",
  );
}

function isAreaRelation(tags: TagList): tags is readonly string[] {
  if (tags === undefined) return false;
  const at = tags.findIndex((word, n) => n % 2 === 0 && word === "type");
  return at >= 0 && (tags[at + 1] === "multipolygon" || tags[at + 1] === "boundary");
}

/** Corners of each way one after another, behind their count. */
function createCornerFile(path: string) {
  const fd = openSync(path, "wx+", 0o600);
  let pending: Buffer[] = [];
  let [waiting, written]: [number, number] = [0, 0];
  const flush = () => {
    const bytes = Buffer.concat(pending);
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at, written + at);
    written += bytes.length;
    [pending, waiting] = [[], 0];
  };
  const readAt = (bytes: Uint8Array, offset: number) => {
    for (let at = 0; at < bytes.length;) {
      const got = readSync(fd, bytes, at, bytes.length - at, offset + at);
      if (got === 0) throw new Error("corners: expected what was written; found a shorter file");
      at += got;
    }
  };
  return {
    add(corners: Int32Array): number {
      const offset = written + waiting;
      const bytes = Buffer.alloc(4 + corners.byteLength);
      bytes.writeInt32LE(corners.length, 0);
      bytes.set(new Uint8Array(corners.buffer, corners.byteOffset, corners.byteLength), 4);
      pending.push(bytes);
      waiting += bytes.length;
      if (waiting >= 1 << 20) flush();
      return offset;
    },
    read(offset: number): Int32Array {
      if (waiting > 0) flush();
      const head = new Int32Array(1);
      readAt(new Uint8Array(head.buffer), offset);
      const corners = new Int32Array(head[0] as number);
      readAt(new Uint8Array(corners.buffer), offset + 4);
      return corners;
    },
    close: () => closeSync(fd),
  };
}
