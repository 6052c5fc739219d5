/** What the place reasoner answers. */
import type { PlaceAudit } from "./audit-place.ts";
import type { NameAnswer, PlaceCandidate } from "./namesakes.ts";
import type { PlaceClause } from "./place-clause.ts";
import type { PlaceRules } from "./place-rules.ts";
import type { MultiPolygon } from "./polygon.ts";
import type { LeftOver } from "./read-left-over.ts";
import type { Relaxation } from "./relax-rules.ts";
import type { NearestMiss } from "./solve-clauses.ts";

export interface PlaceAnswer {
  readonly text: string;
  readonly rules: PlaceRules;
  /** In order of reading: everything about the spot first. Which is meant is for a person to say. Empty when the phrase says nothing of a place that is understood. */
  readonly parses: readonly ParseAnswer[];
  /** Further ways to put the clauses together, not worked out. */
  readonly parsesLeftOut: number;
  /** Words that are in no clause, with a reason where one is known. */
  readonly leftOver: readonly LeftOver[];
  /** Every place that each name may mean, ranked, and what share is left for "none of these". */
  readonly candidates: readonly PlaceCandidate[];
  readonly names: readonly NameAnswer[];
}

export interface ParseAnswer {
  /** The reading in words. */
  readonly reads: string;
  readonly clauses: readonly AnsweredClause[];
  /** Where each clause holds by itself, in the order of the clauses; null where it has no region. */
  readonly clauseRegions: readonly (MultiPolygon | null)[];
  readonly clauseAreasKm2: readonly (number | null)[];
  readonly region: MultiPolygon;
  readonly areaKm2: number;
  /** By how much the area may be off, judged from its last refinement. */
  readonly areaErrorKm2: number;
  /** Of the region; null when there is none. `radiusKm` reaches its farthest corner. */
  readonly centroid: Point | null;
  readonly radiusKm: number | null;
  /** What was taken for granted beside the words: speeds, extents that are not known, roads that are drawn straight. */
  readonly assumes: readonly string[];
  /**
   * Null while there is a region, and where nothing comes near. A stated distance that is missed goes first: it is the speaker's,
   * while the width of a heading is a rule of the house. The others follow, nearest first.
   */
  readonly nearestMiss: MissAnswer | null;
  readonly furtherMisses: readonly MissAnswer[];
  /** Looser readings that leave a region, when this one leaves none. */
  readonly relaxations: readonly Relaxation[];
  /** For each clause about a named place: how that place lies. */
  readonly audits: readonly { readonly clause: string; readonly place: string; readonly found: readonly PlaceAudit[] }[];
  /** Words that narrow nothing: clauses without a region, and all that is left over. */
  readonly notUsed: readonly string[];
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

export type AnsweredClause = PlaceClause & {
  /** Switched off by a person, itself or every point of a place that it names. */
  readonly off: boolean;
  /** Why it does not narrow the region; null when it does. */
  readonly unused: string | null;
};

export interface MissAnswer {
  readonly says: string;
  /** The point that comes nearest, the anchor it is measured from, and the nearest point at which the missed clause would hold. */
  readonly lat: number;
  readonly lon: number;
  readonly metres: number;
  readonly from: Point;
  readonly toward: Point;
  readonly clause: string;
  readonly span: PlaceClause["span"];
  readonly asks: NearestMiss["asks"];
  readonly distance: { readonly value: number; readonly unit: string };
  readonly bearingDeg: number;
}
