/** A marker says only "look here": one key, no words, written at the frame on screen. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import type { FramePlayer } from "./frame-player.ts";
import { rangeOf } from "./observation-target.ts";

export function useMarker(detail: ItemDetail, player: FramePlayer | null): { readonly set: () => void; readonly error: Error | null } {
  const client = useQueryClient();
  const { row, probe } = detail;
  const { mutate, error } = useMutation({
    mutationFn: (frame: number) => {
      const range = player === null ? undefined : rangeOf(player.clock, probe, frame, frame);
      if (range === undefined) throw new Error(t("bench.observe.no-pin"));
      return api.observe(row.id, { sort: "marker", range, text: "" });
    },
    onSuccess: ({ id }, frame) => {
      announce(t("bench.observe.marked", { id, frame }));
      void client.invalidateQueries({ queryKey: queryKeys.item(row.id) });
    },
  });
  const set = useCallback(() => {
    // The frame that is seen, not one that is still being fetched.
    if (player !== null) mutate(player.state().shown ?? player.position);
  }, [player, mutate]);
  return { set, error };
}
