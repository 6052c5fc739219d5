/** Writes vector tiles by the specification's own message numbers, for tests: right ones, and ones that break a rule. */
import { PbfWriter } from "pbf";

export interface MadeFeature {
  readonly form: "point" | "line" | "area";
  readonly tags: Readonly<Record<string, string | number | boolean>>;
  /** x, y, x, y, ... of each line or ring. */
  readonly lines: readonly (readonly number[])[];
  /** Written instead of what `lines` say. */
  readonly commands?: readonly number[];
}

export interface MadeLayer {
  readonly name: string;
  readonly extent?: number;
  readonly features: readonly MadeFeature[];
}

const forms = { point: 1, line: 2, area: 3 } as const;

export function makeVectorTile(layers: readonly MadeLayer[]): Uint8Array {
  const tile = new PbfWriter();
  for (const layer of layers) tile.writeBytesField(3, layerBytes(layer));
  return Uint8Array.from(tile.finish());
}

function layerBytes({ name, extent = 4096, features }: MadeLayer): Uint8Array {
  const keys = [...new Set(features.flatMap(({ tags }) => Object.keys(tags)))];
  const values = [...new Set(features.flatMap(({ tags }) => Object.values(tags)))];
  const layer = new PbfWriter();
  layer.writeVarintField(15, 2);
  layer.writeStringField(1, name);
  for (const feature of features) layer.writeBytesField(2, featureBytes(feature, keys, values));
  for (const key of keys) layer.writeStringField(3, key);
  for (const value of values) layer.writeBytesField(4, valueBytes(value));
  layer.writeVarintField(5, extent);
  return Uint8Array.from(layer.finish());
}

function featureBytes({ form, tags, lines, commands }: MadeFeature, keys: readonly string[], values: readonly unknown[]): Uint8Array {
  const feature = new PbfWriter();
  feature.writePackedVarint(
    2,
    Object.entries(tags).flatMap(([key, value]) => [keys.indexOf(key), values.indexOf(value)]),
  );
  feature.writeVarintField(3, forms[form]);
  feature.writePackedVarint(4, [...(commands ?? commandsOf(form, lines))]);
  return Uint8Array.from(feature.finish());
}

function commandsOf(form: MadeFeature["form"], lines: MadeFeature["lines"]): number[] {
  const out: number[] = [];
  let [x, y] = [0, 0];
  const step = (to: readonly [number, number]): void => {
    out.push(zigzag(to[0] - x), zigzag(to[1] - y));
    [x, y] = to;
  };
  for (const line of lines) {
    out.push(1 | (1 << 3));
    step([line[0] ?? 0, line[1] ?? 0]);
    const rest = line.length / 2 - 1;
    if (rest > 0) out.push(2 | (rest << 3));
    for (let at = 1; at <= rest; at++) step([line[at * 2] ?? 0, line[at * 2 + 1] ?? 0]);
    if (form === "area") out.push(7 | (1 << 3));
  }
  return out;
}

const zigzag = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);

function valueBytes(value: string | number | boolean): Uint8Array {
  const writer = new PbfWriter();
  if (typeof value === "string") writer.writeStringField(1, value);
  else if (typeof value === "boolean") writer.writeBooleanField(7, value);
  else if (Number.isInteger(value)) writer.writeSVarintField(6, value);
  else writer.writeDoubleField(3, value);
  return Uint8Array.from(writer.finish());
}
