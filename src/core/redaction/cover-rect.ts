/**
 * The pixels that a box covers: every pixel that it touches, a few more around it, and whole blocks of colour, because colour is
 * stored once for four pixels and a block that is covered in part would keep the colour of what lies under it.
 */
import type { ShareBox } from "./redaction.ts";

export interface PixelRect {
  readonly left: number;
  readonly top: number;
  /** Just past the last column and row. */
  readonly right: number;
  readonly bottom: number;
}

/** Pixels around a box: what was filmed is soft past an edge that a person drew, and an encoder mixes both sides of an edge. */
export const padding = 4;
const colourBlock = 2;

/** Null for a box that lies outside the picture altogether. */
export function coverRect(
  { x, y, w, h }: ShareBox,
  { width, height }: { readonly width: number; readonly height: number },
): PixelRect | null {
  const down = (at: number): number => Math.max(0, Math.floor((Math.floor(at) - padding) / colourBlock) * colourBlock);
  const up = (at: number, most: number): number => Math.min(most, Math.ceil((Math.ceil(at) + padding) / colourBlock) * colourBlock);
  const rect = {
    left: down(x * width),
    top: down(y * height),
    right: up((x + w) * width, width),
    bottom: up((y + h) * height, height),
  };
  return rect.right > rect.left && rect.bottom > rect.top ? rect : null;
}
