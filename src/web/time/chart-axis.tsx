/** The axis over the rows: ticks by the clock of the zone, which stands at its left edge. */
import { ticksOf, type TimeSpan } from "../map/time-scale.ts";
import { scaleOf } from "./chart-range.ts";

export const axisHeight = 30;

export function ChartAxis({ range, width, zone }: { range: TimeSpan; width: number; zone: string }) {
  const x = scaleOf(range, width);
  return (
    <g className="tc-axis">
      {ticksOf(range, width, zone).map(({ at, words }) => (
        <g key={at} transform={`translate(${x(at).toFixed(1)} 0)`}>
          <path d={`M0.5 20V${axisHeight}`} />
          <text x="3" y="15">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Lines through a row at the ticks. */
export function ChartGrid({ range, width, zone, height }: { range: TimeSpan; width: number; zone: string; height: number }) {
  const x = scaleOf(range, width);
  const lines = ticksOf(range, width, zone).map(({ at }) => `M${(Math.round(x(at)) + 0.5).toFixed(1)} 0V${height}`);
  return <path className="tc-grid" d={lines.join("")} />;
}
