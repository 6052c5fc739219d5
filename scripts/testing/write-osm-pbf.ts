/** Writes OpenStreetMap files for tests and figures: small, invented, by the format's own description, sharing nothing with the reader but the protobuf package. */
import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

export type Tags = Readonly<Record<string, string>>;

export interface MadeNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Tags | undefined;
}

export interface MadeWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Tags | undefined;
}

export interface MadeRelation {
  readonly id: number;
  readonly members: readonly { readonly type: "node" | "way" | "relation"; readonly ref: number; readonly role?: string }[];
  readonly tags?: Tags | undefined;
}

export interface HeaderWords {
  readonly required?: readonly string[];
  readonly box?: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly replicatedAt?: number;
  readonly writtenBy?: string;
}

export function headerBlob({
  required = ["OsmSchema-V0.6", "DenseNodes"],
  box,
  replicatedAt,
  writtenBy = "test",
}: HeaderWords = {}): Uint8Array {
  const header = new PbfWriter();
  if (box !== undefined)
    header.writeMessage(
      1,
      (sides, own) => {
        for (const [n, side] of [sides.west, sides.east, sides.north, sides.south].entries()) {
          own.writeTag(n + 1, 0);
          own.writeSVarint(Math.round(side * 1e9));
        }
      },
      box,
    );
  for (const feature of required) header.writeStringField(4, feature);
  header.writeStringField(16, writtenBy);
  if (replicatedAt !== undefined) header.writeVarintField(32, replicatedAt);
  return blobOf("OSMHeader", header.finish());
}

/** A blob with its header: packed with zlib, or as it is. */
export function blobOf(type: string, content: Uint8Array, o: { readonly raw?: boolean; readonly size?: number } = {}): Uint8Array {
  const blob = new PbfWriter();
  if (o.raw === true) blob.writeBytesField(1, content);
  else {
    blob.writeVarintField(2, o.size ?? content.length);
    blob.writeBytesField(3, deflateSync(content, { level: 1 }));
  }
  return framed(type, blob.finish());
}

export function framed(type: string, blob: Uint8Array): Uint8Array {
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, blob.length);
  const head = header.finish();
  const out = Buffer.alloc(4 + head.length + blob.length);
  out.writeUInt32BE(head.length, 0);
  out.set(head, 4);
  out.set(blob, 4 + head.length);
  return out;
}

interface Words {
  readonly number: (word: string) => number;
  readonly list: readonly string[];
}

function createWords(): Words {
  const numbers = new Map<string, number>();
  const list: string[] = [""];
  return {
    list,
    number(word) {
      let n = numbers.get(word);
      if (n === undefined) {
        n = list.push(word) - 1;
        numbers.set(word, n);
      }
      return n;
    },
  };
}

function blockOf(writeGroup: (words: Words, group: PbfWriter) => void): Uint8Array {
  const words = createWords();
  const group = new PbfWriter();
  writeGroup(words, group);
  const block = new PbfWriter();
  // pbf 5.1.2 writes U+20000 and beyond as another character (an "or" where a sum is meant), so bytes are given.
  block.writeMessage(1, (list, own) => list.forEach((word) => own.writeBytesField(1, Buffer.from(word))), words.list);
  block.writeBytesField(2, group.finish());
  return blobOf("OSMData", block.finish());
}

const fixed = (deg: number) => Math.round(deg * 1e7);

function deltas(values: readonly number[]): number[] {
  return values.map((value, n) => value - (values[n - 1] ?? 0));
}

/** Dense nodes, as nearly every file has them. */
export function denseBlob(nodes: readonly MadeNode[]): Uint8Array {
  return blockOf((words, group) => {
    const dense = new PbfWriter();
    dense.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
    dense.writePackedSVarint(8, deltas(nodes.map(({ lat }) => fixed(lat))));
    dense.writePackedSVarint(9, deltas(nodes.map(({ lon }) => fixed(lon))));
    if (nodes.some(({ tags }) => tags !== undefined))
      dense.writePackedVarint(
        10,
        nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flatMap(([key, value]) => [words.number(key), words.number(value)]), 0]),
      );
    group.writeBytesField(2, dense.finish());
  });
}

/** One message for each node, as old programs wrote them. */
export function plainNodesBlob(nodes: readonly MadeNode[]): Uint8Array {
  return blockOf((words, group) => {
    for (const { id, lon, lat, tags = {} } of nodes) {
      const node = new PbfWriter();
      node.writeTag(1, 0);
      node.writeSVarint(id);
      writeTags(node, tags, words);
      node.writeTag(8, 0);
      node.writeSVarint(fixed(lat));
      node.writeTag(9, 0);
      node.writeSVarint(fixed(lon));
      group.writeBytesField(1, node.finish());
    }
  });
}

function writeTags(own: PbfWriter, tags: Tags, words: Words): void {
  const entries = Object.entries(tags);
  if (entries.length === 0) return;
  own.writePackedVarint(
    2,
    entries.map(([key]) => words.number(key)),
  );
  own.writePackedVarint(
    3,
    entries.map(([, value]) => words.number(value)),
  );
}

export function waysBlob(ways: readonly MadeWay[]): Uint8Array {
  return blockOf((words, group) => {
    for (const { id, refs, tags = {} } of ways) {
      const way = new PbfWriter();
      way.writeVarintField(1, id);
      writeTags(way, tags, words);
      way.writePackedSVarint(8, deltas(refs));
      group.writeBytesField(3, way.finish());
    }
  });
}

export function relationsBlob(relations: readonly MadeRelation[]): Uint8Array {
  return blockOf((words, group) => {
    for (const { id, members, tags = {} } of relations) {
      const relation = new PbfWriter();
      relation.writeVarintField(1, id);
      writeTags(relation, tags, words);
      relation.writePackedVarint(
        8,
        members.map(({ role = "" }) => words.number(role)),
      );
      relation.writePackedSVarint(9, deltas(members.map(({ ref }) => ref)));
      relation.writePackedVarint(
        10,
        members.map(({ type }) => ["node", "way", "relation"].indexOf(type)),
      );
      group.writeBytesField(4, relation.finish());
    }
  });
}

/** A whole file, the nodes dense. */
export function osmPbf(made: {
  readonly header?: HeaderWords;
  readonly nodes: readonly MadeNode[];
  readonly ways?: readonly MadeWay[];
  readonly relations?: readonly MadeRelation[];
}): Uint8Array {
  return Buffer.concat([
    headerBlob(made.header),
    denseBlob(made.nodes),
    ...((made.ways ?? []).length === 0 ? [] : [waysBlob(made.ways ?? [])]),
    ...((made.relations ?? []).length === 0 ? [] : [relationsBlob(made.relations ?? [])]),
  ]);
}
