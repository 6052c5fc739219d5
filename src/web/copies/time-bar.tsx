/** One item's whole length with what it shares, picture above sound, and where its player stands. For the pointer; the lists say the same in words. */
import type { PointerEvent as ReactPointerEvent } from "react";
import type { LockedPair } from "./locked-pair.ts";
import { useSecond } from "./overlap-plot.tsx";
import { segmentName, type SharedSegment, type Side } from "./segment-map.ts";

interface TimeBarProps {
  readonly side: Side;
  readonly lock: LockedPair;
  readonly segments: readonly SharedSegment[];
  readonly lengthSec: number;
}

export function TimeBar({ side, lock, segments, lengthSec }: TimeBarProps) {
  const sec = useSecond(lock, side);
  if (!(lengthSec > 0)) return null;
  const percent = (at: number): string => `${(at / lengthSec) * 100}%`;
  const go = (event: ReactPointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || (event.type === "pointermove" && event.buttons !== 1)) return;
    const box = event.currentTarget.getBoundingClientRect();
    lock.goTo(side, Math.min(lengthSec, Math.max(0, ((event.clientX - box.left) / box.width) * lengthSec)));
  };
  return (
    <div
      className="time-bar"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      {segments.map((segment) => {
        const { fromSec, toSec } = segment.match[side];
        return (
          <span
            key={segmentName(segment)}
            className={`held is-${segment.channel}`}
            style={{ left: percent(fromSec), width: percent(toSec - fromSec) }}
          />
        );
      })}
      {sec === null ? null : <span className="time-bar-cursor" style={{ left: percent(sec) }} />}
    </div>
  );
}
