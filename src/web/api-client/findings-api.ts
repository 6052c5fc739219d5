/** Routes of questions and findings, and the queries that screens share. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  type AskQuestionRequest,
  FindingAnswer,
  FindingReportAnswer,
  OfferedContradictions,
  QuestionsAnswer,
  type ReviewFindingRequest,
  type WriteFindingRequest,
  WrittenFinding,
} from "../../api/findings.ts";
import type { FindingDocument, FindingId } from "../../core/finding/finding.ts";
import type { QuestionId } from "../../core/question/question.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Made = z.looseObject({ id: z.string(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });
const post = (body: unknown) => ({ method: "POST", body }) as const;

export const findingsApi = {
  questions: (signal?: AbortSignal) => ask(QuestionsAnswer, "/api/questions", { signal }),
  askQuestion: (body: AskQuestionRequest) => ask(Made, "/api/questions", post(body)),
  withdrawQuestion: (id: QuestionId, reason: string) => ask(Appended, `/api/questions/${id}/withdraw`, post({ reason })),
  contradictions: (id: QuestionId, signal?: AbortSignal) => ask(OfferedContradictions, `/api/questions/${id}/contradictions`, { signal }),
  finding: (id: FindingId, version: number | undefined, signal?: AbortSignal) =>
    ask(FindingAnswer, `/api/findings/${id}${queryString({ version })}`, { signal }),
  write: (body: WriteFindingRequest) => ask(WrittenFinding, "/api/findings", post(body)),
  check: (document: FindingDocument, signal?: AbortSignal) =>
    ask(FindingReportAnswer, "/api/findings/check", { ...post({ document }), signal }),
  sign: (id: FindingId, version: number) => ask(Appended, `/api/findings/${id}/sign`, post({ version })),
  review: (id: FindingId, body: ReviewFindingRequest) => ask(Appended, `/api/findings/${id}/review`, post(body)),
  withdraw: (id: FindingId, reason: string) => ask(Appended, `/api/findings/${id}/withdraw`, post({ reason })),
} as const;

export function useQuestions() {
  return useQuery({ queryKey: [...queryKeys.records, "questions"], queryFn: ({ signal }) => findingsApi.questions(signal) });
}

export function useFinding(id: FindingId | undefined, version?: number) {
  return useQuery({
    queryKey: [...queryKeys.records, "finding", id ?? "none", version ?? "newest"],
    queryFn: ({ signal }) => findingsApi.finding(id ?? "f1", version, signal),
    enabled: id !== undefined,
  });
}

/** What is missing before this could be signed; asked anew when it or the case changes. */
export function useFindingReport(document: FindingDocument | undefined) {
  return useQuery({
    queryKey: [...queryKeys.records, "finding-check", document === undefined ? "none" : JSON.stringify(document)],
    queryFn: ({ signal }) => findingsApi.check(document as FindingDocument, signal),
    enabled: document !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}

export function useOfferedContradictions(question: QuestionId | undefined) {
  return useQuery({
    queryKey: [...queryKeys.records, "offered-contradictions", question ?? "none"],
    queryFn: ({ signal }) => findingsApi.contradictions(question ?? "qn1", signal),
    enabled: question !== undefined,
  });
}
