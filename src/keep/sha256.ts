/** SHA-256 (FIPS 180-4) and randomness of this platform, as the pure layers receive them. */
import { hash, randomBytes } from "node:crypto";
import type { Digest, Sha256 } from "../core/hash/digest.ts";
import type { RandomBytes } from "../formats/ledger/seal-value.ts";

export const sha256: Sha256 = Object.assign((bytes: Uint8Array) => hash("sha256", bytes, "buffer"), {
  ofText: (text: string) => hash("sha256", text, "hex"),
});

/** Bytes fetched from the system at once: a call for each of the salts of 20,000 lines takes a second of its own. */
const poolBytes = 16 * 1024;
let pool = Buffer.alloc(0);

/** Fresh random bytes of the caller's own. What was handed out is gone from the pool. */
export const random: RandomBytes = (count) => {
  if (count > poolBytes) return new Uint8Array(randomBytes(count));
  if (pool.length < count) pool = randomBytes(poolBytes);
  const bytes = new Uint8Array(pool.subarray(0, count));
  pool.fill(0, 0, count);
  pool = pool.subarray(count);
  return bytes;
};

/** Digest of bytes that are all at hand. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return `sha256:${hash("sha256", bytes, "hex")}`;
}
