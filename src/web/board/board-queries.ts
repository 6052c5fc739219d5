/** The two reports over claims, kept fresh by live events, and claims by their ids. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ClaimRow } from "../../api/claims.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import { claimReportApi, type ContradictionQuery } from "../api-client/claim-report-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

export function useOriginReport() {
  return useQuery({ queryKey: [...queryKeys.records, "origins"], queryFn: ({ signal }) => claimReportApi.origins(signal) });
}

export function useContradictionReport(settings: ContradictionQuery) {
  return useQuery({
    queryKey: [...queryKeys.records, "contradictions", settings],
    queryFn: ({ signal }) => claimReportApi.contradictions(settings, signal),
    // While another rounding is worked out, the sheet before stays.
    placeholderData: keepPreviousData,
  });
}

export type ClaimsById = ReadonlyMap<ClaimId, ClaimRow>;

export function byId(claims: readonly ClaimRow[]): ClaimsById {
  return new Map(claims.map((claim) => [claim.id, claim]));
}
