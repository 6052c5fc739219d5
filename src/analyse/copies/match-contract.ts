/** What passes between the program and the child that compares prints: one request on standard input, lines of JSON on standard output. */
import { z } from "zod";
import { PairComparison } from "../../core/copies/segment-match.ts";
import { Digest } from "../../core/hash/digest.ts";

const PrintedFiles = z.strictObject({ object: Digest, framePrints: z.string().or(z.null()), soundPrints: z.string().or(z.null()) });

export const MatchRequest = z.strictObject({
  known: z.array(PrintedFiles),
  fresh: z.array(PrintedFiles),
  /** Say every pair, also those that share nothing. */
  everyPair: z.boolean(),
  folder: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type MatchRequest = z.infer<typeof MatchRequest>;

export const MatchLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), done: z.number().min(0).max(1) }),
  z.strictObject({ type: z.literal("pair"), pair: PairComparison }),
  /** Prints that cannot be read; nothing follows. */
  z.strictObject({ type: z.literal("unreadable"), object: Digest, message: z.string() }),
  z.strictObject({ type: z.literal("end") }),
]);
export type MatchLine = z.infer<typeof MatchLine>;
