/**
 * A sample in 8 bits on a scale of logarithms, finer near zero (after ITU-T G.711, with a steeper curve): its noise lies 34 dB below
 * the sound at any loudness above -90 dB of full scale, far below what two microphones have in common.
 */

const steepness = 4095;
const scale = 127 / Math.log1p(steepness);

/** Sample of each code. */
export const sampleOfCode = Float32Array.from({ length: 256 }, (_, code) => {
  const level = code - 128;
  return (Math.sign(level) * Math.expm1(Math.abs(level) / scale)) / steepness;
});

/** Codes of samples in steps of 2^-14 from -2 to 2: a logarithm a sample would take as long as all the rest. */
const tableReach = 2 << 14;
const codeTable = Uint8Array.from({ length: 2 * tableReach + 1 }, (_, i) => {
  const sample = (i - tableReach) / (1 << 14);
  return 128 + Math.sign(sample) * Math.min(127, Math.round(scale * Math.log1p(steepness * Math.abs(sample))));
});

/** Finer than the table near zero, where steps of codes are. */
const fineReach = 1 << 11;
const fineScale = 1 << 18;
const fineTable = Uint8Array.from({ length: 2 * fineReach + 1 }, (_, i) => {
  const sample = (i - fineReach) / fineScale;
  return 128 + Math.sign(sample) * Math.round(scale * Math.log1p(steepness * Math.abs(sample)));
});

/** Of a sample within 1,000 times full scale. */
export function codeOf(sample: number): number {
  const fine = (sample * fineScale + fineReach + 0.5) | 0;
  if (fine >= 0 && fine <= 2 * fineReach) return fineTable[fine]!;
  const at = (sample * (1 << 14) + tableReach + 0.5) | 0;
  return codeTable[at > 2 * tableReach ? 2 * tableReach : at < 0 ? 0 : at]!;
}
