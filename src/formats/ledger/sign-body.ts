/** Signatures inside a body (RFC 8032 Ed25519): over a domain tag, the case, the kind and the body without its signature. */
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import type { CaseId, EntryBody } from "../../core/entry/entry.ts";
import { digestOf, type Digest, type Sha256 } from "../../core/hash/digest.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import type { PublicKey, Signer, VerifyEd25519 } from "../../core/key/key.ts";

/** The key's id: SHA-256 of its 32 raw bytes. */
export function keyIdOf(sha256: Sha256, key: PublicKey): Digest {
  return digestOf(sha256(fromBase64(key.base64)));
}

function signedText(caseId: CaseId, body: EntryBody): Uint8Array {
  const { signature: _, ...unsigned } = body;
  return encodeUtf8(`witnessmark-signature-v1\n${caseId}\n${body.kind}\n${canonicalJson(unsigned as unknown as Json)}`);
}

export async function signBody(sha256: Sha256, signer: Signer, caseId: CaseId, body: EntryBody): Promise<EntryBody> {
  const value = toBase64(await signer.sign(signedText(caseId, body)));
  return { ...body, signature: { key: keyIdOf(sha256, signer.publicKey), value } };
}

/** Whether the body's signature was made by `key`. False when it has none or names another key. */
export async function bodySignatureHolds(
  sha256: Sha256,
  verify: VerifyEd25519,
  key: PublicKey,
  caseId: CaseId,
  body: EntryBody,
): Promise<boolean> {
  if (body.signature === undefined || body.signature.key !== keyIdOf(sha256, key)) return false;
  return verify(fromBase64(key.base64), signedText(caseId, body), fromBase64(body.signature.value));
}
