/**
 * Brings in what somebody outside sealed, and later what opens it. The signature must be by the key that it names, over this case,
 * question, review and packet; the packet must be one that this case wrote and nobody answered. A key of somebody who is asked as a
 * person of the case, or a commitment that stands here already, is refused.
 */
import { CaseError } from "../core/case/case-error.ts";
import { type BlindReview, isCopied, isRevealed, slotOf, takesAnswer } from "../core/blind/blind-review.ts";
import type { Digest } from "../core/hash/digest.ts";
import { faultOfAnswer } from "../core/review/check-answer.ts";
import type { RevealedAnswerFile, SealedAnswerFile } from "../core/blind/answer-files.ts";
import { boundParts, sealedAnswerHolds } from "../formats/blind-answer/sealed-answer-holds.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type BlindPorts, demandReview } from "./blind-ports.ts";
import { refuseFault } from "./event-ports.ts";
import { appendReveal } from "./reveal-answer.ts";
import { demandUncopied } from "./seal-answer.ts";
import { createSealing } from "./sealing.ts";

/** `bound`: whether it is tied to the bytes of a packet. Throws CaseError INPUT_INVALID, NOT_ALLOWED. */
export async function importSealedAnswer(
  ports: BlindPorts,
  viewer: Viewer,
  file: SealedAnswerFile,
): Promise<{ seq: number; bound: boolean }> {
  demand(viewer, "append");
  const { blind, question, commitment, key, name, signature } = file;
  demandThisCase(ports, file);
  if (!(await sealedAnswerHolds(ports.sha256, ports.verify, file)))
    throw new CaseError("INPUT_INVALID", "the answer file: expected a signature of the key that it names over what it says; found another");
  const { seal, opens } = createSealing(ports.writer);
  const outside = { key, name: seal(name) };
  const { packet, prior, opens: words = [] } = boundParts(ports.sha256, file);
  const [line] = await ports.writer.append(async () => {
    demandUncopied(isCopied(await ports.blind.reviews(), commitment), blind);
    const review = await demandReview(ports, blind);
    demandOpenPlace(review, file);
    await demandOutside(ports, review, file);
    demandPacket(review, packet ?? null);
    const from = { outside, signature, ...(packet === undefined ? {} : { packet }) };
    const data = { blind, question, commitment, from, ...(prior === undefined ? {} : { prior }) };
    return [{ kind: "answer.sealed", data, opens: [...opens, ...words] }];
  });
  return { seq: line?.head.seq ?? 0, bound: packet !== undefined };
}

/** Nonce, question and media of another packet give another binding. Which of them differs, nobody can tell: the case keeps no nonce. */
function demandPacket(review: BlindReview, packet: Digest | null): void {
  const thing = `blind review ${review.blind}`;
  if (review.packets.length === 0)
    throw new CaseError("INPUT_INVALID", `${thing}: expected an answer to a packet that this case wrote; found that it wrote none`);
  if (takesAnswer(review, packet)) return;
  if (packet === null)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected an answer that is bound to one of its packets; found one that is bound to none. Its packets say a nonce; an answer without it was not given to one of them.`,
    );
  const known = review.packets.find(({ binding }) => binding === packet);
  if (known === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected an answer to a packet that this case wrote; found one to another packet, or to one whose question or media were changed`,
    );
  throw new CaseError(
    "INPUT_INVALID",
    `${thing}: expected one answer to each packet; found a second one to that of line ${known.line}. Write another packet for somebody else.`,
  );
}

function demandThisCase({ caseId }: BlindPorts, file: { readonly caseId: string }): void {
  if (file.caseId !== caseId)
    throw new CaseError(
      "INPUT_INVALID",
      "the answer file: expected an answer to this case; found one to another, which opens nothing here",
    );
}

function demandOpenPlace(review: BlindReview, { blind, question, signature }: SealedAnswerFile): void {
  const thing = `blind review ${blind}`;
  if (question !== review.question)
    throw new CaseError("INPUT_INVALID", `${thing}: expected an answer to question ${review.question}; found one to ${question}`);
  if (isRevealed(review))
    throw new CaseError("INPUT_INVALID", `${thing}: expected no answer to be revealed yet; found one. What comes now is not blind.`);
  if (review.sealed.some(({ answerer, slot }) => slot !== null && answerer === signature.key))
    throw new CaseError("INPUT_INVALID", `${thing}: expected one answer of each key; found a second one of the same`);
  if (slotOf(review, null) === null)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a place for somebody outside; found none that is free`);
}

/** Nobody is their own second by way of a packet. */
async function demandOutside({ blind }: BlindPorts, review: BlindReview, { signature }: SealedAnswerFile): Promise<void> {
  const person = (await blind.everyKey()).get(signature.key);
  if (person === undefined) return;
  const thing = `blind review ${review.blind}`;
  if (review.to.some((one) => one.person === person))
    throw new CaseError("NOT_ALLOWED", `${thing}: expected the key of somebody else; found that of ${person}, who answers in the case`);
  const event = (await blind.question(review.question))?.event ?? null;
  const known = await blind.knows(person, review.question, { items: review.items, event });
  if (known !== undefined)
    throw new CaseError("NOT_ALLOWED", `${thing}: expected a blind answerer who found nothing on it; found that ${person} ${known}`);
}

export interface RevealBrought {
  readonly file: RevealedAnswerFile;
  /** Demanded while somebody has not sealed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function importRevealedAnswer(ports: BlindPorts, viewer: Viewer, { file, reason }: RevealBrought): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandThisCase(ports, file);
  const { blind, commitment, salt, answer } = file;
  const review = await demandReview(ports, blind);
  refuseFault(`answer to question ${review.question}`, faultOfAnswer(answer, review.precision));
  return appendReveal(ports, { blind, reason, salt, answer }, ({ sealed }) =>
    sealed.find((one) => one.commitment === commitment && one.outside !== null && one.slot !== null),
  );
}
