/**
 * What one speaker says in a version of a tier, as a text to quote from: segment after segment, a line each. All of them, so that
 * offsets stay what they are whoever reviews what.
 */
import type { SpeakerLabel, TierDocument, TierSegment, TierSort } from "./tier.ts";

export interface SpeakerText {
  readonly text: string;
  readonly places: readonly { readonly id: number; readonly start: number; readonly end: number }[];
}

/** `speaker` null: what is nobody's. */
export function speakerText(segments: readonly TierSegment[], speaker: SpeakerLabel | null): SpeakerText {
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

/**
 * Those whose words may be quoted of a tier: nobody's words are, where something is said. Words that are seen, and translations of
 * such, have no speaker.
 */
export function speakersOf({ sort, segments }: Pick<TierDocument, "sort" | "segments">): (SpeakerLabel | null)[] {
  return [...new Set(segments.map(({ speaker }) => speaker))].filter((speaker) => speaker !== null || mayBeNobodys(sort));
}

export function mayBeNobodys(sort: TierSort): boolean {
  return sort === "on-screen" || sort === "translation";
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
