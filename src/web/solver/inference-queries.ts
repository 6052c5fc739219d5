/** Inferences of the case, remembered under the records: a line of the ledger makes all of them stale. */
import { useQuery } from "@tanstack/react-query";
import type { InferenceId, InferenceSort } from "../../core/inference/inference.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

const inferences = [...queryKeys.records, "inferences"];

export function useInferences(sort: InferenceSort) {
  return useQuery({ queryKey: [...inferences, sort], queryFn: ({ signal }) => inferenceApi.list(sort, signal) });
}

export function useInference(id: InferenceId) {
  return useQuery({ queryKey: [...inferences, "one", id], queryFn: ({ signal }) => inferenceApi.get(id, signal) });
}

export function useHouseRules() {
  return useQuery({ queryKey: [...inferences, "house-rules"], queryFn: ({ signal }) => inferenceApi.houseRules(signal) });
}
