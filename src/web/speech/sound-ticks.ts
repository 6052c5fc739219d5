/** Impulsive sounds as ticks on the waveform: when and how loud, never what they were. Doubtful ones are left out. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { t } from "../words/t.ts";
import { clockOfMs } from "./segment-words.ts";

export interface SoundTick {
  /** Item time. */
  readonly atMs: number;
  readonly says: string;
}

const none: readonly SoundTick[] = [];

export function useSoundTicks(detail: ItemDetail): readonly SoundTick[] {
  const { id } = detail.row;
  const { data } = useQuery({
    queryKey: [...queryKeys.derived(id), "sound-events"],
    queryFn: ({ signal }) => api.soundEvents(id, signal),
    enabled: detail.media.soundEvents,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(
    () =>
      data?.events
        .filter(({ confidence }) => confidence === "clear")
        .map(({ atSec, peakDbfs, overBackgroundDb }) => {
          const atMs = Math.round(atSec * 1000);
          const values = { at: clockOfMs(atMs), peak: peakDbfs.toFixed(1), over: overBackgroundDb.toFixed(0) };
          return { atMs, says: t("speech.sound-tick", values) };
        }) ?? none,
    [data],
  );
}
