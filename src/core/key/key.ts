/** Keys that bind a person's acts. A key proves control of a key, not who the person is. */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";

export const PersonId = z.templateLiteral(["p", z.string().regex(/^[1-9][0-9]*$/)]);
/** Opaque, local to the case. Names are sealed values. */
export type PersonId = z.infer<typeof PersonId>;

/** Raw Ed25519 public key (RFC 8032), base64. */
export const PublicKey = z.strictObject({ algorithm: z.literal("Ed25519"), base64: z.string().length(44) });
export type PublicKey = z.infer<typeof PublicKey>;

/** `key` is the SHA-256 of the raw public key; `value` the 64-byte signature, base64. */
export const Signature = z.strictObject({ key: Digest, value: z.string().length(88) });
export type Signature = z.infer<typeof Signature>;

/** Signs on behalf of the person at this machine. The private half never enters a case. */
export interface Signer {
  readonly publicKey: PublicKey;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Whether `signature` (64 bytes) over `message` was made by `publicKey` (32 bytes). Never throws. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
