/** What the transport keys do to the wall. K held with J or L steps one frame of the chosen clip, as editors know it. */
import { useRef } from "react";
import type { ItemId } from "../../core/item/item.ts";
import type { KeyHandlers } from "../keys/key-table.ts";
import { useShield } from "../shield/shield.tsx";
import type { LockedWall } from "./locked-wall.ts";
import type { wallPlayKeys } from "./wall-keys.ts";

export function useWallKeys(
  wall: LockedWall,
  chosen: ItemId,
  items: readonly ItemId[],
  { hear, goTo }: { readonly hear: () => void; readonly goTo: () => void },
): KeyHandlers<keyof typeof wallPlayKeys.actions> {
  const shield = useShield();
  const kHeld = useRef(false);
  return {
    toggle: () => wall.toggle(),
    halt: {
      press: ({ repeat }) => {
        if (repeat) return;
        kHeld.current = true;
        wall.pause();
      },
      release: () => (kHeld.current = false),
    },
    backward: ({ repeat }) => (kHeld.current ? wall.step(chosen, -1) : repeat ? undefined : wall.shuttle("backward")),
    forward: ({ repeat }) => (kHeld.current ? wall.step(chosen, 1) : repeat ? undefined : wall.shuttle("forward")),
    stepBack: () => wall.step(chosen, -1),
    stepOn: () => wall.step(chosen, 1),
    secondBack: () => wall.stepSeconds(-1),
    secondOn: () => wall.stepSeconds(1),
    tenBack: () => wall.step(chosen, -10),
    tenOn: () => wall.step(chosen, 10),
    first: () => wall.seek(wall.state().whole.from),
    last: () => wall.seek(wall.state().whole.to),
    goTo,
    slower: () => wall.nudgeSpeed(-1),
    faster: () => wall.nudgeSpeed(1),
    hold: { press: ({ repeat }) => (repeat ? undefined : shield.hold(...items)), release: () => shield.release() },
    hear,
  };
}
