/** Whether what somebody outside sealed is signed by the key that it names. */
import { fromBase64 } from "../../core/bytes/base64.ts";
import type { SealedAnswerFile } from "../../core/blind/answer-files.ts";
import { sealedOutsideText } from "../../core/blind/commitment.ts";
import type { Sha256 } from "../../core/hash/digest.ts";
import type { VerifyEd25519 } from "../../core/key/key.ts";
import { keyIdOf } from "../ledger/sign-body.ts";

/** Whether the key it names signed it for its case, question and review. Never throws. */
export async function sealedAnswerHolds(sha256: Sha256, verify: VerifyEd25519, file: SealedAnswerFile): Promise<boolean> {
  try {
    if (keyIdOf(sha256, file.key) !== file.signature.key) return false;
    return await verify(fromBase64(file.key.base64), sealedOutsideText(file, file.commitment), fromBase64(file.signature.value));
  } catch {
    return false;
  }
}
