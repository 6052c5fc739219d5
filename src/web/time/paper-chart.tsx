/** The whole chart as one drawing with its names, title and terms: for paper and for files. */
import type { TimeSpan } from "../map/time-scale.ts";
import { t } from "../words/t.ts";
import { axisHeight, ChartAxis, ChartGrid, placedTicks } from "./chart-axis.tsx";
import { ChartBars, rowWords } from "./chart-bars.tsx";
import type { ChartRow } from "./chart-rows.ts";
import { barsHeight } from "./row-heights.ts";
import { standingWords } from "./statement-words.ts";

export interface PaperTerms {
  readonly title: string;
  /** Lines under the drawing: zone, horizon, version, head, what is dropped. */
  readonly lines: readonly string[];
}

interface PaperChartProps {
  readonly rows: readonly ChartRow[];
  readonly range: TimeSpan;
  readonly zone: string;
  readonly terms?: PaperTerms;
}

const labels = 236;
const bars = 764;
const headHeight = 34;
const lineHeight = 16;
/** About five pages; the problem as JSON has all of them. */
export const rowsOnPaper = 400;

export function PaperChart({ rows, range, zone, terms }: PaperChartProps) {
  const shown = rows.slice(0, rowsOnPaper);
  const ticks = placedTicks(range, bars, zone);
  const head = terms === undefined ? 0 : headHeight;
  const foot = terms === undefined ? 0 : terms.lines.length * lineHeight + 14;
  const tops: number[] = [];
  let bottom = head + axisHeight;
  for (const row of shown) {
    tops.push(bottom);
    bottom += barsHeight(row);
  }
  const height = bottom + foot;
  return (
    <svg
      className="paper-chart"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${labels + bars} ${height}`}
      width={labels + bars}
      height={height}
      role="img"
      aria-label={t("time-bench.chart")}
    >
      <rect className="paper-ground" width={labels + bars} height={height} />
      {terms === undefined ? null : (
        <text className="paper-title" x="8" y="22">
          {terms.title}
        </text>
      )}
      <g transform={`translate(${labels} ${head})`}>
        <ChartAxis ticks={ticks} />
      </g>
      <text className="paper-zone" x="8" y={head + 15}>
        {t("time-bench.clock-is", { zone })}
      </text>
      {shown.map((row, at) => (
        <g key={`${row.event} ${row.kind === "result" ? "" : row.statement.id}`} transform={`translate(0 ${tops[at] ?? 0})`}>
          <path className="paper-line" d={`M0 0.5H${labels + bars}`} />
          <Label row={row} />
          {/* A drawing of its own: what goes beyond its edges is not drawn over the names. */}
          <svg x={labels} width={bars} height={barsHeight(row)} aria-label={rowWords(row, zone)}>
            <ChartGrid ticks={ticks} height={barsHeight(row)} />
            <ChartBars row={row} range={range} width={bars} zone={zone} />
          </svg>
        </g>
      ))}
      {(terms?.lines ?? []).map((line, at) => (
        <text key={line} className="paper-foot" x="8" y={bottom + 18 + at * lineHeight}>
          {line}
        </text>
      ))}
    </svg>
  );
}

/** Longer names are cut: a drawing does not wrap. */
const longestName = 34;
const cut = (words: string): string => (words.length > longestName ? `${words.slice(0, longestName - 1)}…` : words);

function Label({ row }: { row: ChartRow }) {
  if (row.kind === "result")
    return (
      <text className="paper-event" x="8" y="20">
        {cut(row.event)}
      </text>
    );
  const standing = [
    row.isDropped ? t("time-bench.dropped-short") : undefined,
    row.beyond === undefined ? undefined : t("time-bench.through", { event: row.beyond }),
    standingWords(row.statement),
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  return (
    <>
      <text className={row.isDropped ? "paper-name is-dropped" : "paper-name"} x="20" y="15">
        {`${row.inConflict && !row.isDropped ? "✕ " : ""}${cut(row.statement.id)}`}
      </text>
      <text className="paper-standing" x="20" y="28">
        {cut(standing === "" ? t(`time-bench.kind.${row.statement.kind}`) : standing)}
      </text>
    </>
  );
}
