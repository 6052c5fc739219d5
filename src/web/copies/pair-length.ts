/** How long an item is on the clock that the players and the segments share, seconds; 0 for a still. */
import type { PairSide } from "./use-pair-side.ts";

export function lengthOf({ detail, player }: Pick<PairSide, "detail" | "player">): number {
  if (player !== null) return player.clock.endSec;
  return detail.row.kind === "picture" || detail.row.durationSec === "unknown" ? 0 : detail.row.durationSec;
}
