/** Where a person's own sealed answers wait for their reveal: outside of every case, readable by that person alone. */
import type { Digest } from "../hash/digest.ts";
import type { QuestionId } from "../question/question.ts";
import type { Answer } from "../review/answer.ts";
import type { BlindId } from "./blind.ts";

export interface KeptAnswer {
  readonly question: QuestionId;
  readonly blind: BlindId;
  readonly commitment: Digest;
  readonly salt: string;
  readonly answer: Answer;
}

export interface AnswerStore {
  /** Durable when it resolves. */
  keep(answer: KeptAnswer): Promise<void>;
  /** Undefined where this person, on this machine, holds none of that commitment. */
  find(commitment: Digest): Promise<KeptAnswer | undefined>;
  drop(commitment: Digest): Promise<void>;
  held(): readonly Digest[];
}
