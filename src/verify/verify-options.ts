/** What verifying is given besides the files: the platform's arithmetic, and what a person knows from elsewhere. */
import type { DecodeUtf8 } from "../core/bytes/utf8.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { Sha256, Sha256Stream } from "../core/hash/digest.ts";
import type { VerifyEd25519 } from "../core/key/key.ts";
import type { TokenCrypto } from "../formats/timestamp/token-crypto.ts";

export interface VerifyPlatform {
  readonly sha256: Sha256;
  readonly sha256Stream: () => Sha256Stream;
  readonly verifyEd25519: VerifyEd25519;
  /** Where the platform reads UTF-8 faster than the domain, and as strictly. */
  readonly decodeUtf8?: DecodeUtf8;
  /** Web Crypto, for time-stamp tokens; without it they are reported as not checked. */
  readonly crypto?: TokenCrypto | undefined;
}

export interface VerifyOptions {
  /** A head told by another way than these files: `sha256:...` or its short code. */
  readonly expect?: string | undefined;
  /** Signed notes over heads of this case that were kept elsewhere: whole text of each. */
  readonly checkpoints?: readonly string[] | undefined;
  /** Keys told by another way: their ids (`sha256:...`, over the raw public key). A history that none of them signed counts as rewritten. */
  readonly toldKeys?: readonly string[] | undefined;
  readonly signal?: Cancellation | undefined;
  /** `share` is 0..1 of the bytes to read. */
  readonly onProgress?: ((share: number | "unknown", detail: string) => void) | undefined;
}
