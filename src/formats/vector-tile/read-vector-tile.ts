/**
 * Mapbox Vector Tiles, version 2.1: layers of features with tags and whole numbers. What it holds is bounded by the bytes there are:
 * a command that repeats itself more often than its numbers go on is refused, and so is whatever ends before it should.
 */
import { PbfReader } from "pbf";
import { tileExtent } from "../../core/map-layer/tile-shapes.ts";

export interface TileFeature {
  readonly layer: string;
  readonly form: "point" | "line" | "area";
  readonly tags: ReadonlyMap<string, string | number | boolean>;
  /** x, y, x, y, ... of each line or ring in 4096ths of the tile; of points, one each. Rings are not closed. */
  readonly lines: number[][];
}

export class VectorTileUnreadable extends Error {
  override readonly name = "VectorTileUnreadable";
}

/** Features a tile may hold, and numbers in all of them. Planet tiles stay below 20,000 and 500,000. */
export const mostFeatures = 60_000;
export const mostNumbers = 2_000_000;
const mostTags = 200;
const mostTextBytes = 2000;
/** Shapes may reach this far beyond the tile; what lies farther is no tile's. */
const farthest = tileExtent * 8;

type TagValue = string | number | boolean;

/** Throws VectorTileUnreadable. */
export function* readVectorTile(bytes: Uint8Array): Generator<TileFeature> {
  const budget: Budget = { features: mostFeatures, numbers: mostNumbers };
  const tile = new PbfReader(bytes);
  for (const field of fieldsOf(tile, bytes.length)) {
    if (field.number === 3 && field.wire === 2) yield* readLayer(bytes, field.end, tile.pos, budget);
  }
}

interface Budget {
  features: number;
  numbers: number;
}

interface Field {
  readonly number: number;
  readonly wire: number;
  /** Of a field with a length: where it ends; `pbf.pos` is where it begins. */
  readonly end: number;
}

/** Steps over each field after the caller looked at it, whatever the caller read of it. */
function* fieldsOf(pbf: PbfReader, end: number): Generator<Field> {
  while (pbf.pos < end) {
    const tag = number(pbf, end);
    const wire = tag % 8;
    let after: number;
    if (wire === 2) {
      const length = number(pbf, end);
      after = pbf.pos + length;
    } else {
      const start = pbf.pos;
      if (wire !== 0 && wire !== 1 && wire !== 5)
        throw new VectorTileUnreadable(`vector tile: expected a field of a known kind; found ${wire}`);
      pbf.skip(wire);
      after = pbf.pos;
      pbf.pos = start;
    }
    if (after > end) throw new VectorTileUnreadable("vector tile: expected a field to end within its part; found that it goes beyond");
    yield { number: Math.floor(tag / 8), wire, end: after };
    pbf.pos = after;
  }
}

function number(pbf: PbfReader, end: number): number {
  let value: unknown;
  try {
    value = pbf.readVarint();
  } catch {
    throw new VectorTileUnreadable("vector tile: expected a whole number; found one longer than 10 bytes");
  }
  if (typeof value !== "number" || !Number.isSafeInteger(value) || pbf.pos > end)
    throw new VectorTileUnreadable("vector tile: expected a whole number; found the end of its part");
  return value;
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  // A reader of its own, since text that is cut would otherwise be read to its own length.
  const length = Math.min(to - from, mostTextBytes);
  return new PbfReader(prefixed(bytes.subarray(from, from + length))).readString();
}

/** As the reader takes text: its length, then its bytes. */
function prefixed(bytes: Uint8Array): Uint8Array {
  const head = bytes.length < 128 ? [bytes.length] : [(bytes.length % 128) + 128, Math.floor(bytes.length / 128)];
  const out = new Uint8Array(head.length + bytes.length);
  out.set(head);
  out.set(bytes, head.length);
  return out;
}

function* readLayer(bytes: Uint8Array, end: number, start: number, budget: Budget): Generator<TileFeature> {
  const pbf = new PbfReader(bytes);
  pbf.pos = start;
  let [name, extent] = ["", 4096];
  const keys: string[] = [];
  const values: TagValue[] = [];
  const features: [from: number, to: number][] = [];
  for (const field of fieldsOf(pbf, end)) {
    if (field.number === 1 && field.wire === 2) name = textOf(bytes, pbf.pos, field.end);
    else if (field.number === 2 && field.wire === 2) features.push([pbf.pos, field.end]);
    else if (field.number === 3 && field.wire === 2) keys.push(textOf(bytes, pbf.pos, field.end));
    else if (field.number === 4 && field.wire === 2) values.push(valueOf(bytes, pbf.pos, field.end));
    else if (field.number === 5 && field.wire === 0) extent = number(pbf, field.end);
  }
  if (extent < 1 || extent > 65_536) throw new VectorTileUnreadable(`vector tile: expected an extent from 1 to 65536; found ${extent}`);
  budget.features -= features.length;
  if (budget.features < 0) throw new VectorTileUnreadable(`vector tile: expected at most ${mostFeatures} features; found more`);
  for (const [from, to] of features) {
    const feature = readFeature(bytes, { from, to, keys, values, scale: tileExtent / extent, budget });
    if (feature !== undefined) yield { layer: name, ...feature };
  }
}

function valueOf(bytes: Uint8Array, from: number, to: number): TagValue {
  const pbf = new PbfReader(bytes);
  pbf.pos = from;
  let value: TagValue = "";
  for (const field of fieldsOf(pbf, to)) {
    if (field.number === 1 && field.wire === 2) value = textOf(bytes, pbf.pos, field.end);
    else if (field.number === 2 && field.wire === 5) value = pbf.readFloat();
    else if (field.number === 3 && field.wire === 1) value = pbf.readDouble();
    else if ((field.number === 4 || field.number === 5) && field.wire === 0) value = number(pbf, field.end);
    else if (field.number === 6 && field.wire === 0) value = zigzag(number(pbf, field.end));
    else if (field.number === 7 && field.wire === 0) value = number(pbf, field.end) !== 0;
  }
  return value;
}

interface FeaturePart {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
  readonly values: readonly TagValue[];
  readonly scale: number;
  readonly budget: Budget;
}

const forms = [undefined, "point", "line", "area"] as const;

function readFeature(bytes: Uint8Array, part: FeaturePart): Omit<TileFeature, "layer"> | undefined {
  const { from, to, keys, values } = part;
  const pbf = new PbfReader(bytes);
  pbf.pos = from;
  const tags = new Map<string, TagValue>();
  let form: (typeof forms)[number];
  let lines: number[][] = [];
  for (const field of fieldsOf(pbf, to)) {
    if (field.number === 2 && field.wire === 2) {
      while (pbf.pos < field.end && tags.size < mostTags) {
        const [key, value] = [keys[number(pbf, field.end)], pbf.pos < field.end ? values[number(pbf, field.end)] : undefined];
        if (key !== undefined && value !== undefined) tags.set(key, value);
      }
    } else if (field.number === 3 && field.wire === 0) form = forms[number(pbf, field.end)];
    else if (field.number === 4 && field.wire === 2) lines = readGeometry(pbf, field.end, part);
  }
  return form === undefined || lines.length === 0 ? undefined : { form, tags, lines };
}

const zigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

function readGeometry(pbf: PbfReader, end: number, { scale, budget }: FeaturePart): number[][] {
  const lines: number[][] = [];
  let line: number[] | undefined;
  let [x, y] = [0, 0];
  const step = (): [number, number] => {
    x += zigzag(number(pbf, end));
    y += zigzag(number(pbf, end));
    budget.numbers -= 2;
    if (budget.numbers < 0) throw new VectorTileUnreadable(`vector tile: expected at most ${mostNumbers} numbers; found more`);
    return [clamped(x * scale), clamped(y * scale)];
  };
  while (pbf.pos < end) {
    const command = number(pbf, end);
    const [does, times] = [command % 8, Math.floor(command / 8)];
    if (does === 7) continue;
    if (does !== 1 && does !== 2) throw new VectorTileUnreadable(`vector tile: expected to move, draw or close; found command ${does}`);
    // Each time takes two bytes at least.
    if (times > (end - pbf.pos) / 2)
      throw new VectorTileUnreadable("vector tile: expected as many numbers as a command asks for; found fewer");
    for (let at = 0; at < times; at++) {
      if (does === 1) lines.push((line = []));
      if (line === undefined) throw new VectorTileUnreadable("vector tile: expected to move before drawing; found the reverse");
      line.push(...step());
    }
  }
  return lines;
}

const clamped = (value: number): number => Math.max(-farthest, Math.min(farthest, Math.round(value)));
