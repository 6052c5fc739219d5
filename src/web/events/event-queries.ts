/** Answers about events and hypotheses, remembered under one prefix: a line of the ledger makes all of them stale. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { announce } from "../parts/live-region.tsx";

export function useEvents() {
  return useQuery({ queryKey: [...queryKeys.records, "events"], queryFn: ({ signal }) => eventsApi.events(signal) });
}

export function useEvent(id: string) {
  return useQuery({ queryKey: [...queryKeys.records, id], queryFn: ({ signal }) => eventsApi.event(id, signal) });
}

export function useHypotheses() {
  return useQuery({ queryKey: [...queryKeys.records, "hypotheses"], queryFn: ({ signal }) => eventsApi.hypotheses(signal) });
}

export function useHypothesis(id: string) {
  return useQuery({ queryKey: [...queryKeys.records, id], queryFn: ({ signal }) => eventsApi.hypothesis(id, signal) });
}

export function useItemBearings(id: ItemId) {
  return useQuery({ queryKey: [...queryKeys.records, id], queryFn: ({ signal }) => eventsApi.itemBearings(id, signal) });
}

/** Writes, says so, and makes what is shown fresh. */
export function useWriting<Wanted, Answer>(
  write: (wanted: Wanted) => Promise<Answer>,
  said: (answer: Answer) => string,
  done?: (answer: Answer) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: queryKeys.records });
      announce(said(answer));
      done?.(answer);
    },
  });
}
