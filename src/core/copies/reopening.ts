/**
 * Judgements to be looked at again since a bound moved or a match fell, each with the way from the group to it. Kept as an
 * object beside the line that re-opens them, with the group as it then stood: material may go, and the bound must not go with it.
 */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";
import { Span } from "./segment-match.ts";

export const ReopenedJudgement = z.strictObject({
  /** Line of the judgement. */
  line: z.number().int().min(1),
  /** "t3", "e1", "h2"; for a judgement on a match or an upload, "line 40". */
  record: z.string().max(40),
  sort: z.enum([
    "time-stated",
    "place-stated",
    "bearing-stated",
    "event-described",
    "hypothesis-described",
    "match-judged",
    "upload-judged",
    "source-graded",
  ]),
  /** Ids from an item of the group to the record: `["i3", "b2", "e1"]`. */
  path: z.array(z.string().max(40)).min(1).max(8),
  /** "later-than-bound": it allows times after the new bound. "within": it does not. */
  againstBound: z.enum(["later-than-bound", "within", "cannot-be-told"]),
});
export type ReopenedJudgement = z.infer<typeof ReopenedJudgement>;

/** A picture match as it stood. `errorSec`: how far each bound may be off. */
export const RecordedMatch = z.strictObject({
  a: ItemId,
  b: ItemId,
  segments: z.array(z.strictObject({ a: Span, b: Span, errorSec: z.number().min(0) })),
});
export type RecordedMatch = z.infer<typeof RecordedMatch>;

export const Reopening = z.strictObject({
  format: z.literal("witnessmark-reopening-v1"),
  /** Items of the group, and which seconds of which were matched by picture; items of equal bytes stand for each other. */
  members: z.array(ItemId),
  matches: z.array(RecordedMatch),
  judgements: z.array(ReopenedJudgement),
});
export type Reopening = z.infer<typeof Reopening>;

/** In a line: how many judgements, and the object that names them. */
export const Reopens = z.strictObject({ count: z.number().int().min(0), list: Digest });
export type Reopens = z.infer<typeof Reopens>;
