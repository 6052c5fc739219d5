/**
 * What one speaker says in a version of a tier, as a text to quote from: segment after segment, a line each. All of them, so that
 * offsets stay what they are whoever reviews what.
 */
import type { SpeakerLabel, TierSegment } from "./tier.ts";

export interface SpeakerText {
  readonly text: string;
  readonly places: readonly { readonly id: number; readonly start: number; readonly end: number }[];
}

export function speakerText(segments: readonly TierSegment[], speaker: SpeakerLabel): SpeakerText {
  const places: { id: number; start: number; end: number }[] = [];
  let text = "";
  for (const segment of segments) {
    if (segment.speaker !== speaker) continue;
    if (places.length > 0) text += "\n";
    places.push({ id: segment.id, start: text.length, end: text.length + segment.text.length });
    text += segment.text;
  }
  return { text, places };
}

export function speakersOf(segments: readonly TierSegment[]): SpeakerLabel[] {
  return [...new Set(segments.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
}

/** The text with blanks where a segment carries no quote: nothing is read out of those, and all offsets stand. */
export function onlyQuotable({ text, places }: SpeakerText, isQuotable: (id: number) => boolean): string {
  let shown = "";
  let from = 0;
  for (const { id, start, end } of places) {
    shown += text.slice(from, start) + (isQuotable(id) ? text.slice(start, end) : text.slice(start, end).replace(/[^\n]/g, " "));
    from = end;
  }
  return shown + text.slice(from);
}
