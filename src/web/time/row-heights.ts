/** Heights of rows in pixels: known before they are drawn, so that only those in sight are. */
import type { ChartRow } from "./chart-rows.ts";

export const barHeight = 14;
const gap = 4;
/** Words under the band of a result: what cuts either side. */
const cutLines = 30;
const labelHeight = 36;
/** Above the bars at phone width. */
const narrowLabel = 40;

export function barsHeight(row: ChartRow): number {
  const count = Math.max(1, row.bars?.length ?? 1);
  if (row.kind === "result") return count === 1 ? 8 + barHeight + cutLines + 4 : 8 + count * (barHeight + 14 + gap) + 4;
  return Math.max(labelHeight, 10 + count * (barHeight + gap) + 6);
}

export function rowHeight(row: ChartRow, narrow: boolean): number {
  return narrow ? narrowLabel + barsHeight(row) : barsHeight(row);
}

/** Top of a bar inside its row. */
export function barTop(row: ChartRow, at: number): number {
  if (row.kind === "result") return 8 + at * (barHeight + 14 + gap);
  const count = Math.max(1, row.bars?.length ?? 1);
  const all = count * (barHeight + gap) - gap;
  return Math.max(5, (barsHeight(row) - all) / 2) + at * (barHeight + gap);
}
