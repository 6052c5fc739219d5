/** The time code of an observation, by the frame table of its item. */
import { useQuery } from "@tanstack/react-query";
import type { ObservationTarget } from "../../core/observation/observation.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { t } from "../words/t.ts";
import { observedAt } from "./observed-at.ts";

export function ObservationTime({ target }: { readonly target: ObservationTarget }) {
  const frames = useQuery({
    queryKey: [...queryKeys.derived(target.item), "frames"],
    queryFn: ({ signal }) => api.frames(target.item, signal),
    enabled: target.range !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const at = observedAt(target, frames.data);
  if (at === undefined || frames.isLoading) return null;
  return <>{"clock" in at ? at.clock : t("claims.identifications.stamp", { stamp: String(at.stamp) })}</>;
}
