/** Patches of a grey picture, compared by normalised cross-correlation: brightness and contrast may change, what is seen may not. */
import type { FrameSize } from "../ffmpeg/small-frames.ts";

export interface GreyPicture extends FrameSize {
  readonly luma: Uint8Array;
}

/** Middle and size in pixels of the grey picture. */
export interface PatchPlace {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Samples along each side of a patch, whatever its size. */
const side = 24;
const samples = side * side;

/** Without its mean and with length one; undefined where it is flat: a flat patch is found everywhere. */
export function patchOf(picture: GreyPicture, place: PatchPlace): Float32Array | undefined {
  const values = new Float32Array(samples);
  const { spread } = sample(picture, place, values);
  return spread < leastSpread ? undefined : values;
}

/** Mean deviation of a patch, grey levels, below which it is flat. */
const leastSpread = 2.5;

/** 1 for the same patch, near 0 for another one. */
export function likeness(picture: GreyPicture, place: PatchPlace, patch: Float32Array, room: Float32Array): number {
  if (sample(picture, place, room).spread < leastSpread / 2) return 0;
  let sum = 0;
  for (let n = 0; n < samples; n++) sum += (room[n] as number) * (patch[n] as number);
  return sum;
}

export const patchRoom = (): Float32Array => new Float32Array(samples);

function sample({ luma, width, height }: GreyPicture, { x, y, w, h }: PatchPlace, into: Float32Array): { spread: number } {
  let mean = 0;
  for (let row = 0; row < side; row++) {
    const atY = Math.min(height - 1.001, Math.max(0, y + h * ((row + 0.5) / side - 0.5)));
    const top = Math.floor(atY);
    const downShare = atY - top;
    for (let column = 0; column < side; column++) {
      const atX = Math.min(width - 1.001, Math.max(0, x + w * ((column + 0.5) / side - 0.5)));
      const left = Math.floor(atX);
      const rightShare = atX - left;
      const at = top * width + left;
      const above = (luma[at] as number) * (1 - rightShare) + (luma[at + 1] as number) * rightShare;
      const below = (luma[at + width] as number) * (1 - rightShare) + (luma[at + width + 1] as number) * rightShare;
      const value = above * (1 - downShare) + below * downShare;
      into[row * side + column] = value;
      mean += value;
    }
  }
  mean /= samples;
  let [square, away] = [0, 0];
  for (let n = 0; n < samples; n++) {
    const value = (into[n] as number) - mean;
    into[n] = value;
    square += value * value;
    away += Math.abs(value);
  }
  const length = Math.sqrt(square);
  if (length > 0) for (let n = 0; n < samples; n++) into[n] = (into[n] as number) / length;
  return { spread: away / samples };
}
