/** The bar between the material and the side panel: dragged, or moved by arrows; its place is remembered on this machine. */
import type { PointerEvent as ReactPointerEvent, RefObject } from "react";
import { type KeptSize, useKeptSize } from "../parts/use-kept-size.ts";
import { t } from "../words/t.ts";

const bounds = { keptAt: "witnessmark.bench.side", least: 300, most: 900, start: 420 };

export function useSideWidth(): KeptSize {
  return useKeptSize(bounds);
}

export function SideWidth({ width, within: place }: { width: KeptSize; within: RefObject<HTMLElement | null> }) {
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
      aria-valuemin={bounds.least}
      aria-valuemax={bounds.most}
      aria-valuenow={width.px}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={follow}
      onDoubleClick={() => width.set(bounds.start)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: 24, ArrowRight: -24, Home: bounds.most, End: -bounds.most }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        // The arrows move this bar, not the picture.
        event.stopPropagation();
        width.set(width.px + by);
      }}
    />
  );
}
