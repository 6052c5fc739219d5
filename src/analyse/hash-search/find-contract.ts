/** What passes between the program and the child that searches frames: one request on standard input, lines of JSON on standard output. */
import { z } from "zod";
import { caseErrorCodes } from "../../core/case/case-error.ts";
import { FramesAsked, FramesIn, SearchedFrames } from "../../core/copies/frame-search.port.ts";
import { Digest } from "../../core/hash/digest.ts";

const Printed = z.strictObject({ object: Digest, framePrints: z.string() });

export const FindRequest = z.strictObject({
  known: z.array(Printed),
  query: Printed.extend({ atSec: z.number().or(z.literal("all")) }),
  radius: z.number().int().min(0),
  /** Folder of the index, and versions of what made the prints in it. */
  index: z.string(),
  madeOf: z.string(),
  folder: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type FindRequest = z.infer<typeof FindRequest>;

export const FindLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), doing: z.enum(["indexing", "searching"]), done: z.number().min(0).max(1) }),
  z.strictObject({ type: z.literal("found"), found: FramesIn }),
  /** A person can act on it; nothing follows. */
  z.strictObject({ type: z.literal("refused"), code: z.enum(caseErrorCodes), message: z.string() }),
  z.strictObject({ type: z.literal("end"), asked: FramesAsked, searched: SearchedFrames }),
]);
export type FindLine = z.infer<typeof FindLine>;
