/** The bar between map and timeline: dragged, or moved by arrows; its place is remembered on this machine. */
import type { RefObject } from "react";
import { type KeptSize, useKeptSize } from "../parts/use-kept-size.ts";
import { t } from "../words/t.ts";

const bounds = { keptAt: "witnessmark.map.time-height", least: 120, most: 900, start: 260 };

export function useTimeHeight(): KeptSize {
  return useKeptSize(bounds);
}

export function TimeHeight({ height, within: place }: { height: KeptSize; within: RefObject<HTMLElement | null> }) {
  return (
    <div
      className="time-height"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t("map.height")}
      aria-valuemin={bounds.least}
      aria-valuemax={bounds.most}
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
