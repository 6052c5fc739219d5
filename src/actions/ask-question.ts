/**
 * Asks a question of the case, or asks it anew under its id, with the reason. How close an answer must be is said before it is answered:
 * a question that somebody signed an answer to is changed no more.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Question } from "../core/hypothesis/hypothesis.ts";
import type { EventId } from "../core/event/event.ts";
import type { ItemId } from "../core/item/item.ts";
import { faultOfQuestion } from "../core/question/check-question.ts";
import type { QuestionId } from "../core/question/question.ts";
import type { AskedPrecision } from "../core/review/answer.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandItems } from "./demand-items.ts";
import { demandEvent, refuseFault } from "./event-ports.ts";
import { demandQuestion, type QuestionPorts } from "./finding-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedQuestion {
  /** Absent for a new one. */
  readonly question?: QuestionId | undefined;
  readonly sort: Question;
  readonly text: string;
  readonly event: EventId | null;
  readonly items: readonly ItemId[];
  readonly precision: AskedPrecision;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID naming the field, ITEM_UNKNOWN. */
export async function askQuestion(
  ports: QuestionPorts,
  viewer: Viewer,
  { question, sort, text, event, items, precision, reason }: WantedQuestion,
): Promise<{ id: QuestionId; seq: number }> {
  demand(viewer, "append");
  const thing = question === undefined ? "new question" : `question ${question}`;
  refuseFault(thing, faultOfQuestion({ sort, text, event, items, precision, reason, isNew: question === undefined }));
  const { opens, seal, sealOrNull } = createSealing(ports.writer);
  const data = {
    ...{ sort, text: seal(text.trim()), event, items: [...items], precision },
    reason: sealOrNull(question === undefined || reason.trim() === "" ? null : reason.trim()),
  };
  let id: QuestionId = question ?? "qn1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandItems(ports, items);
    if (event !== null) await demandEvent(ports, event);
    if (question === undefined) id = numbers.next("qn");
    else await demandChangeable(ports, question);
    return [{ kind: "question.asked", data: { question: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

async function demandChangeable(ports: QuestionPorts, question: QuestionId): Promise<void> {
  await demandQuestion(ports, question);
  const [finding] = await ports.findings.signedOn(question);
  if (finding !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `question ${question}: expected no signed finding on it that stands, since that answers the question as it is; found ${finding}. Ask a new question, or withdraw ${finding} first, with a reason.`,
    );
}
