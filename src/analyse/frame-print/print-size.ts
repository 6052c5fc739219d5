/** Size of the small grey picture that every print of a frame is made from. */

/**
 * Longer side, pixels. Shrinking to it inside the decoder costs a tenth of a millisecond a 1080p frame, and what it leaves
 * holds the landmarks, the bars to a quarter of a percent and the exact means that the hash is made from.
 */
export const printLength = 256;

export interface PrintSize {
  readonly width: number;
  readonly height: number;
}

/** In the proportions of the picture as shown; smaller pictures are enlarged, so that all prints are made alike. */
export function printSize(displayWidth: number, displayHeight: number): PrintSize {
  const by = printLength / Math.max(displayWidth, displayHeight);
  return { width: Math.max(1, Math.round(displayWidth * by)), height: Math.max(1, Math.round(displayHeight * by)) };
}
