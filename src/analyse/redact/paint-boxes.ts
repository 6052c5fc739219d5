/**
 * Paints marked boxes over a decoded picture with one grey that depends on nothing: what lay under it is not blurred or coarsened but
 * gone, before an encoder sees the picture.
 */
import { boxAt, type FrameStay } from "../../core/redaction/box-at.ts";
import { coverRect, type PixelRect } from "../../core/redaction/cover-rect.ts";
import type { MarkToRender } from "../../core/redaction/redactor.port.ts";
import type { RedactionId } from "../../core/redaction/redaction.ts";
import type { FrameSize } from "../ffmpeg/small-frames.ts";

/** Of 255: darker than most of what is filmed by day, lighter than night. */
const grey = 65;
const noColour = 128;

export interface PaintedBox {
  readonly redaction: RedactionId;
  readonly rect: PixelRect;
}

/** What is covered on a frame. `size`: of the picture as shown, which boxes are shares of. */
export function boxesOn(marks: readonly MarkToRender[], stay: FrameStay, size: FrameSize): PaintedBox[] {
  return marks.flatMap(({ redaction, mark: { sort } }): PaintedBox[] => {
    const box = sort.what === "box" ? boxAt(sort, stay) : undefined;
    const rect = box === undefined ? null : coverRect(box, size);
    return rect === null ? [] : [{ redaction, rect }];
  });
}

/** `planes`: luma, then both colours at half the size. `full`: luma reaches from 0 to 255, not from 16 to 235. */
export function paintPlanes(planes: Uint8Array, { width, height }: FrameSize, rects: readonly PixelRect[], full: boolean): void {
  const luma = full ? grey : 16 + Math.round((grey * 219) / 255);
  const half = width >> 1;
  const colours = [width * height, width * height + half * (height >> 1)];
  for (const { left, top, right, bottom } of rects) {
    for (let row = top; row < bottom; row++) planes.fill(luma, row * width + left, row * width + right);
    for (const plane of colours)
      for (let row = top >> 1; row < (bottom + 1) >> 1; row++)
        planes.fill(noColour, plane + row * half + (left >> 1), plane + row * half + Math.min(half, (right + 1) >> 1));
  }
}

/** Three bytes a pixel. */
export function paintPixels(pixels: Uint8Array, { width }: FrameSize, rects: readonly PixelRect[]): void {
  for (const { left, top, right, bottom } of rects)
    for (let row = top; row < bottom; row++) pixels.fill(grey, (row * width + left) * 3, (row * width + right) * 3);
}
