/** Routes of subjects, their states, judgements of two labels, and shots. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  type CorrectShotsRequest,
  type CountShotRequest,
  type DescribeSubjectRequest,
  ItemTimelineAnswer,
  type JudgeSamePersonRequest,
  type StateSubjectRequest,
  SubjectsAnswer,
  type WithdrawSubjectRequest,
} from "../../api/subjects.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Made = z.looseObject({ id: z.string(), seq: z.number().int() });
const Corrected = z.looseObject({ ids: z.array(z.string()), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });

export const subjectApi = {
  list: (signal?: AbortSignal) => ask(SubjectsAnswer, "/api/subjects", { signal }),
  timeline: (item: ItemId, signal?: AbortSignal) => ask(ItemTimelineAnswer, `/api/subjects/timeline?item=${item}`, { signal }),
  describe: (body: DescribeSubjectRequest) => ask(Made, "/api/subjects", { method: "POST", body }),
  state: (body: StateSubjectRequest) => ask(Made, "/api/subjects/states", { method: "POST", body }),
  judge: (body: JudgeSamePersonRequest) => ask(Made, "/api/subjects/same-person", { method: "POST", body }),
  countShot: (body: CountShotRequest) => ask(Made, "/api/subjects/shots", { method: "POST", body }),
  correctShots: (body: CorrectShotsRequest) => ask(Corrected, "/api/subjects/shots/correct", { method: "POST", body }),
  withdraw: (body: WithdrawSubjectRequest) => ask(Appended, "/api/subjects/withdraw", { method: "POST", body }),
} as const;

export function useSubjects() {
  return useQuery({ queryKey: [...queryKeys.records, "subjects"], queryFn: ({ signal }) => subjectApi.list(signal) });
}

export function useItemTimeline(item: ItemId | undefined) {
  return useQuery({
    queryKey: [...queryKeys.records, "subject-timeline", item],
    queryFn: ({ signal }) => subjectApi.timeline(item as ItemId, signal),
    enabled: item !== undefined,
  });
}
