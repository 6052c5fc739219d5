/** One spatial condition of a phrase: the words, where they stand, and what they say of a place. */
import type { CompassPoint, Unit } from "./place-rules.ts";

/** A stated distance as it was worded. */
export interface StatedDistance {
  readonly value: number;
  readonly unit: Unit;
  /** Half of what the figure is stated to: 0.5 of "7", 5 of "10", 0.05 of "7.1". */
  readonly halfPrecision: number;
  /** "around" loosens it, "within" and "less than" open it below, "more than" above. */
  readonly wording: "plain" | "around" | "within" | "beyond";
}

export type PlaceClause = {
  /** The words, unchanged. */
  readonly text: string;
  /** UTF-16 offsets into the phrase. */
  readonly span: readonly [start: number, end: number];
  /** What the words are about: the spot that is looked for, or a place named just before them. */
  readonly about: "spot" | { readonly anchor: string };
} & (
  | { readonly kind: "offset"; readonly anchor: string; readonly distance: StatedDistance; readonly heading: CompassPoint | null }
  | { readonly kind: "side"; readonly anchor: string; readonly heading: CompassPoint }
  | { readonly kind: "near"; readonly anchor: string }
  | { readonly kind: "outside"; readonly anchor: string }
  | { readonly kind: "in"; readonly anchor: string }
  | { readonly kind: "between"; readonly anchor: string; readonly other: string; readonly road: boolean }
  /** Something on the ground, such as a road: no region without map data. */
  | { readonly kind: "feature"; readonly feature: string }
);

/** The places that a clause is measured from. */
export function namesOf(clause: PlaceClause): readonly string[] {
  if (clause.kind === "feature") return [];
  return clause.kind === "between" ? [clause.anchor, clause.other] : [clause.anchor];
}
