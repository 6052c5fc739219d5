/** What the desk shows of the case as a whole. */
import { z } from "zod";
import { CaseId } from "../core/entry/entry.ts";
import { Digest } from "../core/hash/digest.ts";

export const CaseSummary = z.strictObject({
  caseId: CaseId,
  title: z.string(),
  /** Absent people and machines: one person works in folder mode. */
  person: z.strictObject({ id: z.string(), name: z.string().or(z.literal("withheld")) }),
  head: z.strictObject({ seq: z.number().int(), digest: Digest, shortCode: z.string() }),
  readOnly: z.boolean(),
  counts: z.strictObject({
    items: z.number().int(),
    held: z.number().int(),
    knownNotHeld: z.number().int(),
    notAssessed: z.number().int(),
    unrevealedUnassessed: z.number().int(),
    posts: z.number().int(),
    failedAnalyses: z.number().int(),
  }),
  /** Sentences for the start page: whether the disk is encrypted, whether analysers run without network, what opening found. */
  statements: z.array(z.strictObject({ tone: z.enum(["fine", "unknown", "attention"]), code: z.string(), text: z.string() })),
  program: z.string(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
