/** Routes of the redaction layer, and the query that its screens share. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  type LeaveRegionRequest,
  Marked,
  type MarkRequest,
  type OverrideRequest,
  RedactionAnswer,
  RegionsAnswer,
  TrackBoxAnswer,
  type TrackBoxRequest,
  type ViewStretchRequest,
} from "../../api/redactions.ts";
import type { DetectRequest } from "../../core/detector/detector-settings.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { RedactionId } from "../../core/redaction/redaction.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Appended = z.looseObject({ seq: z.number().int() });

export const redactionApi = {
  of: (item: ItemId, signal?: AbortSignal) => ask(RedactionAnswer, `/api/items/${item}/redaction`, { signal }),
  mark: (body: MarkRequest) => ask(Marked, "/api/redactions", { method: "POST", body }),
  withdraw: (id: RedactionId, reason: string) => ask(Appended, `/api/redactions/${id}/withdraw`, { method: "POST", body: { reason } }),
  viewStretch: (item: ItemId, body: ViewStretchRequest) => ask(Appended, `/api/items/${item}/stretches`, { method: "POST", body }),
  override: (item: ItemId, body: OverrideRequest) => ask(Appended, `/api/items/${item}/overrides`, { method: "POST", body }),
  regions: (item: ItemId, signal?: AbortSignal) => ask(RegionsAnswer, `/api/items/${item}/regions`, { signal }),
  detect: (item: ItemId, body: DetectRequest) =>
    ask(z.looseObject({ job: z.string() }), `/api/items/${item}/detect`, { method: "POST", body }),
  leaveRegion: (item: ItemId, body: LeaveRegionRequest) => ask(Appended, `/api/items/${item}/regions/leave`, { method: "POST", body }),
  track: (item: ItemId, body: TrackBoxRequest, signal?: AbortSignal) =>
    ask(TrackBoxAnswer, `/api/items/${item}/track`, { method: "POST", body, signal }),
} as const;

export function useRedaction(item: ItemId, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.records, "redaction", item],
    queryFn: ({ signal }) => redactionApi.of(item, signal),
    enabled,
  });
}

export function useRegions(item: ItemId) {
  return useQuery({ queryKey: [...queryKeys.records, "regions", item], queryFn: ({ signal }) => redactionApi.regions(item, signal) });
}
