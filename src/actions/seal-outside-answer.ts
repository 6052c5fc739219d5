/** Somebody outside answers a packet: the answer stays with them, what fixes it is signed by their key and goes back. */
import { toBase64 } from "../core/bytes/base64.ts";
import { toHex } from "../core/bytes/hex.ts";
import type { AnswerStore, KeptAnswer } from "../core/blind/answer-store.port.ts";
import type { BlindId } from "../core/blind/blind.ts";
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
  ports: OutsidePorts,
  { caseId, question, blind, precision }: PacketDocument,
  answer: Answer,
): Promise<SealedAnswerFile> {
  const { signer, sha256, random, answersOf } = ports;
  refuseFault(`answer to question ${question}`, faultOfAnswer(answer, precision));
  const answers = answersOf(caseId);
  if ((await heldAnswer(answers, blind)) !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${blind}: expected no answer of yours yet; found one sealed on this machine. A second one would not be taken.`,
    );
  const salt = toHex(random(32));
  const key = keyIdOf(sha256, signer.publicKey);
  const commitment = commitmentOf(sha256, { caseId, question, blind, answerer: key }, salt, answer);
  const kept: KeptAnswer = { question, blind, commitment, salt, answer };
  const sealed = await fileOf(ports, caseId, kept);
  await answers.keep(kept);
  return sealed;
}

/**
 * The file that fixes an answer which this person sealed before, written anew: whoever was stopped before it was there, or lost it,
 * sends the first answer and no other. Undefined where none is held. Throws CaseError INPUT_INVALID where another key sealed it.
 */
export async function sealedBefore(
  ports: OutsidePorts,
  { caseId, blind, question }: PacketDocument,
): Promise<SealedAnswerFile | undefined> {
  const kept = await heldAnswer(ports.answersOf(caseId), blind);
  if (kept === undefined) return undefined;
  const key = keyIdOf(ports.sha256, ports.signer.publicKey);
  if (commitmentOf(ports.sha256, { caseId, question, blind, answerer: key }, kept.salt, kept.answer) !== kept.commitment)
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${blind}: expected the answer that you sealed to be of your key and of this question; found another. A second one would not be taken.`,
    );
  return fileOf(ports, caseId, kept);
}

async function fileOf({ name, signer, sha256 }: OutsidePorts, caseId: CaseId, kept: KeptAnswer): Promise<SealedAnswerFile> {
  const { question, blind, commitment } = kept;
  const value = toBase64(await signer.sign(sealedOutsideText({ caseId, question, blind }, commitment)));
  const signature = { key: keyIdOf(sha256, signer.publicKey), value };
  return { format: "witnessmark-sealed-answer-v1", caseId, question, blind, commitment, key: signer.publicKey, name, signature };
}

/** A file beside it that cannot be read is of another answer, and is left as it lies. */
async function heldAnswer(answers: AnswerStore, blind: BlindId): Promise<KeptAnswer | undefined> {
  for (const commitment of answers.held()) {
    const kept = await answers.find(commitment).catch(() => undefined);
    if (kept?.blind === blind) return kept;
  }
  return undefined;
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
