/** Answers about recordings on one clock, remembered under the records: a line of the ledger makes all of them stale. */
import { useQuery } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { syncApi } from "../api-client/sync-api.ts";

const sync = [...queryKeys.records, "sync"];

/** Pairs between these items; undefined: all pairs, which may be many. */
export function useSyncMeasurements(items?: readonly ItemId[]) {
  return useQuery({
    queryKey: [...sync, "measurements", items?.join(",") ?? "all"],
    queryFn: ({ signal }) => syncApi.measurements(items, signal),
  });
}

export function useSyncPair(a: ItemId, b: ItemId) {
  return useQuery({ queryKey: [...sync, "pair", a, b], queryFn: ({ signal }) => syncApi.pair(a, b, signal) });
}

export function useSyncMarks() {
  return useQuery({ queryKey: [...sync, "marks"], queryFn: ({ signal }) => syncApi.marks(signal) });
}

/** Undefined: of all that were measured or marked. */
export function useSyncPlan(items?: readonly ItemId[]) {
  return useQuery({ queryKey: [...sync, "plan", items?.join(",") ?? "all"], queryFn: ({ signal }) => syncApi.plan(items, signal) });
}

export function useSyncConditions(items: readonly ItemId[]) {
  return useQuery({
    queryKey: [...sync, "conditions", items.join(",")],
    queryFn: ({ signal }) => syncApi.conditions(items, signal),
    enabled: items.length > 0,
  });
}
