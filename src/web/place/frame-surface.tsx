/** The picture itself: fitted, zoomed and shifted, and under it nothing but the frame's own pixels as coordinates. */
import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { FramePoint } from "../../core/observation/frame-point.ts";
import { fitted, filterOf, panned, PLAIN_VIEW, transformOf, type ViewRecipe, zoomed, zoomedAt } from "../bench/view-recipe.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

interface FrameSurfaceProps {
  readonly size: { readonly width: number; readonly height: number };
  readonly grey: boolean;
  readonly onPoint?: ((at: FramePoint) => void) | undefined;
  readonly onMoveMark?: ((mark: string, at: FramePoint) => void) | undefined;
  readonly onNudge?: ((byX: number, byY: number) => void) | undefined;
  readonly children: { readonly picture: ReactNode; readonly marks: ((unit: number) => ReactNode) | undefined };
}

/** Screen pixels that a hand may shake without having dragged. */
const stillPx = 4;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function FrameSurface({ size, grey, onPoint, onMoveMark, onNudge, children }: FrameSurfaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [view, setView] = useState<ViewRecipe>(PLAIN_VIEW);
  const [room, setRoom] = useState({ width: 320, height: 180 });
  const [cross, setCross] = useState<FramePoint>();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    // React's wheel listener is passive and could not keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      const picture = element.firstElementChild;
      if (!(picture instanceof HTMLElement)) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = {
        x: (event.clientX - box.left - box.width / 2) / picture.offsetWidth,
        y: (event.clientY - box.top - box.height / 2) / picture.offsetHeight,
      };
      setView((now) => zoomedAt(now, event.deltaY < 0 ? 1.25 : 0.8, at));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", onWheel);
    };
  }, []);

  const shown = fitted(size, room, 0);
  const unit = size.width / (shown.width * view.zoom);
  const within = (at: FramePoint): FramePoint => ({ x: clamp(at.x, size.width), y: clamp(at.y, size.height) });
  const pointOf = (event: { clientX: number; clientY: number }): FramePoint | undefined => {
    const box = drawing.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return undefined;
    return within({
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    });
  };
  const drag = useRef<{ x: number; y: number; moved: boolean; mark: string | undefined } | null>(null);
  const onDown = (event: ReactPointerEvent): void => {
    if (event.button !== 0) return;
    const mark = event.target instanceof Element ? event.target.closest("[data-mark]")?.getAttribute("data-mark") : null;
    drag.current = { x: event.clientX, y: event.clientY, moved: false, mark: mark ?? undefined };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onMove = (event: ReactPointerEvent): void => {
    const from = drag.current;
    if (!from) return;
    const [byX, byY] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(byX, byY) < stillPx) return;
    from.moved = true;
    if (from.mark !== undefined) {
      const at = pointOf(event);
      if (at !== undefined) onMoveMark?.(from.mark, at);
      return;
    }
    drag.current = { ...from, x: event.clientX, y: event.clientY };
    setView((now) => panned(now, byX / shown.width, byY / shown.height));
  };
  const onUp = (event: ReactPointerEvent): void => {
    const from = drag.current;
    drag.current = null;
    if (!from || from.moved || from.mark !== undefined) return;
    const at = pointOf(event);
    if (at !== undefined) onPoint?.(at);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = arrows[event.key];
    if (way !== undefined) {
      const by = event.shiftKey ? 10 : 1;
      if (onNudge !== undefined) onNudge(way[0] * by, way[1] * by);
      else if (onPoint !== undefined) moveCross(way[0] * by, way[1] * by);
      else setView((now) => panned(now, -way[0] / 8, -way[1] / 8));
    } else if (event.key === "Enter" && onPoint !== undefined && cross !== undefined) onPoint(cross);
    else if (event.key === "+" || event.key === "=") setView((now) => zoomed(now, 1.25));
    else if (event.key === "-") setView((now) => zoomed(now, 0.8));
    else if (event.key === "0") setView(PLAIN_VIEW);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const moveCross = (byX: number, byY: number): void => {
    const at = within({ x: (cross?.x ?? size.width / 2) + byX, y: (cross?.y ?? size.height / 2) + byY });
    setCross(at);
    announce(t("camera.frame.cross", { x: Math.round(at.x), y: Math.round(at.y) }));
  };
  return (
    <div
      ref={place}
      className={onPoint === undefined ? "stage-place frame-surface" : "stage-place frame-surface is-marking"}
      tabIndex={0}
      role="group"
      aria-label={t("camera.frame.surface", { width: String(size.width), height: String(size.height) })}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={() => (drag.current = null)}
      onKeyDown={onKey}
    >
      <div className="stage-picture" style={{ width: shown.width, height: shown.height, transform: transformOf(view) }}>
        <div className="stage-pixels" style={{ filter: filterOf(PLAIN_VIEW, grey) }}>
          {children.picture}
        </div>
        <svg ref={drawing} className="frame-marks" viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none">
          {children.marks?.(unit)}
          {onPoint === undefined || onNudge !== undefined || cross === undefined ? null : <Cross at={cross} unit={unit} />}
        </svg>
      </div>
    </div>
  );
}

function Cross({ at, unit }: { at: FramePoint; unit: number }) {
  const [near, far] = [4 * unit, 14 * unit];
  const arms = [
    [near, 0, far, 0],
    [-near, 0, -far, 0],
    [0, near, 0, far],
    [0, -near, 0, -far],
  ] as const;
  const path = arms.map(([x, y, toX, toY]) => `M${at.x + x} ${at.y + y}L${at.x + toX} ${at.y + toY}`).join("");
  return (
    <g className="frame-cross" aria-hidden="true">
      <path d={path} className="frame-halo" />
      <path d={path} />
    </g>
  );
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
