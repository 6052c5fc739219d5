/** Stretches of one clock: put together, taken from one another, measured. */
import type { Span } from "../../core/copies/segment-match.ts";

/** In their order, those that touch or overlap as one. */
export function unionOf(spans: readonly Span[]): Span[] {
  const out: { fromSec: number; toSec: number }[] = [];
  for (const span of spans.toSorted((one, other) => one.fromSec - other.fromSec || one.toSec - other.toSec)) {
    const last = out.at(-1);
    if (last !== undefined && span.fromSec <= last.toSec) last.toSec = Math.max(last.toSec, span.toSec);
    else out.push({ ...span });
  }
  return out;
}

/** What of `whole` lies in none of `taken`; stretches shorter than `least` are left out. */
export function without(whole: Span, taken: readonly Span[], least = 0): Span[] {
  const out: Span[] = [];
  let from = whole.fromSec;
  for (const span of unionOf(taken)) {
    if (span.fromSec - from > 0) out.push({ fromSec: from, toSec: Math.min(span.fromSec, whole.toSec) });
    from = Math.max(from, span.toSec);
    if (from >= whole.toSec) break;
  }
  if (whole.toSec - from > 0) out.push({ fromSec: from, toSec: whole.toSec });
  return out.filter((span) => lengthOf(span) > least);
}

export function lengthOf({ fromSec, toSec }: Span): number {
  return Math.max(0, toSec - fromSec);
}

export function totalOf(spans: readonly Span[]): number {
  return unionOf(spans).reduce((sum, span) => sum + lengthOf(span), 0);
}

/** Seconds that both have; negative where they lie apart, 0 where they touch. */
export function overlapOf(one: Span, other: Span): number {
  return Math.min(one.toSec, other.toSec) - Math.max(one.fromSec, other.fromSec);
}
