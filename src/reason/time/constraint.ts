/**
 * Statements as the solver takes them: where one event may lie, and how far one may lie after another. Both kinds are
 * closed under "the earlier of two solutions" and "the later of two", which is why earliest and latest moments decide
 * everything, holes included (Jeavons & Cooper 1995 on max-closed constraints; Dechter, Meiri & Pearl 1991 on temporal
 * constraint networks).
 */
import type { Moments } from "./moments.ts";

/** Number of an event in its network. */
export type EventIndex = number;

export interface Statement {
  readonly id: string;
  /** Holds by the nature of things and is never put in question: nothing is posted before it is filmed. */
  readonly certain: boolean;
  readonly within: readonly { readonly event: EventIndex; readonly moments: Moments }[];
  /** `after` lies at least `least` and at most `most` milliseconds after `before`; infinities where a side is open. */
  /** Sides on which its moments would go on if the horizon did: a time of day on an unknown day, a bound with one end. */
  readonly goesOn?: readonly ("earlier" | "later")[];
  readonly apart: readonly { readonly before: EventIndex; readonly after: EventIndex; readonly least: number; readonly most: number }[];
}

export interface Network {
  readonly events: number;
  /** Nothing is looked for outside of it. */
  readonly horizon: readonly [from: number, to: number];
  readonly statements: readonly Statement[];
}
