/** What every map lets a hand do: drag and pinch to move, the wheel to go nearer at the cursor, a press on a place. */
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Position } from "../../core/place/region.ts";
import { panned, type Pixel, type Size, toPosition, type Viewport, zoomedAt } from "./viewport.ts";

interface MapFrameOptions {
  readonly view: Viewport;
  readonly size: Size;
  readonly onView: (view: Viewport) => void;
  readonly onSize: (size: Size) => void;
  /** A press that moved nothing; `targets` are what lies there, the topmost first. */
  readonly onPress: (position: Position, targets: readonly Element[]) => void;
  readonly onContext: (position: Position) => void;
}

interface MapFrame {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Where the cursor is; undefined while it is elsewhere. */
  readonly pointer: Pixel | undefined;
  /** Pixel of the frame under an event. */
  at(event: { readonly clientX: number; readonly clientY: number }): Pixel;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerCancel: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerLeave: () => void;
    readonly onContextMenu: (event: MouseEvent<HTMLDivElement>) => void;
  };
}

interface Pinch {
  readonly view: Viewport;
  readonly apart: number;
  readonly middle: Pixel;
}

/** Panels that stand over the map keep what is done to them to themselves. */
const isOverMap = (target: EventTarget | null): boolean => target instanceof Element && target.closest("[data-over-map]") !== null;

/** A hand that shakes by less means a press. */
const shakePx = 4;

export function useMapFrame({ view, size, onView, onSize, onPress, onContext }: MapFrameOptions): MapFrame {
  const frame = useRef<HTMLDivElement>(null);
  const [pointer, setPointer] = useState<Pixel>();
  const drag = useRef<{ readonly x: number; readonly y: number; readonly view: Viewport; moved: boolean }>(undefined);
  const fingers = useRef(new Map<number, Pixel>());
  const pinch = useRef<Pinch>(undefined);
  const latest = useRef({ view, size, onView });
  useEffect(() => {
    latest.current = { view, size, onView };
  });
  useEffect(() => {
    const box = frame.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => onSize({ width: box.clientWidth, height: box.clientHeight }));
    observer.observe(box);
    // React's own listener is passive, and the page would scroll along.
    const onWheel = (event: WheelEvent): void => {
      if (isOverMap(event.target)) return;
      event.preventDefault();
      const now = latest.current;
      const { left, top } = box.getBoundingClientRect();
      const by = -event.deltaY * (event.deltaMode === 1 ? 0.06 : 0.0025);
      now.onView(zoomedAt(now.view, now.size, { x: event.clientX - left, y: event.clientY - top }, Math.max(-1, Math.min(1, by))));
    };
    box.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      box.removeEventListener("wheel", onWheel);
    };
  }, [onSize]);

  const at = (event: { readonly clientX: number; readonly clientY: number }): Pixel => {
    const { left, top } = frame.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const pinched = (): { apart: number; middle: Pixel } | undefined => {
    const [a, b] = [...fingers.current.values()];
    if (a === undefined || b === undefined) return undefined;
    return { apart: Math.hypot(a.x - b.x, a.y - b.y), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
  };
  const lift = (id: number): void => {
    fingers.current.delete(id);
    if (fingers.current.size < 2) pinch.current = undefined;
  };
  return {
    frame,
    pointer,
    at,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0 || isOverMap(event.target)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, at(event));
        drag.current = { ...at(event), view, moved: fingers.current.size > 1 };
        const two = pinched();
        if (two !== undefined) pinch.current = { view, ...two };
      },
      onPointerMove(event) {
        const here = at(event);
        setPointer(here);
        if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, here);
        const two = pinched();
        if (pinch.current !== undefined && two !== undefined) {
          const { view: before, apart, middle } = pinch.current;
          const moved = panned(before, size, middle.x - two.middle.x, middle.y - two.middle.y);
          onView(zoomedAt(moved, size, two.middle, Math.log2(Math.max(1, two.apart) / Math.max(1, apart))));
          return;
        }
        const from = drag.current;
        if (from === undefined) return;
        if (Math.hypot(here.x - from.x, here.y - from.y) > shakePx) from.moved = true;
        if (from.moved) onView(panned(from.view, size, from.x - here.x, from.y - here.y));
      },
      onPointerUp(event) {
        lift(event.pointerId);
        const from = drag.current;
        drag.current = undefined;
        if (from === undefined || from.moved) return;
        // The frame holds the pointer, so what lies under it is asked for.
        onPress(toPosition(view, size, at(event)), document.elementsFromPoint(event.clientX, event.clientY));
      },
      onPointerCancel(event) {
        lift(event.pointerId);
        drag.current = undefined;
      },
      onPointerLeave: () => setPointer(undefined),
      onContextMenu(event) {
        if (isOverMap(event.target)) return;
        event.preventDefault();
        onContext(toPosition(view, size, at(event)));
      },
    },
  };
}
