/** `?at=12.5`: a link to a second of item time, as comments and grounds name one. Becomes `?frame=` at once. */
import { useEffect } from "react";
import { setQuery, useAddress } from "../router/router.ts";
import { frameOfItem, itemClockOf } from "../speech/item-time.ts";
import type { FramePlayer } from "./frame-player.ts";

export function useItemTimeInAddress(player: FramePlayer, kind: "video" | "sound"): void {
  const words = useAddress().query.get("at");
  useEffect(() => {
    if (words === null || !/^\d{1,7}(\.\d{1,6})?$/.test(words) || player.clock.count === 0) return;
    const frame = frameOfItem(itemClockOf(player.clock, kind), Number(words) * 1000);
    player.seek(frame);
    setQuery({ at: undefined, frame: String(frame) });
  }, [player, words, kind]);
}
