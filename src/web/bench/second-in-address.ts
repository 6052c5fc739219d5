/** `?sec=2.04`: a link to a second as the container counts them, for what knows a time and not a frame's number. Becomes `?frame=` at once. */
import { useEffect } from "react";
import { setQuery, useAddress } from "../router/router.ts";
import { nearestShown } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";

export const itemAtSecond = (item: string, sec: number): string => `/items/${item}?tab=copies&sec=${Math.max(0, sec).toFixed(6)}`;

export function useSecondInAddress(player: FramePlayer): void {
  const words = useAddress().query.get("sec");
  useEffect(() => {
    if (words === null || !/^\d{1,7}(\.\d{1,6})?$/.test(words)) return;
    const frame = nearestShown(player.clock, Number(words));
    if (frame === null) return;
    player.seek(frame);
    setQuery({ sec: undefined, frame: String(frame) });
  }, [player, words]);
}
