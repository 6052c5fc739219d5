/** Hits of a search, twenty more at a time, and the days on which they were posted. */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { SearchHit, SearchPage } from "../../api/search.ts";
import type { SearchQuery } from "../../core/search/search-query.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { askedOfSearch } from "./search-in-address.ts";

const together = 20;
/** The server goes no further: a list of ten thousand is to be narrowed, not read. */
const atMost = 10_000;

export interface Found {
  readonly page: SearchPage | undefined;
  readonly hits: readonly SearchHit[];
  readonly error: unknown;
  readonly isAsking: boolean;
  readonly more: (() => void) | undefined;
  readonly retry: () => void;
}

export function useSearch(query: SearchQuery): Found {
  const asked = askedOfSearch(query);
  const pages = useInfiniteQuery({
    queryKey: [...queryKeys.records, "search", asked],
    queryFn: ({ signal, pageParam }) => api.search({ ...asked, offset: pageParam, limit: together }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, hits }: SearchPage) =>
      hits.length < together || offset + together > atMost ? undefined : offset + together,
    placeholderData: keepPreviousData,
  });
  return {
    page: pages.data?.pages[0],
    hits: pages.data?.pages.flatMap(({ hits }) => hits) ?? [],
    error: pages.error,
    isAsking: pages.isFetching,
    more: pages.hasNextPage && !pages.isFetchingNextPage ? () => void pages.fetchNextPage() : undefined,
    retry: () => void pages.refetch(),
  };
}

export function useBins(query: SearchQuery, bin: "day" | "hour", enabled: boolean) {
  const asked = { ...askedOfSearch(query), bin };
  return useQuery({
    queryKey: [...queryKeys.records, "search-days", asked],
    queryFn: ({ signal }) => api.searchDays(asked, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export const savedSearchesKey = [...queryKeys.records, "saved-searches"];

export function useSavedSearches() {
  return useQuery({ queryKey: savedSearchesKey, queryFn: ({ signal }) => api.savedSearches(signal) });
}
