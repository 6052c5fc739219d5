/** Stretches of an item's clock: joined, and what is left of the whole. */
import type { Span } from "../../core/copies/segment-match.ts";

/** Rising and apart. */
export function joined(spans: readonly Span[]): Span[] {
  const rising = spans.filter(({ fromSec, toSec }) => toSec > fromSec).toSorted((a, b) => a.fromSec - b.fromSec);
  const out: Span[] = [];
  for (const { fromSec, toSec } of rising) {
    const last = out.at(-1);
    if (last !== undefined && fromSec <= last.toSec) out[out.length - 1] = { fromSec: last.fromSec, toSec: Math.max(last.toSec, toSec) };
    else out.push({ fromSec, toSec });
  }
  return out;
}

/** What of `whole` lies in none of the spans; stretches no longer than `leastSec` are the matcher's own error and not told. */
export function leftOf(whole: Span, spans: readonly Span[], leastSec = 0): Span[] {
  const out: Span[] = [];
  let from = whole.fromSec;
  for (const span of joined(spans)) {
    if (span.fromSec > from) out.push({ fromSec: from, toSec: Math.min(span.fromSec, whole.toSec) });
    from = Math.max(from, span.toSec);
  }
  if (from < whole.toSec) out.push({ fromSec: from, toSec: whole.toSec });
  return out.filter(({ fromSec, toSec }) => toSec - fromSec > leastSec);
}

export function totalSec(spans: readonly Span[]): number {
  return joined(spans).reduce((sum, { fromSec, toSec }) => sum + toSec - fromSec, 0);
}
