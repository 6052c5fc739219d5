/** Answers about claims and what stands around them, remembered under one prefix: a line of the ledger makes all of them stale. */
import { useQuery } from "@tanstack/react-query";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SourceId } from "../../core/source/source.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

export function useClaims() {
  return useQuery({ queryKey: [...queryKeys.records, "claims"], queryFn: ({ signal }) => claimApi.claims({}, signal) });
}

export function useClaimsOfItem(item: ItemId) {
  return useQuery({ queryKey: [...queryKeys.records, "claims", item], queryFn: ({ signal }) => claimApi.claims({ item }, signal) });
}

/** Claims that the source makes: in its own texts, or as a speaker whom another text cites. */
export function useClaimsOfSource(source: SourceId) {
  return useQuery({ queryKey: [...queryKeys.records, "claims", source], queryFn: ({ signal }) => claimApi.claims({ source }, signal) });
}

export function useClaim(id: ClaimId) {
  return useQuery({ queryKey: [...queryKeys.records, id], queryFn: ({ signal }) => claimApi.claim(id, signal) });
}

export function useRejections(item?: ItemId) {
  return useQuery({
    queryKey: [...queryKeys.records, "claim-rejections", item ?? "all"],
    queryFn: ({ signal }) => claimApi.rejections(item, signal),
  });
}

export function useDerivations() {
  return useQuery({ queryKey: [...queryKeys.records, "derivations"], queryFn: ({ signal }) => claimApi.derivations(signal) });
}

export function useAssumptions() {
  return useQuery({ queryKey: [...queryKeys.records, "assumptions"], queryFn: ({ signal }) => claimApi.assumptions(signal) });
}

export function useReplies() {
  return useQuery({ queryKey: [...queryKeys.records, "replies"], queryFn: ({ signal }) => claimApi.replies(signal) });
}
