/** A time as some words of a text state it: every way to read them, and what a person should look at. */
import type { TimeReading } from "../../../core/claim/claim-value.ts";
import type { SourceText } from "../../../core/claim/source-text.ts";
import type { TextSpan } from "../../../core/claim/text-span.ts";

/** What the words of a text about times are read against. */
export interface TimeSetting {
  readonly published: SourceText["published"];
  readonly zone: string | null;
  /** What goes before in the same paragraph: a clock without a day is read on the day that it names. */
  readonly before?: string;
  /** BCP 47, as the text states it or `tellLanguage` tells it. */
  readonly language: string;
}

export interface ReadTime {
  /** The words with their prepositions ("on Tuesday morning", "before noon"), without a hedge that leads them. */
  readonly span: TextSpan;
  readonly words: string;
  /** None: the words are about a time and cannot be placed ("3 May" where nobody says of which year); the notes say why. */
  readonly readings: readonly TimeReading[];
  /** Approximating words before or inside: "around", "on or around". */
  readonly hedges: readonly { readonly span: TextSpan; readonly words: string }[];
  readonly notes: readonly string[];
}
