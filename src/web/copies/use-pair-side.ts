/** One of the two items of a pair: its clock, its player, and whether it is there to be locked to the other. */
import type { ItemDetail } from "../../api/items.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import type { FrameTimes } from "../bench/frame-times.ts";
import { useItemClock, usePlayer } from "../bench/use-clock.ts";
import type { Side } from "./segment-map.ts";

export interface PairSide {
  readonly side: Side;
  readonly detail: ItemDetail;
  /** Null for a still picture, and for what has no clock to go by. */
  readonly player: FramePlayer | null;
  readonly times: FrameTimes | null;
  readonly waiting: boolean;
  readonly fault: string | null;
}

export function usePairSide(side: Side, detail: ItemDetail): PairSide {
  const { clock, times, waiting, fault } = useItemClock(detail);
  const player = usePlayer(clock, undefined);
  const timed = clock !== null && clock.count > 0;
  return { side, detail, player: timed ? player : null, times, waiting: waiting || (timed && player === null), fault };
}
