/** The axis over the rows, and lines through them at its ticks: round times by the clock of the zone. */
import { type Tick, ticksOf, type TimeSpan } from "../map/time-scale.ts";
import { scaleOf } from "./chart-range.ts";

export const axisHeight = 30;

export interface PlacedTick extends Tick {
  /** Pixels from the left edge. */
  readonly x: number;
}

/** Worked out once for all rows. */
export function placedTicks(range: TimeSpan, width: number, zone: string): PlacedTick[] {
  const x = scaleOf(range, width);
  return ticksOf(range, width, zone).map((tick) => ({ ...tick, x: x(tick.at) }));
}

export function ChartAxis({ ticks }: { ticks: readonly PlacedTick[] }) {
  return (
    <g className="tc-axis">
      {ticks.map(({ at, words, x }) => (
        <g key={at} transform={`translate(${x.toFixed(1)} 0)`}>
          <path d={`M0.5 20V${axisHeight}`} />
          <text x="3" y="15">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

export function ChartGrid({ ticks, height }: { ticks: readonly PlacedTick[]; height: number }) {
  const lines = ticks.map(({ x }) => `M${(Math.round(x) + 0.5).toFixed(1)} 0V${height}`);
  return <path className="tc-grid" d={lines.join("")} />;
}
