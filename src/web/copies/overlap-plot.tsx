/**
 * Second of A against second of B: every shared stretch is a line, its slope is the speed. A click goes there; with the
 * keyboard the transport moves along, and the list of segments beside it jumps.
 */
import { type PointerEvent as ReactPointerEvent, useSyncExternalStore } from "react";
import { t } from "../words/t.ts";
import type { LockedPair } from "./locked-pair.ts";
import { secondOfFrame } from "./segment-clock.ts";
import { acrossSec, type SharedSegment, segmentName } from "./segment-map.ts";
import { shortSecond } from "./second-words.ts";

interface OverlapPlotProps {
  readonly lock: LockedPair;
  readonly segments: readonly SharedSegment[];
  readonly lengthA: number;
  readonly lengthB: number;
  readonly onChoose: (segment: SharedSegment) => void;
}

/** Units of the drawing; it is scaled to its place. */
const size = 300;
const margin = { left: 34, bottom: 22, top: 8, right: 8 };
const wide = size - margin.left - margin.right;
const high = size - margin.top - margin.bottom;
/** How near to a line a click means it. */
const near = 10;

export function OverlapPlot({ lock, segments, lengthA, lengthB, onChoose }: OverlapPlotProps) {
  const state = useSyncExternalStore(lock.subscribe, lock.state);
  const secA = useSecond(lock, "a");
  const secB = useSecond(lock, "b");
  const x = (sec: number): number => margin.left + (lengthA > 0 ? sec / lengthA : 0.5) * wide;
  const y = (sec: number): number => margin.top + (1 - (lengthB > 0 ? sec / lengthB : 0.5)) * high;
  const go = (event: ReactPointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0 || (event.type === "pointermove" && event.buttons !== 1)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = size / box.width;
    const [px, py] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const [a, b] = [((px - margin.left) / wide) * lengthA, (1 - (py - margin.top) / high) * lengthB];
    const within = (sec: number, most: number): number => Math.min(most, Math.max(0, sec));
    if (event.type === "pointerdown") {
      const line = nearest(segments, (segment) => Math.abs(y(acrossSec(segment, "a", a)) - py), a);
      if (line !== undefined && line !== state.following) onChoose(line);
    }
    if (state.leader === "a") lock.goTo("a", within(a, lengthA));
    else lock.goTo("b", within(b, lengthB));
  };
  return (
    <svg
      className="overlap-plot"
      viewBox={`0 0 ${size} ${size}`}
      role="slider"
      tabIndex={0}
      aria-label={t("copies.plot")}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={lengthA}
      aria-valuenow={secA ?? 0}
      aria-valuetext={t("copies.plot-at", { a: shortSecond(secA ?? 0), b: shortSecond(secB ?? 0) })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <rect className="plot-ground" x={margin.left} y={margin.top} width={wide} height={high} />
      {ticks(lengthA).map((sec) => (
        <g key={`a${sec}`}>
          <line className="plot-tick" x1={x(sec)} x2={x(sec)} y1={margin.top} y2={margin.top + high} />
          <text className="plot-words" x={x(sec)} y={size - 8} textAnchor="middle">
            {sec}
          </text>
        </g>
      ))}
      {ticks(lengthB).map((sec) => (
        <g key={`b${sec}`}>
          <line className="plot-tick" x1={margin.left} x2={margin.left + wide} y1={y(sec)} y2={y(sec)} />
          <text className="plot-words" x={margin.left - 5} y={y(sec) + 4} textAnchor="end">
            {sec}
          </text>
        </g>
      ))}
      <text className="plot-words is-axis" x={size - margin.right} y={size - margin.bottom - 5} textAnchor="end">
        {t("copies.plot-axis", { letter: "A" })}
      </text>
      <text className="plot-words is-axis" x={margin.left + 5} y={margin.top + 12}>
        {t("copies.plot-axis", { letter: "B" })}
      </text>
      {segments.map((segment) => (
        <Line key={segmentName(segment)} segment={segment} x={x} y={y} chosen={segment === state.following} />
      ))}
      {secA === null ? null : <line className="plot-cursor" x1={x(secA)} x2={x(secA)} y1={margin.top} y2={margin.top + high} />}
      {secB === null || state.following === null ? null : (
        <line className="plot-cursor" x1={margin.left} x2={margin.left + wide} y1={y(secB)} y2={y(secB)} />
      )}
    </svg>
  );
}

function Line({
  segment,
  x,
  y,
  chosen,
}: {
  segment: SharedSegment;
  x: (sec: number) => number;
  y: (sec: number) => number;
  chosen: boolean;
}) {
  const { a, b } = segment.match;
  const name = `plot-line is-${segment.channel}${chosen ? " is-chosen" : ""}`;
  // A still and a moment are a point.
  if (a.fromSec === a.toSec && b.fromSec === b.toSec) return <circle className={name} cx={x(a.fromSec)} cy={y(b.fromSec)} r={4} />;
  return <line className={name} x1={x(a.fromSec)} y1={y(b.fromSec)} x2={x(a.toSec)} y2={y(b.toSec)} />;
}

function nearest(
  segments: readonly SharedSegment[],
  distance: (segment: SharedSegment) => number,
  secA: number,
): SharedSegment | undefined {
  return segments
    .filter((segment) => secA >= segment.match.a.fromSec && secA <= segment.match.a.toSec && distance(segment) < near)
    .toSorted((one, two) => distance(one) - distance(two))[0];
}

/** Second that a player of the pair stands at; null without a clock, and on a frame that is never shown. */
export function useSecond(lock: LockedPair, side: "a" | "b"): number | null {
  const player = lock.players[side];
  const state = useSyncExternalStore(player?.subscribe ?? never, player?.state ?? none);
  if (player === null) return 0;
  return secondOfFrame(player.clock, state?.waitingFor ?? state?.shown ?? 0);
}
const never = (): (() => void) => () => undefined;
const none = (): null => null;

/** About five round numbers from 0. */
export function ticks(lengthSec: number): number[] {
  if (!(lengthSec > 0)) return [];
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
  const step = steps.find((one) => lengthSec / one <= 6) ?? 14_400;
  return Array.from({ length: Math.floor(lengthSec / step + 1e-9) + 1 }, (_, n) => Number((n * step).toFixed(1)));
}
