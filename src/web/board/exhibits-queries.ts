/** Pictures beside texts, remembered under the prefix of records: a line of the ledger makes them stale. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { exhibitApi } from "../api-client/exhibit-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

export type WhichExhibits = "all" | "undescribed" | "described";

export function useExhibits(which: WhichExhibits, from: number, limit: number) {
  return useQuery({
    queryKey: [...queryKeys.records, "exhibits", which, from, limit],
    queryFn: ({ signal }) => exhibitApi.list({ from, limit, ...(which === "all" ? {} : { only: which }) }, signal),
    placeholderData: keepPreviousData,
  });
}
