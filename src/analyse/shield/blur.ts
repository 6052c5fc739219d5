/**
 * The blur that lists and strips show, done in the file and not by a style: at most 24 pixels on the longer side are kept
 * of any picture, then enlarged. At 24 pixels a face that fills half the height of a wide picture is some six pixels
 * high; people stop recognising even well-known faces below about 16 x 16 (Sinha et al. 2006, "Face recognition by
 * humans", result 1: 7 x 10 for known faces at best), and here a face gets fewer.
 */
import sharp from "sharp";

/** Longer side of all that is kept, pixels. */
export const keptPixels = 24;

export interface Pixels {
  /** Red, green, blue. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Sides that fit a shape into a longer side, never below one pixel. */
export function fitInside(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = longest / Math.max(1, width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Enlarges kept pixels smoothly. Refuses to be handed more than may be kept. */
export async function enlarge(kept: Pixels, width: number, height: number): Promise<Buffer> {
  if (Math.max(kept.width, kept.height) > keptPixels)
    throw new RangeError(`expected at most ${keptPixels} pixels a side to enlarge; found ${kept.width} x ${kept.height}`);
  const step = Math.max(width / kept.width, height / kept.height);
  return sharp(kept.data, { raw: { width: kept.width, height: kept.height, channels: 3 } })
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .blur(Math.max(0.5, step * 0.6))
    .raw()
    .toBuffer();
}

export function blurredJpeg(data: Buffer, width: number, height: number): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}
