/**
 * Fixes an answer before it can be compared: answer and salt go to the person's own private store and are durable there, then the
 * commitment goes into the case, signed. Stopped in between, the store holds an answer that no line names, and sealing starts again.
 */
import { toHex } from "../core/bytes/hex.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { BlindId } from "../core/blind/blind.ts";
import { type BlindReview, isCopied, isRevealed, slotOf } from "../core/blind/blind-review.ts";
import { commitmentOf } from "../core/blind/commitment.ts";
import { demandPrior, type PriorDeclared } from "../core/blind/prior-knowledge.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId } from "../core/key/key.ts";
import type { Answer } from "../core/review/answer.ts";
import { faultOfAnswer } from "../core/review/check-answer.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type BlindPorts, demandReview } from "./blind-ports.ts";
import { refuseFault } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedSeal {
  readonly blind: BlindId;
  readonly answer: Answer;
  /** What they knew beforehand: demanded of who answers blind, and of nobody else. */
  readonly prior: PriorDeclared | null;
}

/** Throws CaseError INPUT_INVALID, NOT_ALLOWED for who was not asked. The messages say nothing of the answer. */
export async function sealAnswer(
  ports: BlindPorts,
  viewer: Viewer,
  { blind, answer, prior }: WantedSeal,
): Promise<{ seq: number; commitment: Digest }> {
  demand(viewer, "append", { blind });
  const review = await demandReview(ports, blind);
  demandMayAnswer(review, viewer.person);
  refuseFault(`answer to question ${review.question}`, faultOfAnswer(answer, review.precision));
  const unseen = review.to[slotOf(review, viewer.person) ?? 0]?.blind === true;
  const knew = unseen ? demandPrior(`answer to question ${review.question}`, prior) : null;
  const salt = toHex(ports.random(32));
  const { question } = review;
  const commitment = commitmentOf(ports.sha256, { caseId: ports.caseId, question, blind, answerer: viewer.person }, salt, answer);
  await ports.answers.keep({ question, blind, commitment, salt, answer });
  const { sealOrNull, opens } = createSealing(ports.writer);
  const said = knew === null ? {} : { prior: { knew: knew.knew, words: sealOrNull(knew.words === "" ? null : knew.words) } };
  const [line] = await ports.writer.append(async () => {
    demandMayAnswer(await demandReview(ports, blind), viewer.person);
    demandUncopied(isCopied(await ports.blind.reviews(), commitment), blind);
    return [{ kind: "answer.sealed", data: { blind, question, commitment, from: null, ...said }, opens }];
  });
  await dropLeftOver(ports, blind, commitment);
  return { seq: line?.head.seq ?? 0, commitment };
}

function demandMayAnswer(review: BlindReview, person: PersonId): void {
  const thing = `blind review ${review.blind}`;
  if (isRevealed(review))
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected no answer to be revealed yet; found one. What is sealed now would not be blind.`,
    );
  if (slotOf(review, person) !== null) return;
  const asked = review.to.some((one) => one.person === person);
  throw new CaseError(
    asked ? "INPUT_INVALID" : "NOT_ALLOWED",
    `${thing}: expected ${asked ? "one answer of each who is asked; found yours sealed already" : `an answer of those who are asked; found one of ${person}, who is not`}`,
  );
}

/** The same commitment a second time is a copy, whoever brings it. */
export function demandUncopied(copied: boolean, blind: BlindId): void {
  if (copied)
    throw new CaseError(
      "NOT_ALLOWED",
      `blind review ${blind}: expected a commitment that nobody sealed before; found a copy of one in this case`,
    );
}

/** Answers to the same review that a stop left without their line. The answer is sealed by then: what cannot be tidied stays, and fails nothing. */
async function dropLeftOver({ answers, blind: { reviews } }: BlindPorts, blind: BlindId, sealed: Digest): Promise<void> {
  const known = await reviews();
  for (const left of await answers.held().catch(() => []))
    if (left.blind === blind && left.commitment !== sealed && !isCopied(known, left.commitment))
      await answers.drop(left.commitment).catch(() => undefined);
}
