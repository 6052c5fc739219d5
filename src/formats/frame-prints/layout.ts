/** Where what stands in a file of frame prints: docs/formats/frame-prints.md. Little-endian throughout. */
import { hashBytes, thumbBytes } from "../../core/copies/frame-prints.ts";

/** Latin letters, 28 bytes. */
export const magic = "witnessmark-frame-prints-v1\n";
/** Bytes before the first column. */
export const headBytes = 64;
export const at = {
  width: 28,
  height: 32,
  still: 36,
  frames: 40,
  shots: 44,
  innerHashes: 48,
  landmarkFrames: 52,
  landmarks: 56,
  reserved: 60,
} as const;

/** Bytes of one of each. */
export const frameBytes = 8 + 1 + hashBytes + thumbBytes;
export const shotBytes = 4 * 5;
export const landmarkFrameBytes = 4 * 2;
export const landmarkBytes = 4 * 2 + 2 + 1 + 32;

export const whole = 1_000_000;

export interface Counts {
  readonly frames: number;
  readonly shots: number;
  readonly innerHashes: number;
  readonly landmarkFrames: number;
  readonly landmarks: number;
}

export function lengthOf({ frames, shots, innerHashes, landmarkFrames, landmarks }: Counts): number {
  return (
    headBytes +
    frames * frameBytes +
    shots * shotBytes +
    innerHashes * hashBytes +
    landmarkFrames * landmarkFrameBytes +
    landmarks * landmarkBytes
  );
}
