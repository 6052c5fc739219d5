/** What of the common clock the lanes show: all of it at first, what the address says, zoomed and moved by the person, and following the clock while it plays. */
import { useCallback, useEffect, useState } from "react";
import { type Span, zoomedSpan } from "../bench/timeline-draw.ts";
import { setQuery } from "../router/router.ts";
import type { Covered } from "./clip-timing.ts";
import type { LockedWall } from "./locked-wall.ts";
import { spanWords } from "./sync-address.ts";

export interface LaneSpan {
  readonly span: Span;
  readonly isWhole: boolean;
  /** `at`: part of the width that stays where it is. */
  readonly zoom: (factor: number, at?: number) => void;
  readonly pan: (parts: number) => void;
  readonly showAll: () => void;
}

/** A little room on both sides, so that the ends and their errors can be seen. */
function roomy({ from, to }: Covered): Span {
  const room = Math.max(0.25, (to - from) * 0.02);
  return { from: from - room, to: to + room };
}

export function useLaneSpan(wall: LockedWall, whole: Covered, start: Span | undefined): LaneSpan {
  const [own, setOwn] = useState<Span | undefined>(start);
  const all = roomy(whole);
  const span = own ?? all;
  const { from: wholeFrom, to: wholeTo } = all;
  const zoom = useCallback(
    (factor: number, at?: number) =>
      setOwn((now) => {
        const bounds = { from: wholeFrom, to: wholeTo };
        const shown = now ?? bounds;
        const middle = at ?? Math.min(1, Math.max(0, (wall.clockSec - shown.from) / (shown.to - shown.from)));
        const next = zoomedSpan(shown, bounds, middle, factor);
        return next.to - next.from >= (wholeTo - wholeFrom) * 0.999 ? undefined : next;
      }),
    [wall, wholeFrom, wholeTo],
  );
  const pan = useCallback(
    (parts: number) =>
      setOwn((now) => {
        if (now === undefined) return now;
        const length = now.to - now.from;
        const from = Math.min(wholeTo - length, Math.max(wholeFrom, now.from + parts * length));
        return { from, to: from + length };
      }),
    [wholeFrom, wholeTo],
  );
  // Playing or jumping out of what is shown turns the page.
  useEffect(
    () =>
      wall.onLook(({ clockSec }) =>
        setOwn((now) => {
          if (now === undefined || (clockSec >= now.from && clockSec <= now.to)) return now;
          const length = now.to - now.from;
          const from = clockSec > now.to && clockSec < now.to + length ? now.to : clockSec - length * 0.1;
          return { from, to: from + length };
        }),
      ),
    [wall],
  );
  useEffect(() => {
    const timer = setTimeout(() => setQuery({ span: own === undefined ? undefined : spanWords(own) }), 300);
    return () => clearTimeout(timer);
  }, [own]);
  return { span, isWhole: own === undefined, zoom, pan, showAll: () => setOwn(undefined) };
}
