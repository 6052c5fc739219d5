/** The stretch of time that the chart shows. */
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import type { TimeSpan } from "../map/time-scale.ts";
import type { ChartRow } from "./chart-rows.ts";

const hourMs = 3_600_000;
/** More pieces than this are a pattern of days, not an end that somebody looks for. */
const piecesLookedAt = 4;

export function horizonSpan({ horizon: [first, last] }: TimeProblem): TimeSpan {
  return { from: Date.parse(`${first}T00:00:00Z`), to: Date.parse(`${last}T00:00:00Z`) + 24 * hourMs };
}

/** All ends that statements set, with room on either side; the horizon where they set none. */
export function fittedSpan(rows: readonly ChartRow[], problem: TimeProblem): TimeSpan {
  const ends: number[] = [];
  for (const row of rows)
    for (const { spans, open } of row.bars ?? []) {
      if (spans.length === 0 || spans.length > piecesLookedAt) continue;
      if (!open.includes("earlier")) ends.push(spans[0]?.[0] as number);
      if (!open.includes("later")) ends.push(spans.at(-1)?.[1] as number);
    }
  const whole = horizonSpan(problem);
  if (ends.length === 0) return whole;
  const from = ends.reduce((least, at) => Math.min(least, at), Infinity);
  const to = ends.reduce((most, at) => Math.max(most, at), -Infinity);
  const room = Math.max((to - from) * 0.14, 6 * hourMs);
  return { from: from - room, to: to + room };
}

export function pannedSpan({ from, to }: TimeSpan, byMs: number): TimeSpan {
  return { from: from + byMs, to: to + byMs };
}

/** Pixels from the left edge. */
export function scaleOf({ from, to }: TimeSpan, width: number): (at: number) => number {
  return (at) => ((at - from) / (to - from)) * width;
}
