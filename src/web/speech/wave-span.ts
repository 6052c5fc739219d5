/** Which milliseconds of an item the waveform shows: zoomed at a place, moved, and kept within the whole. */
import type { Stretch } from "./speech-player.ts";

/** Closest look: 50 ms over the whole width. */
const leastMs = 50;

export function zoomedStretch(span: Stretch, whole: Stretch, share: number, factor: number): Stretch {
  const length = Math.min(whole.toMs - whole.fromMs, Math.max(leastMs, (span.toMs - span.fromMs) * factor));
  const centre = span.fromMs + share * (span.toMs - span.fromMs);
  return within({ fromMs: centre - share * length, toMs: centre - share * length + length }, whole);
}

export function movedStretch(span: Stretch, whole: Stretch, byMs: number): Stretch {
  return within({ fromMs: span.fromMs + byMs, toMs: span.toMs + byMs }, whole);
}

/** The same stretch where it is in sight already; else moved on by whole widths, or to begin a little before what is asked for. */
export function inSight(span: Stretch, whole: Stretch, ms: number): Stretch {
  if (ms >= span.fromMs && ms <= span.toMs) return span;
  const length = span.toMs - span.fromMs;
  return within({ fromMs: ms - length * 0.1, toMs: ms + length * 0.9 }, whole);
}

/** Shows all of a segment with room on both sides; the look stays as close as it is where that does. */
export function aroundStretch(span: Stretch, whole: Stretch, { fromMs, toMs }: Stretch): Stretch {
  if (fromMs >= span.fromMs && toMs <= span.toMs) return span;
  const length = Math.max(span.toMs - span.fromMs, (toMs - fromMs) * 1.4);
  const middle = (fromMs + toMs) / 2;
  return within({ fromMs: middle - length / 2, toMs: middle + length / 2 }, whole);
}

/** Twenty seconds from a time on, or less where there is less: enough to see words, few enough to see where they end. */
export function firstLook(whole: Stretch, atMs: number): Stretch {
  const length = Math.min(whole.toMs - whole.fromMs, 20_000);
  return within({ fromMs: atMs - length * 0.1, toMs: atMs + length * 0.9 }, whole);
}

function within(span: Stretch, whole: Stretch): Stretch {
  const length = Math.min(span.toMs - span.fromMs, whole.toMs - whole.fromMs);
  const fromMs = Math.min(whole.toMs - length, Math.max(whole.fromMs, span.fromMs));
  return { fromMs, toMs: fromMs + length };
}

export function shareOf(ms: number, span: Stretch): number {
  return (ms - span.fromMs) / (span.toMs - span.fromMs);
}
