/**
 * What fixes an answer before anybody can compare it: a hash over case, question, blind review, who answers, a salt and the answer.
 * Copied to another case, question, review or person it opens nothing. docs/format/v1 has the text and a test vector.
 */
import { encodeUtf8 } from "../bytes/utf8.ts";
import type { CaseId } from "../entry/entry.ts";
import { digestOf, type Digest } from "../hash/digest.ts";
import { canonicalJson, type Json } from "../json/canonical-json.ts";
import type { PersonId } from "../key/key.ts";
import type { QuestionId } from "../question/question.ts";
import type { Answer } from "../review/answer.ts";
import type { BlindId } from "./blind.ts";

/** A person of the case, or the id of the key of somebody outside. */
export type Answerer = PersonId | Digest;

export interface AnswerPlace {
  readonly caseId: CaseId;
  readonly question: QuestionId;
  readonly blind: BlindId;
  readonly answerer: Answerer;
}

/** `salt`: 64 hexadecimal digits of fresh randomness. */
export function commitmentOf(sha256: (bytes: Uint8Array) => Uint8Array, place: AnswerPlace, salt: string, answer: Answer): Digest {
  const { caseId, question, blind, answerer } = place;
  const canonical = canonicalJson(answer as unknown as Json);
  return digestOf(sha256(encodeUtf8(`witnessmark-answer-v1\n${caseId}\n${question}\n${blind}\n${answerer}\n${salt}\n${canonical}`)));
}

/** What somebody outside signs with their key: their answer cannot be sealed here by another name. */
export function sealedOutsideText({ caseId, question, blind }: Omit<AnswerPlace, "answerer">, commitment: Digest): Uint8Array {
  return encodeUtf8(`witnessmark-sealed-answer-v1\n${caseId}\n${question}\n${blind}\n${commitment}`);
}
