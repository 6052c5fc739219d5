/** SHA-256 (FIPS 180-4) and randomness of this platform, as the pure layers receive them. */
import { createHash, hash, randomBytes } from "node:crypto";
import type { Digest, Sha256, Sha256Stream } from "../core/hash/digest.ts";
import type { RandomBytes } from "../formats/ledger/seal-value.ts";

export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

export const random: RandomBytes = (count) => randomBytes(count);

export function sha256Stream(): Sha256Stream {
  const running = createHash("sha256");
  return { update: (bytes) => void running.update(bytes), digest: () => running.digest() };
}

/** Digest of bytes that are all at hand. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return `sha256:${hash("sha256", bytes, "hex")}`;
}
