/** Blind reviews: a question put to a second person who sees the items and the question, and nothing that anybody answered. */
import type { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const BlindId = recordId("z");
export type BlindId = z.infer<typeof BlindId>;
