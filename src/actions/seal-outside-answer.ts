/** Somebody outside answers a packet: the answer stays with them, what fixes it is signed by their key and goes back. */
import { toBase64 } from "../core/bytes/base64.ts";
import { toHex } from "../core/bytes/hex.ts";
import type { AnswerStore } from "../core/blind/answer-store.port.ts";
import { commitmentOf, sealedOutsideText } from "../core/blind/commitment.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseId } from "../core/entry/entry.ts";
import type { Sha256 } from "../core/hash/digest.ts";
import type { Signer } from "../core/key/key.ts";
import type { Answer } from "../core/review/answer.ts";
import { faultOfAnswer } from "../core/review/check-answer.ts";
import type { RevealedAnswerFile, SealedAnswerFile } from "../core/blind/answer-files.ts";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import { keyIdOf } from "../formats/ledger/sign-body.ts";
import type { RandomBytes } from "../formats/ledger/seal-value.ts";
import { refuseFault } from "./event-ports.ts";

export interface OutsidePorts {
  readonly name: string;
  readonly signer: Signer;
  readonly sha256: Sha256;
  readonly random: RandomBytes;
  answersOf(caseId: CaseId): AnswerStore;
}

/** Throws CaseError INPUT_INVALID, also where this person sealed an answer to it already. */
export async function sealOutsideAnswer(
  { name, signer, sha256, random, answersOf }: OutsidePorts,
  { caseId, question, blind, precision }: PacketDocument,
  answer: Answer,
): Promise<SealedAnswerFile> {
  refuseFault(`answer to question ${question}`, faultOfAnswer(answer, precision));
  const answers = answersOf(caseId);
  for (const held of answers.held())
    if ((await answers.find(held))?.blind === blind)
      throw new CaseError(
        "INPUT_INVALID",
        `blind review ${blind}: expected no answer of yours yet; found one sealed on this machine. A second one would not be taken.`,
      );
  const salt = toHex(random(32));
  const key = keyIdOf(sha256, signer.publicKey);
  const commitment = commitmentOf(sha256, { caseId, question, blind, answerer: key }, salt, answer);
  const value = toBase64(await signer.sign(sealedOutsideText({ caseId, question, blind }, commitment)));
  await answers.keep({ question, blind, commitment, salt, answer });
  const format = "witnessmark-sealed-answer-v1" as const;
  return { format, caseId, question, blind, commitment, key: signer.publicKey, name, signature: { key, value } };
}

/** What opens a sealed answer, from this person's own folder. Throws CaseError INPUT_INVALID. */
export async function revealOutsideAnswer(
  { answersOf }: Pick<OutsidePorts, "answersOf">,
  { caseId, question, blind, commitment }: SealedAnswerFile,
): Promise<RevealedAnswerFile> {
  const kept = await answersOf(caseId).find(commitment);
  if (kept === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${blind}: expected what opens this answer in your own configuration folder; found none. It lies where you sealed it.`,
    );
  return { format: "witnessmark-revealed-answer-v1", caseId, question, blind, commitment, salt: kept.salt, answer: kept.answer };
}
