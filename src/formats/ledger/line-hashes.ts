/**
 * The hashes of format v1: body, head and sealed value. Each hashes a domain tag first, so that no text can
 * be taken for another kind of text. Described in docs/format/v1/README.md, with test vectors.
 */
import { encodeUtf8Into } from "../../core/bytes/utf8.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import { digestOf, type Digest, type Sha256 } from "../../core/hash/digest.ts";
import type { LineHead } from "../../core/ledger/ledger-line.ts";

/** `head.body`: over the salt and the canonical body in UTF-8. `salt` is 64 hex digits of fresh randomness. */
export function bodyDigest(sha256: Sha256, salt: string, canonicalBody: string): Digest {
  return hashed(sha256, `witnessmark-body-v1\n${salt}\n${canonicalBody}`);
}

/** What the next line names as `prev` and what a checkpoint signs. */
export function headDigest(sha256: Sha256, head: LineHead): Digest {
  return hashed(sha256, `witnessmark-head-v1\n${canonicalHead(head)}`);
}

/** Its members stand in order here, and none of them holds anything to escape. */
export function canonicalHead({ body, prev, seq, v }: LineHead): string {
  return `{"body":"${body}","prev":"${prev}","seq":${seq},"v":${v}}`;
}

/** What stands in a body for a value that can be withheld. */
export function sealedDigest(sha256: Sha256, salt: string, value: Json): Digest {
  return hashed(sha256, `witnessmark-value-v1\n${salt}\n${canonicalJson(value)}`);
}

/** Written over by every hash of a text that fits: memory of its own for each of them costs a tenth of reading a line. */
const scratch = new Uint8Array(256 * 1024);

/** Over the UTF-8 of `text`, which is well-formed: it was checked when it was made canonical. */
function hashed(sha256: Sha256, text: string): Digest {
  if (sha256.ofText !== undefined) return `sha256:${sha256.ofText(text)}`;
  const most = text.length * 3;
  const bytes = most <= scratch.length ? scratch : new Uint8Array(most);
  return digestOf(sha256(bytes.subarray(0, encodeUtf8Into(text, bytes, 0))));
}
