/** Routes of blind reviews, and the queries that screens share. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import {
  type AssignBlindRequest,
  BlindAnswer,
  BlindDesk,
  type ResolveBlindRequest,
  SealedAnswerAnswer,
  ToldAnswer,
} from "../../api/blind.ts";
import { BlindId } from "../../core/blind/blind.ts";
import type { PriorDeclared } from "../../core/blind/prior-knowledge.ts";
import type { Answer } from "../../core/review/answer.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Appended = z.looseObject({ seq: z.number().int() });
const Assigned = z.looseObject({ id: BlindId });

export const blindApi = {
  desk: (signal?: AbortSignal) => ask(BlindDesk, "/api/blind/desk", { signal }),
  list: (signal?: AbortSignal) => ask(BlindAnswer, "/api/blind", { signal }),
  assign: (body: AssignBlindRequest) => ask(Assigned, "/api/blind", { method: "POST", body }),
  seal: (blind: BlindId, body: { answer: Answer; prior: PriorDeclared | null }) =>
    ask(SealedAnswerAnswer, `/api/blind/${blind}/answer`, { method: "POST", body }),
  /** Of a packet: writes the file that tells the answer. */
  tell: () => ask(ToldAnswer, "/api/packet/reveal", { method: "POST", body: {} }),
  reveal: (blind: BlindId, reason: string) => ask(Appended, `/api/blind/${blind}/reveal`, { method: "POST", body: { reason } }),
  resolve: (blind: BlindId, body: ResolveBlindRequest) => ask(Appended, `/api/blind/${blind}/resolve`, { method: "POST", body }),
  end: (blind: BlindId, reason: string) => ask(Appended, `/api/blind/${blind}/end`, { method: "POST", body: { reason } }),
} as const;

const deskKey = [...queryKeys.records, "blind-desk"];

/** What this person owes an answer to, and whether that is all they are shown. */
export function useBlindDesk() {
  return useQuery({ queryKey: deskKey, queryFn: ({ signal }) => blindApi.desk(signal) });
}

export function useBlind() {
  return useQuery({ queryKey: [...queryKeys.records, "blind"], queryFn: ({ signal }) => blindApi.list(signal) });
}

/** Asks again for everything about blind reviews: behind the door no live event tells of what changed. */
export function useBlindAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: queryKeys.records });
}
