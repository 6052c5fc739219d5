/** The place where a picture is shown: fitted, turned and zoomed by the view recipe, with boxes drawn over it. */
import { type PointerEvent as ReactPointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { FrameBox } from "../../core/observation/observation.ts";
import { t } from "../words/t.ts";
import { BoxLayer, type ShownBox } from "./box-layer.tsx";
import { filterOf, fitted, transformOf, panned, uprightOf, type ViewRecipe, zoomedAt } from "./view-recipe.ts";

export interface StageProps {
  readonly picture: { readonly width: number; readonly height: number };
  readonly view: ViewRecipe;
  readonly onView: (change: (view: ViewRecipe) => ViewRecipe) => void;
  readonly grey: boolean;
  readonly boxes: readonly ShownBox[];
  readonly drawing: boolean;
  readonly onBox: (box: FrameBox) => void;
  /** A canvas or an image that fills its place. */
  readonly children: ReactNode;
  /** Over the picture, turned and zoomed with it, and never greyed. */
  readonly overlay?: ReactNode;
}

export function Stage({ picture, view, onView, grey, boxes, drawing, onBox, children, overlay }: StageProps) {
  const place = useRef<HTMLDivElement>(null);
  const zoomedIn = useRef(false);
  useEffect(() => {
    zoomedIn.current = view.zoom > 1;
  }, [view.zoom]);
  const [room, setRoom] = useState({ width: 320, height: 180 });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    // React's wheel listener is passive and could not keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      const picture = element.firstElementChild;
      if (!(picture instanceof HTMLElement)) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const at = partsFromMiddle(event, element, picture);
        onView((now) => zoomedAt(now, event.deltaY < 0 ? 1.25 : 0.8, at));
      } else if (zoomedIn.current) {
        event.preventDefault();
        onView((now) => panned(now, -event.deltaX / picture.offsetWidth, -event.deltaY / picture.offsetHeight));
      }
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", onWheel);
    };
  }, [onView]);

  const size = fitted(picture, room, view.turnDeg);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const startPan = (event: ReactPointerEvent): void => {
    if (drawing || view.zoom === 1 || event.button !== 0) return;
    drag.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const pan = (event: ReactPointerEvent): void => {
    const from = drag.current;
    if (!from) return;
    drag.current = { x: event.clientX, y: event.clientY };
    onView((now) => panned(now, (event.clientX - from.x) / size.width, (event.clientY - from.y) / size.height));
  };
  return (
    <div
      ref={place}
      className={view.zoom > 1 && !drawing ? "stage-place is-pannable" : "stage-place"}
      onPointerDown={startPan}
      onPointerMove={pan}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      // Looking at another place without dragging: out, and in again there.
      onDoubleClick={(event) => {
        const picture = event.currentTarget.firstElementChild;
        if (drawing || !(picture instanceof HTMLElement)) return;
        const at = partsFromMiddle(event, event.currentTarget, picture);
        onView((now) => zoomedAt(now, 2, at));
      }}
    >
      <div className="stage-picture" style={{ width: size.width, height: size.height, transform: transformOf(view) }}>
        <div className="stage-pixels" style={{ filter: filterOf(view, grey) }}>
          {children}
        </div>
        {overlay}
        <BoxLayer boxes={boxes} drawing={drawing} onBox={onBox} label={t("bench.box.layer")} upright={uprightOf(view)} />
      </div>
    </div>
  );
}

/** Where the pointer is, from the middle of the place, in parts of the picture's fitted size. */
function partsFromMiddle(event: { clientX: number; clientY: number }, place: HTMLElement, picture: HTMLElement): { x: number; y: number } {
  const box = place.getBoundingClientRect();
  return {
    x: (event.clientX - box.left - box.width / 2) / picture.offsetWidth,
    y: (event.clientY - box.top - box.height / 2) / picture.offsetHeight,
  };
}
