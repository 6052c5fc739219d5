/** Where a person's own sealed answers wait for their reveal: outside of every case, readable by that person alone. */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import type { KeyProtection } from "../key/key-protection.ts";
import { QuestionId } from "../question/question.ts";
import { Answer } from "../review/answer.ts";
import { BlindId } from "./blind.ts";
import { PacketMark } from "./packet-binding.ts";
import { PriorKnowledge } from "./prior-knowledge.ts";

const Salt = z.string().regex(/^[0-9a-f]{64}$/);

export const KeptAnswer = z.strictObject({
  question: QuestionId,
  blind: BlindId,
  commitment: Digest,
  salt: Salt,
  answer: Answer,
  /** Of an answer to a packet that has a mark: what the file that goes back says beside the commitment. */
  outside: z
    .strictObject({
      packet: PacketMark,
      prior: z.strictObject({ knew: PriorKnowledge, words: z.strictObject({ salt: Salt, value: z.string() }).or(z.null()) }),
    })
    .optional(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/** What can be told of a kept answer without opening it. */
export interface HeldAnswer {
  readonly commitment: Digest;
  readonly blind: BlindId;
}

export interface AnswerStore {
  /** What keeps somebody with the disk from them. */
  readonly protection: KeyProtection;
  /** Durable when it resolves. */
  keep(answer: KeptAnswer): Promise<void>;
  /** Undefined where this person, on this machine, holds none of that commitment. Throws CaseError PASSPHRASE_WRONG. */
  find(commitment: Digest): Promise<KeptAnswer | undefined>;
  drop(commitment: Digest): Promise<void>;
  /** Files that are none of these are left as they lie. */
  held(): Promise<readonly HeldAnswer[]>;
}
