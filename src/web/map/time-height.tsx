/** The bar between map and timeline: dragged, or moved by arrows; its place is remembered on this machine. */
import { type RefObject, useState } from "react";
import { t } from "../words/t.ts";

const keptAt = "witnessmark.map.time-height";
const least = 120;
const most = 900;
const start = 260;

export interface TimeHeightState {
  readonly px: number;
  readonly set: (px: number) => void;
}

export function useTimeHeight(): TimeHeightState {
  const [px, setPx] = useState(() => within(Number(window.localStorage.getItem(keptAt) ?? start)));
  const set = (wished: number): void => {
    setPx(within(wished));
    window.localStorage.setItem(keptAt, String(within(wished)));
  };
  return { px, set };
}

function within(wished: number): number {
  return Number.isFinite(wished) && wished > 0 ? Math.round(Math.min(most, Math.max(least, wished))) : start;
}

export function TimeHeight({ height, within: place }: { height: TimeHeightState; within: RefObject<HTMLElement | null> }) {
  return (
    <div
      className="time-height"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t("map.height")}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={height.px}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const bottom = place.current?.getBoundingClientRect().bottom;
        if (bottom !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) height.set(bottom - event.clientY);
      }}
      onKeyDown={(event) => {
        const by = { ArrowUp: 24, ArrowDown: -24 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        // The arrows move this bar, not the map.
        event.stopPropagation();
        height.set(height.px + by);
      }}
    />
  );
}
