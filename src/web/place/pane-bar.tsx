/** The bar between two panes of the bench: dragged, or moved by arrows; its place is remembered on this machine. */
import type { PointerEvent as ReactPointerEvent, RefObject } from "react";
import type { KeptSize, SizeBounds } from "../parts/use-kept-size.ts";

interface PaneBarProps {
  readonly label: string;
  readonly bounds: SizeBounds;
  readonly size: KeptSize;
  /** The edge of `within` from which the size is counted. */
  readonly from: "left" | "right";
  readonly within: RefObject<HTMLElement | null>;
}

export function PaneBar({ label, bounds, size, from, within }: PaneBarProps) {
  const follow = (event: ReactPointerEvent<HTMLDivElement>): void => {
    const box = within.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    size.set(from === "right" ? box.right - event.clientX : event.clientX - box.left);
  };
  const wider = from === "right" ? "ArrowLeft" : "ArrowRight";
  const narrower = from === "right" ? "ArrowRight" : "ArrowLeft";
  return (
    <div
      className="pane-bar"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={bounds.least}
      aria-valuemax={bounds.most}
      aria-valuenow={size.px}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={follow}
      onDoubleClick={() => size.set(bounds.start)}
      onKeyDown={(event) => {
        const by = { [wider]: 24, [narrower]: -24, Home: bounds.most, End: -bounds.most }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        size.set(size.px + by);
      }}
    />
  );
}
