/** The id of a key: the SHA-256 of its raw bytes. */
import { hash } from "node:crypto";
import type { Digest } from "../../core/hash/digest.ts";
import type { PublicKey } from "../../core/key/key.ts";

export function publicKeyDigest({ base64 }: PublicKey): Digest {
  return `sha256:${hash("sha256", Buffer.from(base64, "base64"))}`;
}
