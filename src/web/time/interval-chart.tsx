/** The interval chart: a group an event, a row a statement, the result of all of them on top. Only rows in sight are in the page. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { TimeSpan } from "../map/time-scale.ts";
import { t } from "../words/t.ts";
import { axisHeight, ChartAxis, ChartGrid, placedTicks } from "./chart-axis.tsx";
import { ChartBars, rowWords } from "./chart-bars.tsx";
import type { ChartRow } from "./chart-rows.ts";
import { rowKey, RowLabel } from "./row-label.tsx";
import { barsHeight, rowHeight } from "./row-heights.ts";
import type { ChartRange } from "./use-chart-range.ts";

/** Width of the names beside the bars. */
export const labelWidth = 272;

interface IntervalChartProps {
  readonly rows: readonly ChartRow[];
  readonly scroller: HTMLElement | null;
  readonly onScroller: (box: HTMLElement | null) => void;
  readonly range: ChartRange;
  readonly width: number;
  readonly zone: string;
  readonly zoneName: string;
  readonly narrow: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onDrop: (id: string) => void;
  /** Names of events whose rows are in sight, as JSON: those are worked out. */
  readonly onSee: (events: string) => void;
}

export function IntervalChart(props: IntervalChartProps) {
  const { rows, scroller, onScroller, range, width, zone, zoneName, narrow, chosen, onChoose, onDrop, onSee } = props;
  const estimateSize = useCallback((at: number) => rowHeight(rows[at] as ChartRow, narrow), [rows, narrow]);
  const keys = useMemo(() => rows.map(rowKey), [rows]);
  const getItemKey = useCallback((at: number) => keys[at] ?? at, [keys]);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    // The same functions while nothing changes: with others all rows are measured again at every step.
    estimateSize,
    getItemKey,
    overscan: 8,
    scrollMargin: axisHeight,
    scrollPaddingStart: axisHeight,
  });
  const heights = useMemo(() => rows.map((row) => rowHeight(row, narrow)).join(","), [rows, narrow]);
  useEffect(() => virtual.measure(), [virtual, heights]);
  const met = useRef(chosen);
  const chosenAt = useMemo(() => (chosen === undefined ? -1 : keys.indexOf(chosen)), [keys, chosen]);
  useEffect(() => {
    if (chosen !== met.current && chosenAt >= 0) virtual.scrollToIndex(chosenAt, { align: "auto" });
    met.current = chosen;
  }, [virtual, chosen, chosenAt]);
  const shown = virtual.getVirtualItems();
  const inSight = JSON.stringify([...new Set(shown.flatMap(({ index }) => rows[index]?.event ?? []))]);
  useEffect(() => onSee(inSight), [onSee, inSight]);
  const span: TimeSpan = range.range;
  const ticks = useMemo(() => placedTicks(span, width, zone), [span, width, zone]);
  return (
    <div
      ref={onScroller}
      className={narrow ? "time-chart is-narrow" : "time-chart"}
      tabIndex={0}
      role="region"
      aria-label={t("time-bench.chart")}
    >
      <div className="time-chart-axis">
        <span className="time-chart-zone cut" title={zoneName}>
          {zoneName}
        </span>
        <svg width={width} height={axisHeight} aria-hidden="true" focusable="false">
          <ChartAxis ticks={ticks} />
        </svg>
      </div>
      <ul className="time-chart-rows" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index] as ChartRow;
          const height = barsHeight(row);
          return (
            <li
              key={key}
              className={`time-row is-${row.kind}${rowKey(row) === chosen ? " is-chosen" : ""}`}
              style={{ transform: `translateY(${start - axisHeight}px)`, height: rowHeight(row, narrow) }}
            >
              <RowLabel row={row} isChosen={rowKey(row) === chosen} onChoose={onChoose} onDrop={onDrop} />
              <div className="time-row-bars" {...range.drag}>
                <svg width={width} height={height} role="img" aria-label={rowWords(row, zone)} focusable="false">
                  <ChartGrid ticks={ticks} height={height} />
                  <ChartBars row={row} range={span} width={width} zone={zone} />
                </svg>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
