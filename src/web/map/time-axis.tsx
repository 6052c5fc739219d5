/** The axis of the timeline: ticks by the clock of the zone, gaps, and the stretch that narrows the map. */
import { useRef } from "react";
import { ticksOf, type TimeSpan } from "./time-scale.ts";
import { gapWords } from "./time-words.ts";

interface AxisProps {
  readonly span: TimeSpan;
  readonly width: number;
  readonly zone: string;
  readonly gaps: readonly TimeSpan[];
  readonly brush: TimeSpan | undefined;
  readonly onBrush: (brush: TimeSpan | undefined) => void;
}

/** Drag over it: the map then shows what may have been in that stretch. */
export function TimeAxis({ span, width, zone, gaps, brush, onBrush }: AxisProps) {
  const start = useRef<number>(undefined);
  const x = (ms: number): number => ((ms - span.from) / (span.to - span.from)) * width;
  const timeAt = (event: React.PointerEvent<SVGSVGElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return span.from + ((event.clientX - left) / width) * (span.to - span.from);
  };
  const box = (stretch: TimeSpan) => {
    const left = Math.max(0, x(stretch.from));
    return { x: left, width: Math.max(0, Math.min(width, x(stretch.to)) - left) };
  };
  return (
    <svg
      className="timeline-axis"
      width={width}
      height="40"
      data-testid="time-axis"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = timeAt(event);
      }}
      onPointerMove={(event) => {
        if (start.current === undefined) return;
        const here = timeAt(event);
        onBrush({ from: Math.min(start.current, here), to: Math.max(start.current, here) });
      }}
      onPointerUp={(event) => {
        const begun = start.current;
        start.current = undefined;
        // A press without a way clears it.
        if (begun !== undefined && Math.abs(x(timeAt(event)) - x(begun)) < 4) onBrush(undefined);
      }}
    >
      {gaps.map((gap) => (
        <rect key={gap.from} className="timeline-gap" y="26" height="14" {...box(gap)}>
          <title>{gapWords([gap])}</title>
        </rect>
      ))}
      {ticksOf(span, width, zone).map(({ at, words }) => (
        <g key={at} transform={`translate(${x(at).toFixed(1)} 0)`}>
          <path d="M0 20v20" />
          <text x="3" y="14">
            {words}
          </text>
        </g>
      ))}
      {brush === undefined ? null : <rect className="timeline-brush" y="0" height="40" {...box(brush)} />}
    </svg>
  );
}
