/** A stretch of bytes that is scanned for itself: a file, a part of one, or what a packed or coded part holds. */
import type { ByteSource } from "./byte-source.ts";

export interface Layer {
  /** Path in the scanned folder. */
  readonly file: string;
  /** The way into the file; empty for the file itself. */
  readonly where: string;
  readonly source: ByteSource;
  readonly depth: number;
}

/** What an opener found in a layer. */
export type Opened =
  | { readonly part: string; readonly source: ByteSource; /** Words, whatever other bytes stand between them. */ readonly loose?: boolean }
  | { readonly part: string; readonly pixels: Pixels }
  | { readonly part: string; readonly words: string }
  | { readonly refused: string; readonly part: string };

/** A picture without a file's form around it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Buffer;
}

export function inside(layer: Layer, part: string): string {
  return (layer.where === "" ? part : `${layer.where} > ${part}`).slice(0, 380);
}
