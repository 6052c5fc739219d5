/** Somebody outside answers a packet: the answer stays with them, what fixes it is signed by their key and goes back. */
import { toBase64 } from "../core/bytes/base64.ts";
import { toHex } from "../core/bytes/hex.ts";
import type { AnswerStore, HeldAnswer, KeptAnswer } from "../core/blind/answer-store.port.ts";
import type { BlindId } from "../core/blind/blind.ts";
import { commitmentOf, sealedOutsideText } from "../core/blind/commitment.ts";
import { packetBinding } from "../core/blind/packet-binding.ts";
import { demandPrior, type PriorDeclared } from "../core/blind/prior-knowledge.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseId } from "../core/entry/entry.ts";
import type { Digest, Sha256 } from "../core/hash/digest.ts";
import type { Signer } from "../core/key/key.ts";
import type { Answer } from "../core/review/answer.ts";
import { faultOfAnswer } from "../core/review/check-answer.ts";
import type { RevealedAnswerFile, SealedAnswerFile } from "../core/blind/answer-files.ts";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import { priorOf } from "../formats/blind-answer/sealed-answer-holds.ts";
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

export interface OutsideAnswer {
  readonly answer: Answer;
  /** Demanded for a packet that has a mark; the file that answers an older one has no place for it. */
  readonly prior: PriorDeclared | null;
}

/** Throws CaseError INPUT_INVALID, also where this person sealed an answer to it already. */
export async function sealOutsideAnswer(
  ports: OutsidePorts,
  packet: PacketDocument,
  { answer, prior }: OutsideAnswer,
): Promise<SealedAnswerFile> {
  const { caseId, question, blind, precision } = packet;
  const { signer, sha256, random, answersOf } = ports;
  refuseFault(`answer to question ${question}`, faultOfAnswer(answer, precision));
  const outside = outsideOf(ports, packet, prior);
  const answers = answersOf(caseId);
  if ((await heldAnswer(answers, blind)) !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${blind}: expected no answer of yours yet; found one sealed on this machine. A second one would not be taken.`,
    );
  const salt = toHex(random(32));
  const key = keyIdOf(sha256, signer.publicKey);
  const place = { caseId, question, blind, answerer: key, packet: bindingOf(ports, packet, outside) };
  const commitment = commitmentOf(sha256, place, salt, answer);
  const kept: KeptAnswer = { question, blind, commitment, salt, answer, ...(outside === undefined ? {} : { outside }) };
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
  const answers = ports.answersOf(caseId);
  const held = await heldAnswer(answers, blind);
  const kept = held === undefined ? undefined : await answers.find(held.commitment);
  if (kept === undefined) return undefined;
  const key = keyIdOf(ports.sha256, ports.signer.publicKey);
  const place = { caseId, question, blind, answerer: key, packet: bindingOf(ports, { caseId, question, blind }, kept.outside) };
  if (commitmentOf(ports.sha256, place, kept.salt, kept.answer) !== kept.commitment)
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${blind}: expected the answer that you sealed to be of your key and of this question; found another. A second one would not be taken.`,
    );
  return fileOf(ports, caseId, kept);
}

async function fileOf({ name, signer, sha256 }: OutsidePorts, caseId: CaseId, kept: KeptAnswer): Promise<SealedAnswerFile> {
  const { question, blind, commitment, outside } = kept;
  const packet = bindingOf({ sha256 }, { caseId, question, blind }, outside);
  const prior = outside === undefined ? undefined : priorOf(sha256, outside.prior).prior;
  const value = toBase64(await signer.sign(sealedOutsideText({ caseId, question, blind, packet, prior }, commitment)));
  const by = { key: signer.publicKey, name, signature: { key: keyIdOf(sha256, signer.publicKey), value } };
  const about = { caseId, question, blind, commitment };
  if (outside === undefined) return { format: "witnessmark-sealed-answer-v1", ...about, ...by };
  return { format: "witnessmark-sealed-answer-v2", ...about, ...outside, ...by };
}

function outsideOf({ random }: OutsidePorts, packet: PacketDocument, prior: PriorDeclared | null): KeptAnswer["outside"] {
  if (packet.format === "witnessmark-blind-packet-v1") return undefined;
  const { knew, words } = demandPrior(`answer to question ${packet.question}`, prior);
  const { nonce, content } = packet;
  return { packet: { nonce, content }, prior: { knew, words: words === "" ? null : { salt: toHex(random(32)), value: words } } };
}

function bindingOf(
  { sha256 }: Pick<OutsidePorts, "sha256">,
  asked: Pick<PacketDocument, "caseId" | "question" | "blind">,
  outside: KeptAnswer["outside"],
): Digest | undefined {
  return outside === undefined ? undefined : packetBinding(sha256, asked, outside.packet);
}

/** What is sealed here already to this review, whether or not it can be opened now. */
async function heldAnswer(answers: AnswerStore, blind: BlindId): Promise<HeldAnswer | undefined> {
  return (await answers.held()).find((one) => one.blind === blind);
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
