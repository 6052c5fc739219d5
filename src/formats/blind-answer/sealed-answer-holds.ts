/** Whether what somebody outside sealed is signed by the key that it names, and what of it goes into a line. */
import { fromBase64 } from "../../core/bytes/base64.ts";
import type { BoundAnswerFile, SealedAnswerFile } from "../../core/blind/answer-files.ts";
import { sealedOutsideText } from "../../core/blind/commitment.ts";
import { packetBinding } from "../../core/blind/packet-binding.ts";
import type { PriorSealed } from "../../core/blind/prior-knowledge.ts";
import type { OpenedValue } from "../../core/entry/entry.ts";
import type { Digest, Sha256 } from "../../core/hash/digest.ts";
import type { VerifyEd25519 } from "../../core/key/key.ts";
import { sealedDigest } from "../ledger/line-hashes.ts";
import { keyIdOf } from "../ledger/sign-body.ts";

/** Whether the key it names signed it for its case, question and review. Never throws. */
export async function sealedAnswerHolds(sha256: Sha256, verify: VerifyEd25519, file: SealedAnswerFile): Promise<boolean> {
  try {
    if (keyIdOf(sha256, file.key) !== file.signature.key) return false;
    const { caseId, question, blind, commitment } = file;
    const text = sealedOutsideText({ caseId, question, blind, ...boundParts(sha256, file) }, commitment);
    return await verify(fromBase64(file.key.base64), text, fromBase64(file.signature.value));
  } catch {
    return false;
  }
}

/** Binding of its packet, what its sender knew, and what opens their words; empty for an answer that is bound to no packet. */
export function boundParts(
  sha256: Sha256,
  file: SealedAnswerFile,
): { readonly packet?: Digest; readonly prior?: PriorSealed; readonly opens?: readonly OpenedValue[] } {
  if (file.format === "witnessmark-sealed-answer-v1") return {};
  const { prior, opens } = priorOf(sha256, file.prior);
  return { packet: packetBinding(sha256, file, file.packet), prior, opens };
}

/** Words that are sealed by who answers: the case takes them over as they are. */
export function priorOf(sha256: Sha256, { knew, words }: BoundAnswerFile["prior"]): { prior: PriorSealed; opens: readonly OpenedValue[] } {
  if (words === null) return { prior: { knew, words: null }, opens: [] };
  const digest = sealedDigest(sha256, words.salt, words.value);
  return { prior: { knew, words: { sealed: digest } }, opens: [{ digest, ...words }] };
}
