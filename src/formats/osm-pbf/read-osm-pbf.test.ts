/** OpenStreetMap files: what is written comes back, however it arrives; what is broken is refused with its place. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { PbfWriter } from "pbf";
import {
  blobOf,
  denseBlob,
  framed,
  headerBlob,
  type MadeNode,
  osmPbf,
  plainNodesBlob,
  relationsBlob,
  waysBlob,
} from "../../../scripts/testing/write-osm-pbf.ts";
import type { OsmHeader } from "./osm-elements.ts";
import { type Inflate, readOsmPbf } from "./read-osm-pbf.ts";

const inflate: Inflate = (packed, most) => inflateSync(packed, { maxOutputLength: most });

interface Read {
  readonly headers: OsmHeader[];
  readonly nodes: [number, number, number, readonly string[]][];
  readonly ways: [number, readonly number[], readonly string[]][];
  readonly relations: [number, readonly { type: string; ref: number }[], readonly string[]][];
}

async function read(bytes: Uint8Array, piece = bytes.length): Promise<Read> {
  const got: Read = { headers: [], nodes: [], ways: [], relations: [] };
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += Math.max(1, piece)) yield bytes.subarray(at, at + Math.max(1, piece));
  }
  await readOsmPbf(pieces(), inflate, {
    header: (header) => got.headers.push(header),
    node: (id, lon, lat, tags = []) => got.nodes.push([id, lon, lat, tags]),
    way: (id, refs, tags = []) => got.ways.push([id, [...refs], tags]),
    relation: (id, members, tags = []) => got.relations.push([id, members.map(({ type, ref }) => ({ type, ref })), tags]),
  });
  return got;
}

const header = headerBlob();
const refused = (bytes: Uint8Array, expected: RegExp) =>
  assert.rejects(read(bytes), (error: Error) => error.name === "ExtractUnreadable" && expected.test(error.message));

describe("reading OpenStreetMap files", () => {
  const id = fc.integer({ min: -1_000_000, max: 2 ** 40 });
  const tags = fc.option(
    fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ unit: "grapheme", maxLength: 12 }), { minKeys: 1, maxKeys: 3 }),
    { nil: undefined },
  );
  const node = fc.record({
    id,
    lon: fc.integer({ min: -180e7, max: 180e7 }).map((n) => n / 1e7),
    lat: fc.integer({ min: -90e7, max: 90e7 }).map((n) => n / 1e7),
    tags,
  });
  const ids = fc.array(id, { maxLength: 20 });
  const flat = (own: Readonly<Record<string, string>> | undefined) => Object.entries(own ?? {}).flat();

  it("gives back what was written, dense or not, in pieces of any length", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(node, { minLength: 1, maxLength: 30 }),
        fc.array(fc.record({ id, refs: ids, tags }), { maxLength: 5 }),
        fc.array(
          fc.record({
            id,
            members: fc.array(fc.record({ type: fc.constantFrom("node" as const, "way" as const, "relation" as const), ref: id }), {
              maxLength: 6,
            }),
            tags,
          }),
          { maxLength: 3 },
        ),
        fc.integer({ min: 1, max: 500 }),
        async (nodes, ways, relations, piece) => {
          const places = nodes.map((one) => [one.id, Math.round(one.lon * 1e7), Math.round(one.lat * 1e7), flat(one.tags)]);
          const got = await read(osmPbf({ nodes, ways, relations }), piece);
          assert.deepEqual(got.nodes, places);
          assert.deepEqual(
            got.ways,
            ways.map((way) => [way.id, way.refs, flat(way.tags)]),
          );
          assert.deepEqual(
            got.relations,
            relations.map((one) => [one.id, one.members.map(({ type, ref }) => ({ type, ref })), flat(one.tags)]),
          );
          assert.deepEqual((await read(Buffer.concat([header, plainNodesBlob(nodes)]))).nodes, places);
        },
      ),
      { numRuns: 100, seed: 20240914 },
    );
  });

  it("knows of when the map is and what it covers", async () => {
    const [found] = (
      await read(
        headerBlob({ box: { west: 30.1, south: 50.2, east: 30.5, north: 50.7 }, replicatedAt: 1_700_000_000, writtenBy: "test\u0007" }),
      )
    ).headers;
    assert.deepEqual(found?.box, { west: 301_000_000, south: 502_000_000, east: 305_000_000, north: 507_000_000 });
    assert.equal(found.replicatedAt, 1_700_000_000);
    assert.equal(found.writtenBy, "test ");
  });

  const one: MadeNode = { id: 1, lon: 30, lat: 50 };
  const field = (write: (pbf: PbfWriter) => void) => {
    const pbf = new PbfWriter();
    write(pbf);
    return pbf.finish();
  };
  const group = (write: (pbf: PbfWriter) => void) =>
    blobOf(
      "OSMData",
      field((block) => block.writeBytesField(2, field(write))),
    );
  const dense = (write: (pbf: PbfWriter) => void) => Buffer.concat([header, group((own) => own.writeBytesField(2, field(write)))]);

  for (const [name, bytes, expected] of [
    ["another kind of file", Buffer.from("<?xml version='1.0'?><osm version='0.6'/>"), /blob 1: .*this is no \.osm\.pbf file/],
    ["an empty file", Buffer.alloc(0), /the whole file: expected a header/],
    ["data before any header", denseBlob([one]), /blob 1: expected a header \(OSMHeader\) before any data/],
    [
      "a requirement that is not known",
      headerBlob({ required: ["OsmSchema-V0.6", "HistoricalInformation"] }),
      /requires nothing but .*found "HistoricalInformation"/,
    ],
    [
      "a file cut off in a blob",
      Buffer.from(osmPbf({ nodes: [one] })).subarray(0, -3),
      /blob 2: expected \d+ bytes; found the end of the file after \d+/,
    ],
    ["a file cut off in a length", Buffer.concat([header, Buffer.of(0, 0)]), /blob 2: expected four bytes of length/],
    ["a header of 64 KiB", Buffer.concat([header, Buffer.of(0, 1, 0, 0)]), /blob 2: expected a header below 65536 bytes; found 65536/],
    [
      "a blob of 32 MiB",
      Buffer.concat([header, Buffer.from("0000000e0a074f534d446174611880808010", "hex")]),
      /blob 2: expected at most 33554432 bytes; found/,
    ],
    [
      "a blob that unpacks to more than it says",
      Buffer.concat([header, blobOf("OSMData", new Uint8Array(1000), { size: 10 })]),
      /zlib data that unpacks to 10 bytes; found damaged or longer/,
    ],
    [
      "a blob that unpacks to less than it says",
      Buffer.concat([header, blobOf("OSMData", new Uint8Array(0), { size: 10 })]),
      /10 bytes unpacked; found 0/,
    ],
    [
      "a blob that says it unpacks to 1 GiB",
      Buffer.concat([header, blobOf("OSMData", new Uint8Array(1), { size: 2 ** 30 })]),
      /an unpacked size of at most 33554432 bytes/,
    ],
    [
      "another compression",
      Buffer.concat([
        header,
        framed(
          "OSMData",
          field((blob) => {
            blob.writeVarintField(2, 4);
            blob.writeBytesField(7, Uint8Array.of(1, 2, 3));
          }),
        ),
      ]),
      /packed with zlib, or not at all; found Zstandard/,
    ],
    [
      "columns of unequal length",
      dense((own) => {
        own.writePackedSVarint(1, [1, 1]);
        own.writePackedSVarint(8, [5]);
        own.writePackedSVarint(9, [5, 5]);
      }),
      /2 latitudes and longitudes for as many nodes; found 1 and 2/,
    ],
    [
      "a latitude beyond the pole",
      dense((own) => {
        own.writePackedSVarint(1, [7]);
        own.writePackedSVarint(8, [90e7 + 1]);
        own.writePackedSVarint(9, [5]);
      }),
      /node 7: expected a position on the earth/,
    ],
    [
      "ids beyond 2^53",
      dense((own) => {
        own.writePackedSVarint(1, [2 ** 53 - 1, 2 ** 53 - 1]);
        own.writePackedSVarint(8, [5, 5]);
        own.writePackedSVarint(9, [5, 5]);
      }),
      /ids of nodes below 2\^53/,
    ],
    [
      "a word that the table does not have",
      dense((own) => {
        own.writePackedSVarint(1, [7]);
        own.writePackedSVarint(8, [5]);
        own.writePackedSVarint(9, [5]);
        own.writePackedVarint(10, [1, 2, 0]);
      }),
      /a word of its table of 0; found number 1/,
    ],
    [
      "a key without a value",
      dense((own) => {
        own.writePackedSVarint(1, [7]);
        own.writePackedSVarint(8, [5]);
        own.writePackedSVarint(9, [5]);
        own.writePackedVarint(10, [1]);
      }),
      /keys of nodes with values|a word of its table/,
    ],
    [
      "a message that goes on beyond the one around it",
      Buffer.concat([header, blobOf("OSMData", Uint8Array.of(0x12, 0x7f, 0x00))]),
      /blob 2: expected field 2 within its message/,
    ],
    [
      "a field of a kind that protobuf does not have",
      Buffer.concat([header, blobOf("OSMData", Uint8Array.of(0x17))]),
      /a field of a kind that protobuf has; found kind 7/,
    ],
    ["a field of number 0 at the end", Buffer.concat([header, blobOf("OSMData", Uint8Array.of(0x06))]), /a message that fills its length/],
    [
      "a number of more than ten bytes",
      Buffer.concat([header, blobOf("OSMData", Uint8Array.of(0x88, 0x01, ...Array.from({ length: 12 }, () => 0xff)))]),
      /numbers of at most ten bytes/,
    ],
    [
      "members without their kinds",
      Buffer.concat([
        header,
        group((own) =>
          own.writeBytesField(
            4,
            field((relation) => {
              relation.writeVarintField(1, 4);
              relation.writePackedSVarint(9, [1, 2]);
            }),
          ),
        ),
      ]),
      /relation 4: expected 2 kinds for as many members; found 0/,
    ],
  ] as const)
    it(`refuses ${name}`, () => refused(bytes, expected));

  it("passes over blobs of other types, and reads blobs that are not packed", async () => {
    const raw = field((block) =>
      block.writeBytesField(
        2,
        field((own) =>
          own.writeBytesField(
            2,
            field((nodes) => {
              nodes.writePackedSVarint(1, [3]);
              nodes.writePackedSVarint(8, [1]);
              nodes.writePackedSVarint(9, [2]);
            }),
          ),
        ),
      ),
    );
    const got = await read(
      Buffer.concat([
        header,
        blobOf("Something", new Uint8Array(9)),
        blobOf("OSMData", raw, { raw: true }),
        waysBlob([{ id: 5, refs: [3] }]),
        relationsBlob([]),
      ]),
    );
    assert.deepEqual(got.nodes, [[3, 2, 1, []]]);
    assert.deepEqual(got.ways, [[5, [3], []]]);
  });
});
