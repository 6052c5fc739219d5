/**
 * Whether it still counts that somebody looked at a stretch and found nothing unmarked. It counts for the bytes and for the marks that
 * were looked at, and only from somebody who made, changed and took back none of them: whoever drew the boxes sees what they drew.
 */
import type { Digest } from "../hash/digest.ts";
import type { PersonId } from "../key/key.ts";

export interface StretchSaid {
  readonly object: Digest;
  readonly fromS: number;
  readonly toS: number;
  /** Lines of the marks that stood then. */
  readonly marks: readonly number[];
  readonly by: PersonId;
}

export interface MarkStanding {
  readonly line: number;
  /** Whether what it covers can be read. A mark that cannot covers nothing, and nobody saw where it lay. */
  readonly readable: boolean;
}

/** The layer of an item as it is now. */
export interface LayerStanding {
  /** Marks that stand. */
  readonly standing: readonly MarkStanding[];
  /** Everybody who made, changed or took back a mark of the item, also one that no longer stands: a face without its box is their word. */
  readonly makers: readonly PersonId[];
}

/** Null: it counts. */
export type StretchFault = "other-bytes" | "mark-unreadable" | "marks-changed" | "made-a-mark";

export function stretchFault(
  said: Pick<StretchSaid, "object" | "marks" | "by">,
  object: Digest | null,
  { standing, makers }: LayerStanding,
): StretchFault | null {
  if (said.object !== object) return "other-bytes";
  if (standing.some(({ readable }) => !readable)) return "mark-unreadable";
  const lines = new Set(said.marks);
  if (lines.size !== standing.length || standing.some(({ line }) => !lines.has(line))) return "marks-changed";
  return makers.includes(said.by) ? "made-a-mark" : null;
}

export interface Shot {
  readonly fromS: number;
  readonly toS: number;
}

/** Times are kept as decimals: neighbours that meet may miss each other by a rounding. */
const slackS = 0.002;

/** Whether stretches cover all of a shot together. */
export function isViewed({ fromS, toS }: Shot, stretches: readonly Shot[]): boolean {
  let reached = fromS;
  for (const stretch of stretches.toSorted((a, b) => a.fromS - b.fromS))
    if (stretch.fromS <= reached + slackS && stretch.toS > reached) reached = stretch.toS;
  return reached >= toS - slackS && stretches.some((stretch) => stretch.fromS <= fromS + slackS && stretch.toS >= fromS - slackS);
}
