/** Shapes as they lie in an index: whole ten-millionths of a degree, each the difference to the one before, seven bits a byte. */
import type { ExtractShape } from "../../core/map-extract/extract-shape.ts";

/** Longitude and latitude in turn. */
export type IntPath = readonly number[] | Int32Array;

/** Throws nothing: what it is given are whole numbers on the earth. */
export function encodePaths(kind: "line" | "area", paths: readonly IntPath[]): Uint8Array {
  const corners = paths.reduce((sum, path) => sum + path.length, 0);
  const out = new Uint8Array(8 + paths.length * 5 + corners * 5);
  let at = 0;
  const put = (value: number) => {
    while (value >= 128) {
      out[at++] = (value % 128) | 128;
      value = Math.floor(value / 128);
    }
    out[at++] = value;
  };
  put(kind === "line" ? 1 : 2);
  put(paths.length);
  let [lon, lat] = [0, 0];
  for (const path of paths) {
    put(path.length / 2);
    for (let i = 0; i < path.length; i += 2) {
      put(zigzag((path[i] as number) - lon));
      put(zigzag((path[i + 1] as number) - lat));
      [lon, lat] = [path[i] as number, path[i + 1] as number];
    }
  }
  return out.slice(0, at);
}

function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

/** Undefined for bytes that are no shape: an index is derived, and may be damaged. */
export function decodeShape(bytes: Uint8Array): ExtractShape | undefined {
  let at = 0;
  const take = (): number => {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined || scale > 2 ** 49) return Number.NaN;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const turned = (value: number) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
  const kind = take();
  const count = take();
  if ((kind !== 1 && kind !== 2) || !(count <= bytes.length)) return undefined;
  const paths: Float64Array[] = [];
  let [lon, lat] = [0, 0];
  for (let n = 0; n < count; n++) {
    const corners = take();
    if (!(corners <= bytes.length)) return undefined;
    const path = new Float64Array(corners * 2);
    for (let i = 0; i < path.length; i += 2) {
      lon += turned(take());
      lat += turned(take());
      path[i] = lon / 1e7;
      path[i + 1] = lat / 1e7;
    }
    paths.push(path);
  }
  if (!Number.isFinite(lon + lat) || at !== bytes.length) return undefined;
  return { kind: kind === 1 ? "line" : "area", paths };
}
