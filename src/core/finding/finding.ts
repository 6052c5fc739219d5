/** Findings: an answer to a question with its grade, what speaks for and against it, and what is not known. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { HypothesisId } from "../hypothesis/hypothesis.ts";
import { QuestionId } from "../question/question.ts";
import { Answer } from "../review/answer.ts";
import { Ground } from "../review/ground.ts";

export const FindingId = recordId("f");
export type FindingId = z.infer<typeof FindingId>;

/** METHOD's grades of a question. */
export const QuestionGrade = z.enum(["unassessed", "unclear", "supported", "corroborated", "refuted"]);
export type QuestionGrade = z.infer<typeof QuestionGrade>;

/** ICD 203, one row of terms only. */
export const LikelihoodTerm = z.enum([
  "almost-no-chance",
  "very-unlikely",
  "unlikely",
  "roughly-even-chance",
  "likely",
  "very-likely",
  "almost-certain",
]);
export type LikelihoodTerm = z.infer<typeof LikelihoodTerm>;

/** Standards of proof that UN inquiries and courts use: a ladder of its own. */
export const ProofStandard = z.enum([
  "reasonable-grounds-to-suspect",
  "reasonable-grounds-to-believe",
  "substantial-grounds-to-believe",
  "clear-and-convincing",
  "beyond-reasonable-doubt",
]);
export type ProofStandard = z.infer<typeof ProofStandard>;

const words = z.string().max(20_000);

export const FindingDocument = z.strictObject({
  v: z.literal(1),
  question: QuestionId,
  answer: Answer,
  /** The answer as a sentence that can be read alone: a key point of the report. */
  statement: words,
  grade: QuestionGrade,
  /** Which ladder the grade is said on. Never both. */
  likelihood: z.discriminatedUnion("ladder", [
    z.strictObject({ ladder: z.literal("icd-203"), term: LikelihoodTerm }),
    z.strictObject({ ladder: z.literal("un-proof"), standard: ProofStandard }),
    z.strictObject({ ladder: z.literal("none"), why: words }),
  ]),
  confidence: z.strictObject({ level: z.enum(["low", "moderate", "high"]), reasons: words }),
  /** What would change it. */
  wouldChange: words,
  evidenceFor: z.array(Ground).max(500),
  evidenceAgainst: z.array(Ground).max(500),
  /** Where what speaks against it was looked for and not found. Signing needs this or a ground against. */
  lookedAgainst: words,
  hypotheses: z.array(z.strictObject({ hypothesis: HypothesisId, why: words })).max(50),
  /** Contradictions that stay open, each in words; claims and events are named by their ids. */
  openContradictions: z.array(words).max(100),
  unknown: z.array(words).max(100),
  method: words,
  limits: words,
  /**
   * Set by whoever keeps it, anew for each version: 32 random bytes in hex. Lines that sign it carry its hash into public packs, whose
   * report says all of it but the exact place: without this, trying places would find the one that gives the hash.
   */
  salt: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type FindingDocument = z.infer<typeof FindingDocument>;
