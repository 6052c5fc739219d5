/** Where what stands in a file of sound prints: docs/formats/sound-prints.md. Little-endian throughout. */

/** Latin letters, 28 bytes. */
export const magic = "witnessmark-sound-prints-v1\n";
/** Bytes before the first column. */
export const headBytes = 80;
export const at = {
  landmarks: 28,
  durationSec: 32,
  startSec: 40,
  hopSec: 48,
  audible: 56,
  hops: 64,
  bands: 68,
  fineRate: 72,
  fineBytes: 76,
} as const;
export const bytesPerLandmark = 4 + 2 + 1;
/** The highest tone: 4,000 Hz, six octaves of 256 steps above 62.5 Hz. */
export const highestTone = 1536;
/** A week: longer than any sound that is decoded. */
export const longestSec = 7 * 86_400;
export const mostBands = 64;
