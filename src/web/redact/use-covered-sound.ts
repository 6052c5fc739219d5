/** Plays as the copy sounds: silent in marked spans, whether the copy has silence or a tone there. Never louder than the shield lets. */
import { useEffect, useState } from "react";
import { endOfFrame } from "../bench/frame-clock.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import { coversSound } from "./covered-sound.ts";
import type { LayerDraft } from "./layer-draft.ts";

interface Sounding {
  readonly draft: LayerDraft;
  /** As the public hears it. */
  readonly preview: boolean;
  /** Of the shield. */
  readonly mute: boolean;
  /** Item time minus the player's clock. */
  readonly shiftS: number;
}

/** Whether what is reached is silent for a mark. */
export function useCoveredSound(player: FramePlayer, { draft: { marks }, preview, mute, shiftS }: Sounding): boolean {
  const [covered, setCovered] = useState(false);
  useEffect(() => {
    const drawn = marks.map((one) => one.mark);
    let animation = 0;
    const hear = (frame: number): void => {
      const startS = player.clock.table.edited[frame];
      const now =
        preview &&
        typeof startS === "number" &&
        coversSound(drawn, { startS: startS + shiftS, endS: endOfFrame(player.clock, frame) + shiftS });
      setCovered(now);
      if (player.state().muted !== (mute || now)) player.setMuted(mute || now);
    };
    const next = (): void => {
      animation = player.state().playing === "no" ? 0 : requestAnimationFrame(tick);
    };
    const tick = (): void => {
      next();
      hear(player.heard);
    };
    // Told of a press of play before anything sounds: the place that it starts from counts. While it plays, its clock does.
    const follow = (): void => {
      if (animation !== 0) return;
      next();
      hear(player.position);
    };
    follow();
    const leave = player.subscribe(follow);
    return () => {
      leave();
      cancelAnimationFrame(animation);
    };
  }, [player, marks, preview, mute, shiftS]);
  return covered;
}
