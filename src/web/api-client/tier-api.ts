/** Routes of tiers, and the queries that screens share. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  ExportedTier,
  type ExportTierQuery,
  ImportedTiers,
  type ImportTierRequest,
  type ReviewTierRequest,
  TierAnswer,
  TiersAnswer,
  type WriteTierRequest,
  WrittenTier,
} from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Appended = z.looseObject({ seq: z.number().int() });

export const tierApi = {
  list: (item: ItemId | undefined, signal?: AbortSignal) =>
    ask(TiersAnswer, item === undefined ? "/api/tiers" : `/api/items/${item}/tiers`, { signal }),
  tier: (id: TierId, version: number | undefined, signal?: AbortSignal) =>
    ask(TierAnswer, `/api/tiers/${id}${queryString({ version })}`, { signal }),
  write: (body: WriteTierRequest) => ask(WrittenTier, "/api/tiers", { method: "POST", body }),
  review: (id: TierId, body: ReviewTierRequest) => ask(Appended, `/api/tiers/${id}/review`, { method: "POST", body }),
  withdraw: (id: TierId, reason: string) => ask(Appended, `/api/tiers/${id}/withdraw`, { method: "POST", body: { reason } }),
  withdrawReview: (line: number, reason: string) =>
    ask(Appended, `/api/tiers/reviews/${line}/withdraw`, { method: "POST", body: { reason } }),
  import: (body: ImportTierRequest) => ask(ImportedTiers, "/api/tiers/import", { method: "POST", body }),
  export: (id: TierId, query: Partial<ExportTierQuery> & Pick<ExportTierQuery, "format">, signal?: AbortSignal) =>
    ask(ExportedTier, `/api/tiers/${id}/export${queryString(query)}`, { signal }),
} as const;

/** Of one item, or of the case. Stale with every record of the case. */
export function useTiers(item?: ItemId) {
  return useQuery({
    queryKey: [...queryKeys.records, "tiers", item ?? "case"],
    queryFn: ({ signal }) => tierApi.list(item, signal),
  });
}

export function useTier(id: TierId | undefined, version?: number) {
  return useQuery({
    queryKey: [...queryKeys.records, "tier", id ?? "none", version ?? "newest"],
    queryFn: ({ signal }) => tierApi.tier(id ?? "w1", version, signal),
    enabled: id !== undefined,
  });
}
