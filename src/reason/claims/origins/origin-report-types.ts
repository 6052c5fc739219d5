/**
 * Who says it first: for each aspect of each event the origins behind what a case says of it, with what was derived folded under
 * them. Counts independence alone. Whether the origins agree, and which of them is right, is not said here.
 */
import type { Aspect, Basis, ClaimId, Polarity } from "../../../core/claim/claim.ts";
import type { DerivationEnd, DerivationId, DerivationSort } from "../../../core/claim/derivation.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { ItemId } from "../../../core/item/item.ts";
import type { SourceId } from "../../../core/source/source.ts";
import type { Drift, InsideDrift } from "../drift/drift-types.ts";

/**
 * How many independent origins. `best` counts those that are known, and one where only unknown ones speak; `high` counts each unknown
 * one as its own; `low` takes every derivation that is proposed for confirmed. An unknown source is never counted as another one.
 */
export interface OriginCount {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** One innermost speaker, whoever passed it on. */
export interface Origin {
  readonly source: SourceId | "unknown";
  /** The source's label, or the words that a text has for it. */
  readonly label: string;
  /** Claims of the cell that rest on nothing else in the case. Several of one source are one origin. */
  readonly claims: readonly ClaimId[];
  /** Claims of the cell that derive from those, by confirmed derivations. */
  readonly derived: readonly ClaimId[];
  /** Labels of those who pass it on in `claims`: whose text it is, and the speakers between. */
  readonly through: readonly string[];
  readonly says: readonly Polarity[];
  /** A time that is only a limit or a part of a day: it names no day. */
  readonly boundOnly: boolean;
  readonly bases: readonly Basis[];
  /** First item of each exhibit that it judged from. */
  readonly exhibits: readonly ItemId[];
  /** Place in `circles` where its claims lead back to themselves: the true origin is not in the case. */
  readonly circle: number | null;
}

/**
 * `nobody`: nobody asserts it. `one-origin`. `replicated`: several, all from one exhibit. `may-corroborate`: several, from different
 * exhibits or by different kinds of basis: they corroborate each other as far as they agree. `unstated`: several, and what is said of
 * how they know does not tell whether they judged from one thing or from two: nobody says it, or all were told, or not all name an exhibit.
 */
export type Support = "nobody" | "one-origin" | "replicated" | "may-corroborate" | "unstated";

/** Who did a thing and who suffered it are two questions; null for every other aspect. */
export type WhoPart = "did" | "suffered" | null;

export interface OriginCell {
  readonly event: EventId;
  readonly aspect: Aspect;
  readonly part: WhoPart;
  /** Origins that affirm something. Whoever denies, or says that it is not known, is in `origins` and not counted here. */
  readonly count: OriginCount;
  /** The same, were every proposed derivation confirmed. */
  readonly ifConfirmed: OriginCount;
  readonly denied: number;
  readonly leftOpen: number;
  readonly origins: readonly Origin[];
  /** Claims of derived reports that what they derive from does not make of this event: they count for nothing. */
  readonly onlyDerived: readonly ClaimId[];
  /** Exhibits that origins judged from, each with their labels. An exhibit is not an origin. */
  readonly exhibits: readonly { readonly items: readonly ItemId[]; readonly origins: readonly string[] }[];
  readonly support: Support;
}

/** Whether the derived was published after what it derives from. `before` only where that is certain. */
export type EdgeOrder = "after" | "before" | "cannot-tell";

export interface OriginEdge {
  /** Undefined: proposed, and nobody has said yes or no. */
  readonly id: DerivationId | undefined;
  readonly derived: DerivationEnd;
  readonly from: DerivationEnd;
  readonly sort: DerivationSort;
  readonly standing: "confirmed" | "proposed";
  readonly basis: string;
  /** `before` is time travel: one of the two times, or the derivation, is wrong. */
  readonly order: EdgeOrder;
  /** Pairs of claims that it joins, the derived one first. */
  readonly pairs: readonly (readonly [derived: ClaimId, from: ClaimId])[];
}

/** Reports that lead back to themselves: none of them is an origin. */
export interface Circle {
  readonly members: readonly DerivationEnd[];
  readonly labels: readonly string[];
  readonly standing: "confirmed" | "proposed";
}

export interface OriginReport {
  readonly cells: readonly OriginCell[];
  /** Claims of no event: listed, never counted. */
  readonly unassigned: readonly ClaimId[];
  readonly edges: readonly OriginEdge[];
  readonly circles: readonly Circle[];
  readonly drifts: readonly Drift[];
  readonly inside: readonly InsideDrift[];
  /** Claims of one document that say the same: each list is one claim. */
  readonly repeats: readonly (readonly ClaimId[])[];
}
