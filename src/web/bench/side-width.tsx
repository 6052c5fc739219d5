/** The bar between the material and the side panel: dragged, or moved by arrows; its place is remembered on this machine. */
import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from "react";
import { t } from "../words/t.ts";

const KEPT_AT = "witnessmark.bench.side";
const LEAST = 300;
const MOST = 900;
const START = 420;

export interface SideWidthState {
  readonly px: number;
  readonly set: (px: number) => void;
}

export function useSideWidth(): SideWidthState {
  const [px, setPx] = useState(() => within(Number(window.localStorage.getItem(KEPT_AT) ?? START)));
  const set = (wished: number): void => {
    const kept = within(wished);
    setPx(kept);
    window.localStorage.setItem(KEPT_AT, String(kept));
  };
  return { px, set };
}

function within(wished: number): number {
  return Number.isFinite(wished) && wished > 0 ? Math.round(Math.min(MOST, Math.max(LEAST, wished))) : START;
}

export function SideWidth({ width, within: place }: { width: SideWidthState; within: RefObject<HTMLElement | null> }) {
  const follow = (event: ReactPointerEvent<HTMLDivElement>): void => {
    const right = place.current?.getBoundingClientRect().right;
    if (right !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) width.set(right - event.clientX);
  };
  return (
    <div
      className="side-width"
      role="separator"
      aria-orientation="vertical"
      aria-label={t("bench.side-width")}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={width.px}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={follow}
      onDoubleClick={() => width.set(START)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: 24, ArrowRight: -24, Home: MOST, End: -MOST }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        // The arrows move this bar, not the picture.
        event.stopPropagation();
        width.set(width.px + by);
      }}
    />
  );
}
