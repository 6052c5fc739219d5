/** Sums for boxes in shares of the picture: moved and resized, never out of it and never without an area. */
import type { ShareBox } from "../../core/redaction/redaction.ts";

/** About five pixels of a picture of 1080 lines. */
const least = 0.005;
const round = (share: number): number => Math.round(share * 1e6) / 1e6;
const within = (share: number, low: number, high: number): number => Math.min(high, Math.max(low, share));

export function movedBox({ x, y, w, h }: ShareBox, byX: number, byY: number): ShareBox {
  return { x: round(within(x + byX, 0, 1 - w)), y: round(within(y + byY, 0, 1 - h)), w, h };
}

export type Corner = "nw" | "ne" | "sw" | "se";

/** The corner goes where it is dragged; the one across from it stays. */
export function resizedBox({ x, y, w, h }: ShareBox, corner: Corner, toX: number, toY: number): ShareBox {
  const [right, bottom] = [x + w, y + h];
  const left = corner.endsWith("w") ? within(toX, 0, right - least) : x;
  const top = corner.startsWith("n") ? within(toY, 0, bottom - least) : y;
  const newRight = corner.endsWith("e") ? within(toX, x + least, 1) : right;
  const newBottom = corner.startsWith("s") ? within(toY, y + least, 1) : bottom;
  return { x: round(left), y: round(top), w: round(newRight - left), h: round(newBottom - top) };
}

export function grownBox(box: ShareBox, byW: number, byH: number): ShareBox {
  const { x, y, w, h } = box;
  return { x, y, w: round(within(w + byW, least, 1 - x)), h: round(within(h + byH, least, 1 - y)) };
}
