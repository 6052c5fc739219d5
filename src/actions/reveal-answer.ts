/**
 * Reveals one's own sealed answer, once everybody who was asked has sealed theirs: the log then shows all hashes before the first
 * reveal. Earlier only with a reason that stands in the case; whoever has not sealed by then can no longer answer blind.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { BlindId } from "../core/blind/blind.ts";
import { type AnswerSealed, type BlindReview, waitingFor } from "../core/blind/blind-review.ts";
import { commitmentOf } from "../core/blind/commitment.ts";
import type { Answer } from "../core/review/answer.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type BlindPorts, demandReview } from "./blind-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedReveal {
  readonly blind: BlindId;
  /** Demanded while somebody has not sealed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function revealAnswer(ports: BlindPorts, viewer: Viewer, { blind, reason }: WantedReveal): Promise<{ seq: number }> {
  demand(viewer, "append");
  const own = ({ sealed }: BlindReview) => sealed.find((one) => one.answerer === viewer.person && one.slot !== null);
  const mine = own(await demandReview(ports, blind));
  if (mine === undefined)
    throw new CaseError("INPUT_INVALID", `blind review ${blind}: expected an answer that you sealed; found none of ${viewer.person}`);
  const kept = await ports.answers.find(mine.commitment);
  if (kept === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${blind}: expected what opens your answer in your own configuration folder; found none. It lies where you sealed it; without it the answer cannot be shown.`,
    );
  const done = await appendReveal(ports, { blind, reason, salt: kept.salt, answer: kept.answer }, own);
  // It stands in the case now; a file that cannot be removed makes that no less done.
  await ports.answers.drop(mine.commitment).catch(() => undefined);
  return done;
}

/** Appends the reveal of what `find` finds in the review as it stands then. Throws CaseError INPUT_INVALID. */
export async function appendReveal(
  ports: BlindPorts,
  { blind, reason, salt, answer }: WantedReveal & { readonly salt: string; readonly answer: Answer },
  find: (review: BlindReview) => AnswerSealed | undefined,
): Promise<{ seq: number }> {
  const { sealOrNull, opens } = createSealing(ports.writer);
  const why = reason.trim();
  const [line] = await ports.writer.append(async () => {
    const review = await demandReview(ports, blind);
    const sealed = find(review);
    const thing = `blind review ${blind}`;
    if (sealed === undefined) throw new CaseError("INPUT_INVALID", `${thing}: expected an answer that is sealed in it; found none`);
    if (sealed.revealed !== null)
      throw new CaseError("INPUT_INVALID", `${thing}: expected an answer that is not revealed; found one that is`);
    const place = { caseId: ports.caseId, question: review.question, blind, answerer: sealed.answerer, packet: sealed.packet ?? undefined };
    if (commitmentOf(ports.sha256, place, salt, answer) !== sealed.commitment)
      throw new CaseError("INPUT_INVALID", `${thing}: expected what opens the commitment of line ${sealed.line}; found something else`);
    const waits = waitingFor(review).length;
    if (waits > 0 && why === "")
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected every answer to be sealed before one is revealed; ${waits} of ${review.to.length} are waited for. To reveal before that, give a reason: it stands in the case, and whoever has not sealed can no longer answer blind.`,
      );
    const early = sealOrNull(waits > 0 ? why : null);
    return [{ kind: "answer.revealed", data: { blind, sealed: sealed.line, salt, answer, early }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
