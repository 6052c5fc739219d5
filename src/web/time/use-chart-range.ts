/** Moving about in time: wheel at the cursor, drag, keys. The stretch stays where it is while statements change. */
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { type TimeSpan, zoomedTime } from "../map/time-scale.ts";
import { pannedSpan } from "./chart-range.ts";

export interface ChartRange {
  readonly range: TimeSpan;
  readonly zoom: (factor: number, at?: number) => void;
  /** By a share of what is in sight; positive is later. */
  readonly pan: (share: number) => void;
  readonly show: (range: TimeSpan) => void;
  readonly fit: () => void;
  /** For the part that bars are drawn on. */
  readonly drag: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    /** A finger that goes up or down scrolls the rows, and the browser takes it. */
    readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  };
}

interface RangeOptions {
  readonly problem: object;
  readonly fitted: TimeSpan;
  /** Until this is so, what is fitted is not yet known. */
  readonly isKnown: boolean;
  readonly width: number;
  readonly scroller: HTMLElement | null;
  /** Where bars begin, from the left of the scroller. */
  readonly left: number;
}

export function useChartRange({ problem, fitted, isKnown, width, scroller, left }: RangeOptions): ChartRange {
  const [moved, setMoved] = useState<TimeSpan>();
  const [held, setHeld] = useState<{ readonly of: object; readonly span: TimeSpan }>();
  // What is fitted once is held while statements are dropped; other statements are fitted anew until a person moves.
  if (isKnown && held?.of !== problem) setHeld({ of: problem, span: fitted });
  const range = moved ?? held?.span ?? fitted;
  const from = useRef<{ readonly x: number; readonly range: TimeSpan }>(undefined);
  const latest = useRef({ range, width, left });
  useEffect(() => {
    latest.current = { range, width, left };
  });
  const zoom = (factor: number, at = 0.5): void => setMoved(zoomedTime(range, at, factor));

  useEffect(() => {
    const box = scroller;
    if (box === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      const { range: shown, width: wide, left: begin } = latest.current;
      const at = (event.clientX - box.getBoundingClientRect().left - begin) / wide;
      // Over the names the wheel moves through the rows, as anywhere.
      if (at < 0 || at > 1) return;
      event.preventDefault();
      const across = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(across) > Math.abs(event.shiftKey ? event.deltaX : event.deltaY))
        setMoved(pannedSpan(shown, (across / wide) * (shown.to - shown.from)));
      else setMoved(zoomedTime(shown, at, 1.0016 ** event.deltaY));
    };
    // React's own wheel handlers are passive, and the page would scroll.
    box.addEventListener("wheel", onWheel, { passive: false });
    return () => box.removeEventListener("wheel", onWheel);
  }, [scroller]);

  return {
    range,
    zoom,
    pan: (share) => setMoved(pannedSpan(range, share * (range.to - range.from))),
    show: setMoved,
    fit() {
      setMoved(undefined);
      setHeld({ of: problem, span: fitted });
    },
    drag: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, range };
      },
      onPointerMove(event) {
        if (from.current === undefined) return;
        const { range: begun, x } = from.current;
        setMoved(pannedSpan(begun, -((event.clientX - x) / width) * (begun.to - begun.from)));
      },
      onPointerUp() {
        from.current = undefined;
      },
      onPointerCancel() {
        from.current = undefined;
      },
    },
  };
}
