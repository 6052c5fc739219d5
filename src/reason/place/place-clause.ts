/** One spatial condition of a phrase: the words, where they stand, and what they say of a place. */
import type { CompassPoint, TravelBy, Unit, VagueCount } from "./place-rules.ts";

/** A stated distance as it was worded. */
export interface StatedDistance {
  readonly value: number;
  readonly unit: Unit;
  /** The far end of "7-8 miles". */
  readonly upTo?: number;
  /** "A few hundred metres": how many of what; `value` is then only its middle. */
  readonly vague?: { readonly count: VagueCount; readonly times: number };
  /** Half of what the figure is stated to: 0.5 of "7", 5 of "10", 0.05 of "7.1". */
  readonly halfPrecision: number;
  /** "around" loosens it, "within" and "less than" open it below, "more than" above. */
  readonly wording: "plain" | "around" | "within" | "beyond";
  /** Along a road: the straight way may be shorter. */
  readonly byRoad?: boolean;
}

export interface StatedBearing {
  readonly deg: number;
  readonly halfPrecisionDeg: number;
}

export type ClauseBody =
  | {
      readonly kind: "offset";
      readonly anchor: string;
      readonly distance: StatedDistance;
      readonly heading: CompassPoint | null;
      /** "On a bearing of 225 degrees"; from true north, for nothing else is known. */
      readonly bearing?: StatedBearing;
    }
  /** So many minutes away, at a speed that is a rule of the house. */
  | ({ readonly kind: "travel"; readonly anchor: string; readonly heading: CompassPoint | null } & Travel)
  | { readonly kind: "side"; readonly anchor: string; readonly heading: CompassPoint }
  | { readonly kind: "near"; readonly anchor: string }
  | { readonly kind: "outside"; readonly anchor: string }
  | { readonly kind: "in"; readonly anchor: string }
  /** "In the north of", "in the centre of" (no heading): inside the place. */
  | { readonly kind: "part"; readonly anchor: string; readonly heading: CompassPoint | null }
  /** "On the outskirts of", "on the northern edge of": about its border, to either side. */
  | { readonly kind: "edge"; readonly anchor: string; readonly heading: CompassPoint | null }
  | { readonly kind: "opposite"; readonly anchor: string }
  /** On the other side of a water or a border, whose course is not known without map data. */
  | { readonly kind: "across"; readonly anchor: string; readonly water: string }
  /** `refs`: the road's numbers or name as it was called, for map data to find it. */
  | { readonly kind: "between"; readonly anchor: string; readonly other: string; readonly road: boolean; readonly refs?: readonly string[] }
  /** So far of the way from the one to the other: 0.5 halfway. */
  | { readonly kind: "halfway"; readonly anchor: string; readonly other: string; readonly share: number }
  /** Setting out from the one for the other: the first part of the way. */
  | { readonly kind: "towards"; readonly anchor: string; readonly other: string }
  /** Something on the ground, such as a road: no region without map data. */
  | { readonly kind: "feature"; readonly feature: string; readonly refs?: readonly string[] };

interface Travel {
  readonly minutes: number;
  readonly upToMinutes?: number;
  readonly halfPrecision: number;
  readonly wording: StatedDistance["wording"];
  readonly by: TravelBy;
}

export type PlaceClause = {
  /** The words, unchanged. */
  readonly text: string;
  /** UTF-16 offsets into the phrase. */
  readonly span: readonly [start: number, end: number];
  /** What the words are about: the spot that is looked for, or a place named before them. */
  readonly about: "spot" | { readonly anchor: string };
} & ClauseBody;

/** The places that a clause is measured from. */
export function namesOf(clause: ClauseBody): readonly string[] {
  if (clause.kind === "feature") return [];
  return "other" in clause ? [clause.anchor, clause.other] : [clause.anchor];
}
