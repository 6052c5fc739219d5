/** Questions and findings over HTTP: what is asked, every version of what is answered, who signed and reviewed it, and what is missing. */
import { z } from "zod";
import { BlindState } from "./blind.ts";
import { EventId } from "../core/event/event.ts";
import { FindingDocument, FindingId, QuestionGrade } from "../core/finding/finding.ts";
import { Digest } from "../core/hash/digest.ts";
import { Question } from "../core/hypothesis/hypothesis.ts";
import { ItemId } from "../core/item/item.ts";
import { PersonId } from "../core/key/key.ts";
import { QuestionId } from "../core/question/question.ts";
import { AskedPrecision } from "../core/review/answer.ts";

const line = z.number().int().min(1);
const version = z.number().int().min(1);
const reason = z.string().max(5000);

export const FindingState = z.enum(["draft", "signed", "returned", "approved", "withdrawn"]);
export type FindingState = z.infer<typeof FindingState>;

const FindingOfQuestion = z.strictObject({
  id: FindingId,
  version: z.number().int().min(0),
  state: FindingState,
  /** Null where this copy does not hold the document. */
  statement: z.string().or(z.null()),
  grade: QuestionGrade.or(z.null()),
  byName: z.string(),
  at: z.string(),
  /** Signed, not reviewed, and the person who asks wrote none of it. */
  waitsForMe: z.boolean(),
});

export const QuestionRow = z.strictObject({
  id: QuestionId,
  sort: Question,
  text: z.string(),
  event: EventId.or(z.null()),
  eventTitle: z.string().or(z.null()),
  items: z.array(ItemId),
  precision: AskedPrecision,
  reason: z.string().or(z.null()),
  withdrawn: z.string().or(z.null()),
  findings: z.array(FindingOfQuestion),
  /** By the finding that counts most: approved before signed before the rest. Null while there is none. */
  grade: z.strictObject({ grade: QuestionGrade, by: FindingId, state: FindingState }).or(z.null()),
  /** How its newest blind review stands; "none" where there is none. */
  blind: z.union([BlindState, z.literal("none")]),
  at: z.string(),
  by: PersonId,
  byName: z.string(),
  seq: line,
});
export type QuestionRow = z.infer<typeof QuestionRow>;

export const QuestionsAnswer = z.strictObject({ questions: z.array(QuestionRow) });
export type QuestionsAnswer = z.infer<typeof QuestionsAnswer>;

export const AskQuestionRequest = z.strictObject({
  /** Absent for a new one. */
  question: QuestionId.optional(),
  sort: Question,
  text: z.string().max(2000),
  event: EventId.or(z.null()),
  items: z.array(ItemId).max(500),
  precision: AskedPrecision,
  reason: reason.default(""),
});
export type AskQuestionRequest = z.input<typeof AskQuestionRequest>;

export const OfferedContradictions = z.strictObject({
  contradictions: z.array(
    z.strictObject({ aspect: z.string(), members: z.array(z.string()), events: z.array(EventId), words: z.string() }),
  ),
});
export type OfferedContradictions = z.infer<typeof OfferedContradictions>;

export const FindingQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

export const FindingAnswer = z.strictObject({
  id: FindingId,
  question: QuestionId,
  /** The version that `document` is of: the newest unless another was asked for. */
  version,
  document: FindingDocument.or(z.literal("withheld")),
  state: FindingState,
  versions: z.array(
    z.strictObject({
      version,
      document: Digest,
      state: FindingState,
      by: PersonId,
      byName: z.string(),
      reason: z.string().or(z.null()),
      at: z.string(),
      seq: line,
    }),
  ),
  acts: z.array(
    z.strictObject({
      line,
      version,
      act: z.enum(["signed", "approves", "returns"]),
      by: PersonId,
      byName: z.string(),
      at: z.string(),
      note: z.string().or(z.null()),
      /** False for a line that means nothing: a writer's own approval, or of another document. */
      counts: z.boolean(),
    }),
  ),
  withdrawn: z.string().or(z.null()),
  /** Why whoever looks may not review it; null where they may. */
  reviewObstacle: z.string().or(z.null()),
  /** Whoever looks wrote the newest version: only they sign it. */
  mine: z.boolean(),
});
export type FindingAnswer = z.infer<typeof FindingAnswer>;

export const WriteFindingRequest = z.strictObject({
  /** Absent for a new one. */
  finding: FindingId.optional(),
  /** The version that this one is written from. */
  base: z.number().int().min(0).optional(),
  document: FindingDocument,
  reason: reason.default(""),
});
export type WriteFindingRequest = z.input<typeof WriteFindingRequest>;

export const WrittenFinding = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("written"), id: FindingId, version, document: Digest, seq: line }),
  /** Somebody wrote a version meanwhile: nothing was written. */
  z.strictObject({ state: z.literal("stale"), id: FindingId, version }),
]);
export type WrittenFinding = z.infer<typeof WrittenFinding>;

export const SignFindingRequest = z.strictObject({ version });
export const ReviewFindingRequest = z.strictObject({ version, verdict: z.enum(["approves", "returns"]), note: reason.default("") });
export type ReviewFindingRequest = z.input<typeof ReviewFindingRequest>;

export const CheckFindingRequest = z.strictObject({ document: FindingDocument });

/** One mark of the linter. Codes: src/reason/lint/lint-finding.ts */
const Mark = z.strictObject({
  field: z.string(),
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  span: z.strictObject({ start: z.number().int(), end: z.number().int() }),
  found: z.string(),
  expected: z.string(),
  instead: z.string(),
});

export const FindingReportAnswer = z.strictObject({
  /** What must be there before it may be signed. */
  obstacles: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  warnings: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  lint: z.array(Mark),
  /** Evidence for it, in groups that lead back to the same origin or recording. */
  independent: z.array(z.strictObject({ records: z.array(z.string()), to: z.array(z.string()) })),
});
export type FindingReportAnswer = z.infer<typeof FindingReportAnswer>;
