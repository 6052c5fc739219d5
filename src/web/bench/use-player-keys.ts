/** What the transport keys do. K held with J or L steps one frame, as editors know it. */
import { useMemo, useRef } from "react";
import type { KeyHandlers } from "../keys/key-table.ts";
import type { playerKeys } from "./bench-keys.ts";
import type { FramePlayer } from "./frame-player.ts";

export function usePlayerKeys(
  player: FramePlayer,
  { goTo, marker }: { goTo: () => void; marker: () => void },
): KeyHandlers<keyof typeof playerKeys.actions> {
  const kHeld = useRef(false);
  return useMemo(
    () => ({
      toggle: () => player.toggle(),
      halt: {
        press: ({ repeat }) => {
          if (repeat) return;
          kHeld.current = true;
          player.pause();
        },
        release: () => (kHeld.current = false),
      },
      backward: ({ repeat }) => (kHeld.current ? player.step(-1) : repeat ? undefined : player.shuttle("backward")),
      forward: ({ repeat }) => (kHeld.current ? player.step(1) : repeat ? undefined : player.shuttle("forward")),
      stepBack: () => player.step(-1),
      stepOn: () => player.step(1),
      secondBack: () => player.stepSeconds(-1),
      secondOn: () => player.stepSeconds(1),
      tenBack: () => player.step(-10),
      tenOn: () => player.step(10),
      first: () => player.seek(0),
      last: () => player.seek(player.clock.count - 1),
      slower: () => player.nudgeSpeed(-1),
      faster: () => player.nudgeSpeed(1),
      markIn: () => player.markIn(),
      markOut: () => player.markOut(),
      clearMarks: () => player.clearMarks(),
      loop: () => player.setLoop(!player.state().loop),
      goTo,
      marker,
    }),
    [player, goTo, marker],
  );
}
