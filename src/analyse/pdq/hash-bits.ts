/** A PDQ hash as bytes and in print: 256 bits, the highest row and column first, as the published hexadecimal form has it. */
import { hashBytes } from "../../core/copies/frame-prints.ts";
import { coefficientCount } from "./cosine-transform.ts";

const sorted = new Float64Array(coefficientCount);

/** A bit for each coefficient above the median. Of an even number, the median is the lower of the two in the middle, so up to 128 bits are set. */
export function hashOfCoefficients(coefficients: Float64Array, hash: Uint8Array = new Uint8Array(hashBytes)): Uint8Array {
  sorted.set(coefficients);
  sorted.sort();
  const median = sorted[coefficientCount / 2 - 1] as number;
  for (let byte = 0; byte < hashBytes; byte += 1) {
    let bits = 0;
    const last = coefficientCount - 1 - byte * 8;
    for (let bit = 0; bit < 8; bit += 1) bits = (bits << 1) | ((coefficients[last - bit] as number) > median ? 1 : 0);
    hash[byte] = bits;
  }
  return hash;
}

export function hashToHex(hash: Uint8Array): string {
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Undefined for what is not 64 hexadecimal digits. */
export function hashFromHex(text: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{64}$/i.test(text)) return undefined;
  return Uint8Array.from({ length: hashBytes }, (_, n) => Number.parseInt(text.slice(2 * n, 2 * n + 2), 16));
}

const bitsOf = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll("0", "").length);

/** How many of the 256 bits differ; the hashes may lie inside longer columns. */
export function hammingDistance(a: Uint8Array, b: Uint8Array, aFrom = 0, bFrom = 0): number {
  let distance = 0;
  for (let n = 0; n < hashBytes; n += 1) distance += bitsOf[(a[aFrom + n] as number) ^ (b[bFrom + n] as number)] as number;
  return distance;
}
