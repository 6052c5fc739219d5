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
import type { PriorSealed } from "./prior-knowledge.ts";

/** A person of the case, or the id of the key of somebody outside. */
export type Answerer = PersonId | Digest;

export interface AnswerPlace {
  readonly caseId: CaseId;
  readonly question: QuestionId;
  readonly blind: BlindId;
  readonly answerer: Answerer;
  /** Binding of the packet that is answered; none of answers inside the case, and of packets that have none. */
  readonly packet?: Digest | undefined;
}

/** `salt`: 64 hexadecimal digits of fresh randomness. */
export function commitmentOf(sha256: (bytes: Uint8Array) => Uint8Array, place: AnswerPlace, salt: string, answer: Answer): Digest {
  const { caseId, question, blind, answerer, packet } = place;
  const canonical = canonicalJson(answer as unknown as Json);
  const about = `${caseId}\n${question}\n${blind}\n${answerer}`;
  const text =
    packet === undefined
      ? `witnessmark-answer-v1\n${about}\n${salt}\n${canonical}`
      : `witnessmark-answer-v2\n${about}\n${packet}\n${salt}\n${canonical}`;
  return digestOf(sha256(encodeUtf8(text)));
}

/** What somebody outside signs with their key: their answer cannot be sealed here by another name. */
export function sealedOutsideText(
  { caseId, question, blind, packet, prior }: Omit<AnswerPlace, "answerer"> & { readonly prior?: PriorSealed | undefined },
  commitment: Digest,
): Uint8Array {
  if (packet === undefined || prior === undefined)
    return encodeUtf8(`witnessmark-sealed-answer-v1\n${caseId}\n${question}\n${blind}\n${commitment}`);
  const said = `${prior.knew}\n${prior.words?.sealed ?? "-"}`;
  return encodeUtf8(`witnessmark-sealed-answer-v2\n${caseId}\n${question}\n${blind}\n${packet}\n${said}\n${commitment}`);
}
