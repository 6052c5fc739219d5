/** What a case asks: where, when, who, what, how, or which legal element, about an event or about items. */
import type { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const QuestionId = recordId("qn");
export type QuestionId = z.infer<typeof QuestionId>;
