/** Entries that ask the questions of a case. Asked again under its id, a question takes the place of what stood there. */
import { z } from "zod";
import { EventId } from "../../event/event.ts";
import { Question } from "../../hypothesis/hypothesis.ts";
import { ItemId } from "../../item/item.ts";
import { QuestionId } from "../../question/question.ts";
import { AskedPrecision } from "../../review/answer.ts";
import { Sealed } from "../sealed.ts";

export const questionKinds = {
  "question.asked": z.strictObject({
    question: QuestionId,
    sort: Question,
    text: Sealed,
    /** The event that it is about; null where it is about items alone. */
    event: EventId.or(z.null()),
    items: z.array(ItemId).max(500),
    precision: AskedPrecision,
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  "question.withdrawn": z.strictObject({ question: QuestionId, reason: Sealed }),
} as const;
