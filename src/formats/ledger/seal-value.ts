/** Sealing a value: the body keeps a salted hash, the value travels beside it and can be withheld. */
import { toHex } from "../../core/bytes/hex.ts";
import type { OpenedValue, Sealed } from "../../core/entry/entry.ts";
import type { Sha256 } from "../../core/hash/digest.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import { sealedDigest } from "./line-hashes.ts";

/** Fresh random bytes from the platform. */
export type RandomBytes = (count: number) => Uint8Array;

/** Seals `value` under 32 fresh random bytes: `sealed` goes into the body, `opened` into the line's open map or the private store. */
export function sealValue(sha256: Sha256, random: RandomBytes, value: Json): { sealed: Sealed; opened: OpenedValue } {
  const salt = toHex(random(32));
  const digest = sealedDigest(sha256, salt, value);
  return { sealed: { sealed: digest }, opened: { digest, salt, value } };
}
