/** Routes of records by their names, and the queries that screens share. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { RecordsAnswer } from "../../api/records.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { RecordSort } from "../../core/review/record-sort.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

export const recordsApi = {
  cards: (names: readonly RecordName[], signal?: AbortSignal) =>
    ask(RecordsAnswer, `/api/records${queryString({ names: names.join(",") })}`, { signal }),
  search: (q: string, sort: RecordSort | undefined, signal?: AbortSignal) =>
    ask(RecordsAnswer, `/api/records/search${queryString({ q, sort })}`, { signal }),
} as const;

/** Cards of these records; those that the case does not have are missing. */
export function useRecordCards(names: readonly RecordName[]) {
  const wanted = [...new Set(names)].sort();
  return useQuery({
    queryKey: [...queryKeys.records, "cards", wanted.join(",")],
    queryFn: ({ signal }) => recordsApi.cards(wanted, signal),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Records in which the words stand, or those written last. */
export function useRecordSearch(q: string, sort?: RecordSort) {
  return useQuery({
    queryKey: [...queryKeys.records, "search", q, sort ?? "all"],
    queryFn: ({ signal }) => recordsApi.search(q, sort, signal),
    placeholderData: keepPreviousData,
  });
}
