/** Right of reply: what somebody was asked, until when, and what they answered, word for word. Silence is no denial. */
import { z } from "zod";
import { ClaimId } from "../claim/claim.ts";
import { recordId } from "../entry/record-id.ts";
import { EventId } from "../event/event.ts";

export const ReplyId = recordId("y");
export type ReplyId = z.infer<typeof ReplyId>;

export const ReplyAbout = z.union([ClaimId, EventId]);
export type ReplyAbout = z.infer<typeof ReplyAbout>;
