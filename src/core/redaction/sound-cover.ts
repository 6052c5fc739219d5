/**
 * Which samples of a sound are replaced. A margin is taken on both sides: a word begins before it is heard as one, and coders smear
 * a sound over the frames around it. Spans that touch become one.
 */
import type { MarkToRender } from "./redactor.port.ts";

/** Longer than one frame of AAC (1,024 samples) at 22,050 a second, and than the lead of a plosive. */
export const soundMarginS = 0.12;

export interface SampleSpan {
  readonly from: number;
  /** Just past the last one. */
  readonly to: number;
  readonly how: "mute" | "tone";
}

/** Rising and apart. `startS`: item second of the first sample. Where both ways meet, silence wins: it holds nothing. */
export function soundSpans(
  marks: readonly MarkToRender[],
  { startS, rate, samples }: { readonly startS: number; readonly rate: number; readonly samples: number },
): SampleSpan[] {
  const wanted = marks.flatMap(({ mark: { sort } }): SampleSpan[] => {
    if (sort.what !== "sound") return [];
    const from = Math.max(0, Math.floor((sort.fromS - soundMarginS - startS) * rate));
    const to = Math.min(samples, Math.ceil((sort.toS + soundMarginS - startS) * rate));
    return to > from ? [{ from, to, how: sort.how }] : [];
  });
  wanted.sort((a, b) => a.from - b.from);
  const spans: SampleSpan[] = [];
  for (const span of wanted) {
    const last = spans.at(-1);
    if (last === undefined || span.from > last.to) spans.push(span);
    else spans[spans.length - 1] = { ...last, to: Math.max(last.to, span.to), how: last.how === "mute" ? "mute" : span.how };
  }
  return spans;
}
