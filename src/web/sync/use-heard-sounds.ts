/** Sudden sounds of the clips, the clear ones: the doubtful are on each item's own bench. */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import type { HeardSound } from "./wall-events.ts";

export function useHeardSounds(details: readonly ItemDetail[]): ReadonlyMap<ItemId, readonly HeardSound[]> {
  const answers = useQueries({
    queries: details.map(({ row: { id }, media }) => ({
      queryKey: [...queryKeys.derived(id), "sound-events"],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.soundEvents(id, signal),
      enabled: media.soundEvents,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const arrived = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join(" ");
  return useMemo(
    () =>
      new Map(
        details.map(({ row: { id } }, index): [ItemId, HeardSound[]] => [
          id,
          (answers[index]?.data?.events ?? []).flatMap(({ atSec, overBackgroundDb, confidence }) =>
            confidence === "clear" ? [{ atS: atSec, loudDb: overBackgroundDb }] : [],
          ),
        ]),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- the answers are others when one arrived
    [details, arrived],
  );
}
