/** The stretch of time in sight, its ticks in a zone, and the gaps in which nothing of the case lies. */

/** Milliseconds since 1970. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const second = 1000;
export const dayMs = 86_400 * second;
const steps = [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600].map((sec) => sec * second);
const daySteps = [1, 2, 7, 14, 28, 91, 182, 365, 730, 1825, 3650].map((days) => days * dayMs);

export function zoomedTime(span: TimeSpan, at: number, factor: number): TimeSpan {
  const length = Math.max(10 * second, Math.min(400 * 365 * dayMs, (span.to - span.from) * factor));
  const held = span.from + at * (span.to - span.from);
  return { from: held - at * length, to: held + (1 - at) * length };
}

/** All of it with a little room, never less than an hour. */
export function wholeSpan(spans: readonly TimeSpan[]): TimeSpan | undefined {
  if (spans.length === 0) return undefined;
  const from = spans.reduce((least, span) => Math.min(least, span.from), Number.POSITIVE_INFINITY);
  const to = spans.reduce((most, span) => Math.max(most, span.to), Number.NEGATIVE_INFINITY);
  const room = Math.max((to - from) * 0.04, 1800 * second);
  return { from: from - room, to: to + room };
}

export interface Tick {
  readonly at: number;
  readonly words: string;
}

/** Ticks at round times of the zone's clock, at most about one per 110 pixels. */
export function ticksOf(span: TimeSpan, width: number, zone: string): Tick[] {
  const wanted = ((span.to - span.from) / Math.max(1, width)) * 110;
  const step = [...steps, ...daySteps].find((candidate) => candidate >= wanted) ?? daySteps.at(-1) ?? dayMs;
  const words = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    ...(step < dayMs ? { hour: "2-digit", minute: "2-digit" } : { year: "numeric" }),
    ...(step < 60 * second ? { second: "2-digit" } : {}),
    day: "numeric",
    month: "short",
  });
  const ticks: Tick[] = [];
  // Round by the clock of the zone where the stretch begins; over a change of clocks the ticks still say what the clock says.
  const offset = offsetMs(span.from, zone);
  for (let at = Math.ceil((span.from + offset) / step) * step - offset; at <= span.to && ticks.length < 200; at += step)
    ticks.push({ at, words: words.format(at) });
  return ticks;
}

function offsetMs(at: number, zone: string): number {
  const whole = Math.floor(at / second) * second;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(whole);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - whole;
}

/** Stretches between the first and the last of `spans` that none of them covers. */
export function gapsOf(spans: readonly TimeSpan[]): TimeSpan[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const gaps: TimeSpan[] = [];
  let end = sorted[0]?.to ?? 0;
  for (const span of sorted) {
    if (span.from > end) gaps.push({ from: end, to: span.from });
    end = Math.max(end, span.to);
  }
  return gaps;
}

export function overlaps(span: { readonly earliest: string; readonly latest: string }, within: TimeSpan): boolean {
  return Date.parse(span.latest) >= within.from && Date.parse(span.earliest) <= within.to;
}
