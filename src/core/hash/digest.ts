/** SHA-256 digests as the case format writes them, and the hash function as the pure layers receive it. */
import { z } from "zod";
import { toHex } from "../bytes/hex.ts";

export const Digest = z.templateLiteral(["sha256:", z.string().regex(/^[0-9a-f]{64}$/)]);
/** `sha256:` and 64 lower-case hexadecimal digits. Names an object in the vault, a head, a sealed value. */
export type Digest = z.infer<typeof Digest>;

const digestForm = /^sha256:[0-9a-f]{64}$/;

/** Whether the schema above would take it: for places that ask so often that a schema's answer is too slow. */
export function isDigest(value: unknown): value is Digest {
  return typeof value === "string" && digestForm.test(value);
}

/** SHA-256 (FIPS 180-4) of all bytes at once; 32 bytes. Passed in, since the pure layers hold no platform. */
export interface Sha256 {
  (bytes: Uint8Array): Uint8Array;
  /** 64 digits, over the UTF-8 of a well-formed text, where the platform has a quicker way than bytes there and back. */
  ofText?(text: string): string;
}

/** SHA-256 fed piece by piece, for files that do not fit in memory. `digest` ends it. */
export interface Sha256Stream {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

export function digestOf(hash: Uint8Array): Digest {
  return `sha256:${toHex(hash)}`;
}

/** The 64 digits alone: the object's file name. */
export function digitsOf(digest: Digest): string {
  return digest.slice("sha256:".length);
}

/** Where the object of this digest lies under `objects/`: two digits, then all 64. */
export function objectPathOf(digest: Digest): string {
  const digits = digitsOf(digest);
  return `${digits.slice(0, 2)}/${digits}`;
}

/** 64 zeros: what the first line names as the head before it. */
export const noDigest: Digest = `sha256:${"0".repeat(64)}`;
