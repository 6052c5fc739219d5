/**
 * The two files that somebody outside sends back, by any messenger: first what fixes their answer, signed by their key, later what
 * opens it. Both are small JSON; what does not fit is refused by name.
 */
import { z } from "zod";
import { decodeUtf8, encodeUtf8 } from "../bytes/utf8.ts";
import { BlindId } from "./blind.ts";
import { PacketMark } from "./packet-binding.ts";
import { PriorKnowledge } from "./prior-knowledge.ts";
import { CaseError } from "../case/case-error.ts";
import { CaseId } from "../entry/entry.ts";
import { Digest } from "../hash/digest.ts";
import { PublicKey, Signature } from "../key/key.ts";
import { QuestionId } from "../question/question.ts";
import { Answer } from "../review/answer.ts";

const about = { caseId: CaseId, question: QuestionId, blind: BlindId, commitment: Digest };

const by = {
  key: PublicKey,
  /** As they call themselves; nobody checked it. */
  name: z.string().min(1).max(200),
  signature: Signature,
};
const Salt = z.string().regex(/^[0-9a-f]{64}$/);

/** To a packet without a mark: nothing ties it to the bytes that were looked at. */
export const UnboundAnswerFile = z.strictObject({ format: z.literal("witnessmark-sealed-answer-v1"), ...about, ...by });

export const BoundAnswerFile = z.strictObject({
  format: z.literal("witnessmark-sealed-answer-v2"),
  ...about,
  packet: PacketMark,
  /** `words`: sealed by who answers, so that the signature holds over their hash alone. */
  prior: z.strictObject({ knew: PriorKnowledge, words: z.strictObject({ salt: Salt, value: z.string().max(2000) }).or(z.null()) }),
  ...by,
});
export type BoundAnswerFile = z.infer<typeof BoundAnswerFile>;

export const SealedAnswerFile = z.discriminatedUnion("format", [UnboundAnswerFile, BoundAnswerFile]);
export type SealedAnswerFile = z.infer<typeof SealedAnswerFile>;

export const RevealedAnswerFile = z.strictObject({
  format: z.literal("witnessmark-revealed-answer-v1"),
  ...about,
  salt: Salt,
  answer: Answer,
});
export type RevealedAnswerFile = z.infer<typeof RevealedAnswerFile>;

export const answerFileBytesAtMost = 64 * 1024;

/** Throws CaseError INPUT_INVALID. The messages say nothing of what stands in it. */
export function parseAnswerFile(bytes: Uint8Array): SealedAnswerFile | RevealedAnswerFile {
  if (bytes.length > answerFileBytesAtMost)
    throw new CaseError("INPUT_INVALID", `the answer file: expected at most ${answerFileBytesAtMost} bytes; found ${bytes.length}`);
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes) ?? "");
  } catch {
    throw new CaseError("INPUT_INVALID", "the answer file: expected JSON; found something else");
  }
  const read = z.discriminatedUnion("format", [UnboundAnswerFile, BoundAnswerFile, RevealedAnswerFile]).safeParse(value);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join(".") ?? "";
  throw new CaseError(
    "INPUT_INVALID",
    `the answer file: expected a sealed or a revealed answer of a version that this program knows; ${where === "" ? "it" : where} is something else`,
  );
}

export function writeAnswerFile(file: SealedAnswerFile | RevealedAnswerFile): Uint8Array {
  return encodeUtf8(`${JSON.stringify(file, undefined, 2)}\n`);
}
