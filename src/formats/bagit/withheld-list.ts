/**
 * `data/withheld.json`: what a pack leaves out and why, signed by who left it out. Canonical JSON and LF. It names lines
 * by their number and values by the digest that stands in the body; neither tells what was there.
 */
import { z } from "zod";
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseId } from "../../core/entry/entry.ts";
import { Digest, type Sha256 } from "../../core/hash/digest.ts";
import { canonicalJson, type Json, parseCanonicalJson } from "../../core/json/canonical-json.ts";
import { PersonId, type PublicKey, Signature, type Signer, type VerifyEd25519 } from "../../core/key/key.ts";
import { keyIdOf } from "../ledger/sign-body.ts";

const Seq = z.number().int().min(1);
const Why = {
  /** Where the line, or the line that names the thing, stands. */
  seq: Seq,
  /** "entry": left out on request; "consent": whoever gave it took consent back; "name": who people, machines and places of collection are; "restricted": kept apart in the case itself; "edition": a public edition keeps it back. */
  category: z.enum(["entry", "name", "restricted", "consent", "edition"]),
  reason: z.string(),
  by: PersonId,
};

export const WithheldList = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  seq: Seq,
  head: Digest,
  lines: z.array(z.strictObject(Why)),
  values: z.array(z.strictObject({ ...Why, sealed: Digest })),
  /** Objects that lines in the pack still name although the line that brought them is withheld. */
  objects: z.array(z.strictObject({ ...Why, object: Digest })),
  signature: Signature,
});
export type WithheldList = z.infer<typeof WithheldList>;
export type UnsignedWithheldList = Omit<WithheldList, "signature">;

export async function signWithheldList(sha256: Sha256, signer: Signer, list: UnsignedWithheldList): Promise<Uint8Array> {
  const signature = { key: keyIdOf(sha256, signer.publicKey), value: toBase64(await signer.sign(signedText(list))) };
  return encodeUtf8(`${canonicalJson({ ...list, signature } as unknown as Json)}\n`);
}

/** Undefined when it is not exactly what `signWithheldList` writes. */
export function readWithheldList(text: string): WithheldList | undefined {
  try {
    const list = WithheldList.safeParse(parseCanonicalJson(text.slice(0, -1)));
    return list.success && text.endsWith("\n") ? list.data : undefined;
  } catch {
    return undefined;
  }
}

export async function withheldSignatureHolds(verify: VerifyEd25519, key: PublicKey, list: WithheldList): Promise<boolean> {
  const { signature, ...unsigned } = list;
  let value: Uint8Array;
  try {
    value = fromBase64(signature.value);
  } catch {
    return false;
  }
  return verify(fromBase64(key.base64), signedText(unsigned), value);
}

function signedText(list: UnsignedWithheldList): Uint8Array {
  return encodeUtf8(`witnessmark-withheld-v1\n${list.caseId}\n${canonicalJson(list as unknown as Json)}`);
}
