/** Sudden sounds of an item, on the player's clock, and the way to them by key. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { SoundEvent, SoundEventsResult } from "../../core/sound-events/sound-events.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import type { KeyHandlers } from "../keys/key-table.ts";
import type { soundKeys } from "./bench-keys.ts";
import { type FrameClock, frameAtClock } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";

export interface PlacedSoundEvent extends SoundEvent {
  /** Seconds on the player's clock. */
  readonly clockSec: number;
}

export interface SoundEventsOfItem {
  /** Undefined while it is on its way, or there is none. */
  readonly result: SoundEventsResult | undefined;
  readonly events: readonly PlacedSoundEvent[];
  readonly error: Error | null;
}

export function useSoundEvents(detail: ItemDetail): SoundEventsOfItem {
  const { id, kind } = detail.row;
  const { data, error } = useQuery({
    queryKey: [...queryKeys.derived(id), "sound-events"],
    queryFn: ({ signal }) => api.soundEvents(id, signal),
    enabled: detail.media.soundEvents,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => ({ result: data, events: data === undefined ? [] : placed(data, kind), error }), [data, kind, error]);
}

/** Sound alone starts at 0 on the player's clock, wherever its container puts it, as its waveform does. */
export function placed({ events, startSec }: SoundEventsResult, kind: string): PlacedSoundEvent[] {
  return events.map((event) => ({ ...event, clockSec: kind === "sound" ? event.atSec - startSec : event.atSec }));
}

/** To the frame that is on screen when it begins. */
export function goToSound(player: FramePlayer, { clockSec }: PlacedSoundEvent): void {
  const frame = frameAtClock(player.clock, clockSec);
  if (frame !== null) player.seek(frame);
}

/** The next one after the frame at `position`, or the one before it; several within one frame count once. */
export function soundBeside(
  clock: FrameClock,
  events: readonly PlacedSoundEvent[],
  position: number,
  way: "next" | "previous",
): PlacedSoundEvent | undefined {
  const here = clock.table.edited[position];
  if (typeof here !== "number") return way === "next" ? events[0] : undefined;
  const startOf = (event: PlacedSoundEvent): number => {
    const frame = frameAtClock(clock, event.clockSec);
    return frame === null ? event.clockSec : (clock.table.edited[frame] ?? event.clockSec);
  };
  return way === "next" ? events.find((event) => startOf(event) > here) : events.findLast((event) => startOf(event) < here);
}

export function soundKeyHandlers(player: FramePlayer, events: readonly PlacedSoundEvent[]): KeyHandlers<keyof typeof soundKeys.actions> {
  const go = (way: "next" | "previous") => () => {
    const event = soundBeside(player.clock, events, player.position, way);
    if (event !== undefined) goToSound(player, event);
  };
  return { nextSound: go("next"), previousSound: go("previous") };
}
