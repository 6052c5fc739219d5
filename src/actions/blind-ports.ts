/** What actions on blind reviews must know of the case, and how they refuse. No refusal says anything of an answer. */
import type { AnswerStore } from "../core/blind/answer-store.port.ts";
import type { BlindId } from "../core/blind/blind.ts";
import type { BlindReview, BlindReviews } from "../core/blind/blind-review.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseId } from "../core/entry/entry.ts";
import type { EventId } from "../core/event/event.ts";
import type { Digest, Sha256 } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId, VerifyEd25519 } from "../core/key/key.ts";
import type { QuestionId } from "../core/question/question.ts";
import type { AskedPrecision } from "../core/review/answer.ts";
import type { RandomBytes } from "../formats/ledger/seal-value.ts";
import type { CaseWriter } from "./case-writer.ts";
import type { KnowsItems } from "./demand-items.ts";

export interface QuestionKnown {
  readonly precision: AskedPrecision;
  readonly event: EventId | null;
  readonly items: readonly ItemId[];
  readonly withdrawn: boolean;
}

export interface BlindPorts extends KnowsItems {
  readonly writer: CaseWriter;
  readonly caseId: CaseId;
  readonly sha256: Sha256;
  readonly random: RandomBytes;
  readonly verify: VerifyEd25519;
  /** Of the local person in this case. */
  readonly answers: AnswerStore;
  readonly blind: {
    reviews(): Promise<BlindReviews>;
    question(id: QuestionId): Promise<QuestionKnown | undefined>;
    /** People whose keys count, by the ids of their keys. */
    people(): Promise<ReadonlyMap<Digest, PersonId>>;
    /** Whose key it is or was, also one that was replaced or revoked. */
    everyKey(): Promise<ReadonlyMap<Digest, PersonId>>;
    /** A line by which the person knows, or wrote, what is to be found; undefined where the case shows none. */
    knows(person: PersonId, question: QuestionId, about: { items: readonly ItemId[]; event: EventId | null }): Promise<string | undefined>;
  };
}

/** Throws CaseError INPUT_INVALID unless there is such a review and it was not ended. */
export async function demandReview({ blind }: Pick<BlindPorts, "blind">, id: BlindId): Promise<BlindReview> {
  const review = (await blind.reviews()).get(id);
  if (review === undefined || review.ended !== null)
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${id}: expected one that is open; found ${review === undefined ? "none of that number" : "one that was ended"}`,
    );
  return review;
}
