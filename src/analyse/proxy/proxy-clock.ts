/** Where the frames and the sound of an original are put on its proxy's clock. */
import type { FrameTable } from "../../core/analysis/probe-result.ts";

export interface ProxyClock {
  /** Seconds to add to a frame's stored time. */
  readonly pictureShift: number;
  /** Seconds to add to the sound's time on the player's clock. */
  readonly soundShift: number;
  /** Where each frame of the original should stand in the proxy. */
  readonly wanted: readonly number[];
}

/**
 * Frames that the edit list hides are kept too, before 0 on the player's clock if need be; so everything is shifted until
 * the earliest frame or sound stands at 0. Sound keeps its distance from the frames that a player shows.
 */
export function proxyClock({ pts, edited, timeBase }: FrameTable, soundStartSec: number | undefined): ProxyClock {
  const stored = pts.map((time) => (time * timeBase.num) / timeBase.den);
  const firstShown = edited.findIndex((time) => time !== null);
  const onPlayer = firstShown < 0 ? 0 : (edited[firstShown] as number) - (stored[firstShown] as number);
  const earliest = Math.min((stored[0] ?? 0) + onPlayer, soundStartSec ?? Number.POSITIVE_INFINITY);
  const pictureShift = onPlayer - earliest;
  return { pictureShift, soundShift: -earliest, wanted: stored.map((time) => time + pictureShift) };
}
