/** OpenStreetMap files. Whatever the bytes: read to the end or refused, never more in memory than a block may hold, positions on the earth. */
import { inflateSync } from "node:zlib";
import { denseBlob, headerBlob, osmPbf, plainNodesBlob, relationsBlob, waysBlob, blobOf } from "../../../scripts/testing/write-osm-pbf.ts";
import { ExtractUnreadable } from "../../../src/core/map-extract/extract-unreadable.ts";
import { readOsmPbf } from "../../../src/formats/osm-pbf/read-osm-pbf.ts";
import { type FuzzTarget, inPieces } from "../fuzz-target.ts";

const nodes = [
  { id: 1, lon: -20.1, lat: 48.1, tags: { amenity: "place_of_worship", name: "Орла" } },
  { id: 3, lon: -20.2, lat: 48.2 },
  { id: 9, lon: 179.9999999, lat: -89.9999999, tags: { railway: "level_crossing" } },
];
const ways = [{ id: 4, refs: [1, 3, 9, 1], tags: { natural: "water" } }];
const relations = [
  {
    id: 5,
    members: [
      { type: "way" as const, ref: 4, role: "outer" },
      { type: "node" as const, ref: 1 },
    ],
    tags: { type: "multipolygon" },
  },
];
/** Blocks that are not packed, so that a changed byte reaches the reader and not only zlib. */
const bare = (blob: Uint8Array): Uint8Array => {
  const packed = Buffer.from(blob);
  const start = packed.indexOf(Buffer.from("7801", "hex"));
  return start < 0 ? blob : blobOf("OSMData", inflateSync(packed.subarray(start)), { raw: true });
};

export const target: FuzzTarget = {
  name: "osm-pbf",
  seeds: () => [
    osmPbf({ header: { box: { west: -21, south: 47, east: -19, north: 49 }, replicatedAt: 1_726_272_000 }, nodes, ways, relations }),
    Buffer.concat([headerBlob(), bare(denseBlob(nodes)), bare(waysBlob(ways)), bare(relationsBlob(relations))]),
    Buffer.concat([headerBlob(), bare(plainNodesBlob(nodes))]),
  ],
  dictionary: [
    ...["OSMHeader", "OSMData", "OsmSchema-V0.6", "DenseNodes", "HistoricalInformation"],
    ...[
      "ffffffffffffffffff01",
      "ffffffff0f",
      "00010000",
      "01ffffff",
      "0a00",
      "12ffffffff07",
      "0802",
      "1a04789c0300",
      "10ffffffff07",
      "2201",
      "5201ff",
    ].map((hex) => Buffer.from(hex, "hex")),
  ],
  async run(bytes) {
    let things = 0;
    const place = (lon: number, lat: number) => {
      if (!Number.isInteger(lon) || !Number.isInteger(lat) || Math.abs(lon) > 180e7 || Math.abs(lat) > 90e7)
        throw new Error(`a position off the earth: ${lon} ${lat}`);
    };
    const words = (tags: readonly string[] | undefined) => {
      if (++things > 10_000_000) throw new Error("more things than the bytes can hold");
      if (tags !== undefined && (tags.length % 2 !== 0 || !tags.every((word) => typeof word === "string")))
        throw new Error("tags that are no words");
    };
    try {
      await readOsmPbf(inPieces(bytes), (packed, most) => inflateSync(packed, { maxOutputLength: most }), {
        header: ({ box }) => box && [place(box.west, box.south), place(box.east, box.north)],
        node: (id, lon, lat, tags) => [place(lon, lat), words(tags), safe(id)],
        way: (id, refs, tags) => [refs.forEach(safe), words(tags), safe(id)],
        relation: (id, members, tags) => [members.forEach(({ ref }) => safe(ref)), words(tags), safe(id)],
      });
    } catch (error) {
      if (!(error instanceof ExtractUnreadable)) throw error;
    }
  },
};

function safe(id: number): void {
  if (!Number.isSafeInteger(id)) throw new Error(`an id that is not exact: ${id}`);
}
