/** A text as the rules that propose claims read it: its parts, who publishes it, and by which day and zone its dates are read. */
import type { UtcInstant } from "../time/time-claim.ts";
import type { TextPart, TextRole } from "./claim-text.ts";

export interface SourceTextPart {
  readonly part: TextPart;
  readonly role: TextRole;
  /** Offsets of spans are UTF-16 code units into this. Paragraphs end in LF. */
  readonly text: string;
  /** BCP 47 where it is stated ("en", "uk", "ru"); undefined: told from the text. */
  readonly language?: string | undefined;
  /** Where it is published apart from the other parts, as each post of an export is: then this holds for it, and not the text's own. */
  readonly published?: { readonly earliest: UtcInstant; readonly latest: UtcInstant } | "unknown" | undefined;
}

export interface SourceText {
  readonly parts: readonly SourceTextPart[];
  /** When it was published, as an interval of instants; unknown: dates without a year are then read as they stand, and said so. */
  readonly published: { readonly earliest: UtcInstant; readonly latest: UtcInstant } | "unknown";
  /** IANA zone in which its days are meant where a person has said so; null: nobody says. */
  readonly zone: string | null;
  /** Label of the outlet or account that publishes it. */
  readonly publisher: string | null;
}
