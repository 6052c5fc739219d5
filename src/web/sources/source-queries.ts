/** What the screen of sources asks, kept fresh by live events; and how it writes. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SourceId } from "../../core/source/source.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { announce } from "../parts/live-region.tsx";

export function useSources() {
  return useQuery({ queryKey: [...queryKeys.records, "sources"], queryFn: ({ signal }) => sourcesApi.sources(signal) });
}

export function useSource(id: SourceId) {
  return useQuery({ queryKey: [...queryKeys.records, "sources", id], queryFn: ({ signal }) => sourcesApi.source(id, signal) });
}

/** Writes, says so, and asks anew for what changed. */
export function useWritingSources<Given, Answer>(write: (given: Given) => Promise<Answer>, said: string, then: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (answer) => {
      announce(said);
      void client.invalidateQueries({ queryKey: queryKeys.records });
      void client.invalidateQueries({ queryKey: queryKeys.items });
      then(answer);
    },
  });
}
