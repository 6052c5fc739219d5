/** Questions every screen asks: the case, the jobs. Kept fresh by live events, so they are never stale by time alone. */
import { useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

export function useCase({ enabled = true }: { readonly enabled?: boolean } = {}) {
  return useQuery({ queryKey: queryKeys.case, queryFn: ({ signal }) => api.caseSummary(signal), enabled });
}

export function useJobs() {
  return useQuery({ queryKey: queryKeys.jobs, queryFn: ({ signal }) => api.jobs(signal) });
}
