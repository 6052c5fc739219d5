/** What a person decided of a match that a comparison found. The match is named by its two items and what of it is meant. */
import { z } from "zod";
import { Span } from "./segment-match.ts";

/** Rejected: these do not share this content, whatever the comparison says. Noted: words on it, and nothing decided. */
export const MatchVerdict = z.enum(["accepted", "rejected", "noted"]);
export type MatchVerdict = z.infer<typeof MatchVerdict>;

export const MatchPart = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("pair") }),
  /** The seconds as they stood when it was judged; another version of the comparison may find them a little elsewhere. */
  z.strictObject({ of: z.literal("segment"), channel: z.enum(["picture", "sound"]), a: Span, b: Span }),
  /** Text of two posts, each by its place in the reading of its export, counted from 0. */
  z.strictObject({ of: z.literal("text"), a: z.number().int().min(0), b: z.number().int().min(0) }),
]);
export type MatchPart = z.infer<typeof MatchPart>;
