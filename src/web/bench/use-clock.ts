/** The clock of an item: the original's frame table for video, ten-millisecond steps for sound. No clear bytes are needed for it. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { type FrameClock, frameClock } from "./frame-clock.ts";
import { FramePlayer } from "./frame-player.ts";
import { type FrameTimes, timesOfOriginal, timesOfProxy } from "./frame-times.ts";
import { soundClock } from "./sound-clock.ts";

export interface ItemClock {
  readonly clock: FrameClock | null;
  /** Where each frame stands in the bytes that will be played; null for sound and while the proxy's table is on its way. */
  readonly times: FrameTimes | null;
  readonly waiting: boolean;
  readonly fault: string | null;
}

export function useItemClock(detail: ItemDetail): ItemClock {
  const id = detail.row.id;
  const isVideo = detail.row.kind === "video" && detail.media.frames;
  const byProxy = isVideo && detail.media.play === "proxy";
  const frames = useQuery({
    queryKey: [...queryKeys.derived(id), "frames"],
    queryFn: ({ signal }) => api.frames(id, signal),
    enabled: isVideo,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const proxy = useQuery({
    queryKey: [...queryKeys.derived(id), "proxy-table"],
    queryFn: ({ signal }) => api.proxyTable(id, signal),
    enabled: byProxy,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const fault = frames.error ?? proxy.error;
    if (!isVideo) {
      const clock = detail.row.kind === "sound" && detail.probe ? soundClock(detail.probe) : null;
      return { clock, times: null, waiting: false, fault: null };
    }
    if (fault) return { clock: null, times: null, waiting: false, fault: fault.message };
    if (!frames.data || (byProxy && !proxy.data)) return { clock: null, times: null, waiting: true, fault: null };
    const clock = frameClock(frames.data);
    try {
      return { clock, times: proxy.data ? timesOfProxy(clock, proxy.data) : timesOfOriginal(clock), waiting: false, fault: null };
    } catch (error) {
      return { clock, times: null, waiting: false, fault: error instanceof Error ? error.message : String(error) };
    }
  }, [detail.probe, detail.row.kind, isVideo, byProxy, frames.data, frames.error, proxy.data, proxy.error]);
}

/** One player per clock; it keeps place and marks while the item is covered. */
export function usePlayer(clock: FrameClock | null, startFrame: number | undefined): FramePlayer | null {
  const [player, setPlayer] = useState<FramePlayer | null>(null);
  // The start frame counts once; later changes of the address are followed elsewhere.
  const start = useRef(startFrame);
  useEffect(() => {
    if (!clock) return;
    const made = new FramePlayer(clock);
    made.seek(start.current ?? clock.shownOrder[0] ?? 0);
    setPlayer(made);
    return () => {
      made.close();
      setPlayer(null);
    };
  }, [clock]);
  return player;
}
