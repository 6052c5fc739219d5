/**
 * What is told of claims that cannot all hold. Claims are compared about one aspect of one event. Nothing here says which of them
 * holds; a set says only that its members do not hold together, by how much, and what each would have to give.
 */
import type { AssumptionId } from "../../../core/claim/assumption.ts";
import type { Aspect, ClaimId, Credibility } from "../../../core/claim/claim.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { EventLinkId } from "../../../core/event/event-link.ts";
import type { Reliability, SourceId } from "../../../core/source/source.ts";
import type { PlaceProblem } from "../../place/place-problem.ts";

/**
 * `same`: as wide as each other. `narrower`: one says more exactly what the other says too. `compatible`: both can hold.
 * `contradict`: they cannot both hold. `different-event`: they speak of two events, and nothing that a person stated makes them one.
 * `cannot-tell`: something is not known that it depends on: the points of a place, which reading is meant.
 */
export type Judgement = "same" | "narrower" | "compatible" | "contradict" | "different-event" | "cannot-tell";

export interface ContradictionSettings {
  /** First and last day that is looked at; null: from 60 days before the first day that a claim names to 30 after the last. */
  readonly horizon: readonly [from: string, to: string] | null;
  /** Over the usual ones: from and to by the clock, by the name of a part of the day. */
  readonly houseRules: { readonly [name: string]: readonly [string, string] };
  /** How far spans such as "48 hours earlier" are rounded, to either side; null: as each claim says. */
  readonly roundingHours: number | null;
  /** Taken for every zone that nobody states; null: a table by the candidates in `zones`. */
  readonly zone: string | null;
  readonly zones: readonly string[];
  /** Where the sun is reckoned for events without a place. */
  readonly sunAt: { readonly lat: number; readonly lon: number } | null;
  /** How far a filming and what it films may lie apart: both count as one moment each. */
  readonly filmingHours: number;
}

/** By the words of a place claim, as they stand: the problem with its anchors. A phrase that is in none is judged `cannot-tell`. */
export type PlacesByPhrase = { readonly [phrase: string]: PlaceProblem };

/** The settings as they were used, for a screen and for whoever repeats it. */
export interface ShownSettings extends Omit<ContradictionSettings, "horizon" | "houseRules"> {
  readonly horizon: readonly [from: string, to: string];
  readonly horizonBy: "stated" | "days that claims name";
  readonly houseRules: { readonly [name: string]: readonly [string, string] };
  /** In words: what is a rule of the house, and not said by anybody. */
  readonly words: readonly string[];
}

export interface ReadingJudgement {
  /** Which reading of each, counted from 0. */
  readonly first: number;
  readonly second: number;
  readonly judgement: Judgement;
  readonly words: string;
}

export interface PairJudgement {
  readonly first: ClaimId;
  readonly second: ClaimId;
  readonly judgement: Judgement;
  /** The narrower of the two, where one is. */
  readonly narrower: ClaimId | null;
  /** Why, in words and figures. */
  readonly words: string;
  /** Where words can be read in more than one way: each pair of readings. Empty otherwise. */
  readonly readings: readonly ReadingJudgement[];
  /** How far they are from holding both; null where that is no length of time, no distance and no number. */
  readonly gap: Gap | null;
  /** They only just hold both: an end of one is an end of the other. */
  readonly touching: boolean;
  /** One of them comes from the other, or both from one origin: what differs is a drift of a restatement, and no second voice. */
  readonly alongDerivation: boolean;
}

export type Gap =
  | { readonly in: "seconds"; readonly seconds: number }
  | { readonly in: "km"; readonly km: number }
  | { readonly in: "number"; readonly number: number; readonly unit: string };

export interface AspectReport {
  readonly aspect: Aspect;
  readonly claims: readonly ClaimId[];
  readonly pairs: readonly PairJudgement[];
  /** Pairs that were not looked at, because there are too many. */
  readonly pairsLeftOut: number;
}

/** Claims of one event; of several where a person assumed that they are one. */
export interface EventReport {
  readonly events: readonly EventId[];
  readonly joinedBy: readonly AssumptionId[];
  readonly aspects: readonly AspectReport[];
}

/** Claims about the same aspect of two events: never compared. One entry for two events and an aspect. */
export interface DifferentEvents {
  readonly aspect: Aspect;
  readonly first: { readonly event: EventId; readonly claims: readonly ClaimId[] };
  readonly second: { readonly event: EventId; readonly claims: readonly ClaimId[] };
  readonly judgement: "different-event";
  readonly words: string;
}

/** An event of the case, the moment at which a claim was said or published, or the day that bounds what it says. */
export type MomentName = EventId | `said ${ClaimId}` | `published ${ClaimId}` | `end ${ClaimId}`;

/** Windows are UTC; an event whose window is open goes on beyond the horizon as far as anybody says. */
export interface EventTimes {
  readonly of: MomentName;
  readonly windows: readonly (readonly [from: string, to: string])[];
  readonly open: readonly ("earlier" | "later")[];
}

export interface MemberDropped {
  /** Whether all else holds together without this member; other sets may stand all the same. */
  readonly consistent: boolean;
  /** It only just holds: nothing more may go. Of the set alone. */
  readonly touching: boolean;
  /** Empty where that is inconsistent, and for sets that are not about times. */
  readonly times: readonly EventTimes[];
  readonly words: string;
}

export interface SetMember {
  readonly id: ClaimId | EventLinkId | AssumptionId;
  readonly is: "claim" | "link" | "assumption";
  /** What it says, in words and figures, with its zone and whose it is. */
  readonly words: string;
  /** What else it is read by: the assumption about its zone, the claim that gives the day. */
  readonly by: readonly (AssumptionId | ClaimId)[];
  /** Of a claim: whose text it stands in, with the two marks apart. Assumptions and links carry no mark. */
  readonly source: { readonly source: SourceId | "unknown"; readonly label: string; readonly reliability: Reliability } | null;
  readonly credibility: Credibility | null;
  readonly dropped: MemberDropped;
  /** By how much it alone would have to give way; null where that is never enough, or is no such figure. */
  readonly gives: Gap | null;
  /** The assumption that would dissolve the set at this member. */
  readonly dissolves: string;
}

export interface ConflictSet {
  readonly aspect: Aspect;
  readonly events: readonly EventId[];
  readonly members: readonly SetMember[];
  /** Of the set alone; null where there is no such figure. */
  readonly gap: Gap | null;
  /** With all else in force, where that differs in kind: only of times. */
  readonly networkGap: Gap | null;
  readonly widenedBy: readonly SetMember["id"][];
  /** Members without which the rest only just holds: fragile. */
  readonly touchingWithout: readonly SetMember["id"][];
  /** Held by the nature of things, and so no member: that a posting comes after the filming. */
  readonly certain: readonly EventLinkId[];
  /** Its claims come from one another: what differs is a drift of the restatement, and no second voice. */
  readonly alongDerivation: boolean;
  readonly words: string;
}

/** What was taken: a zone nobody states, or one of several readings. */
export interface Taken {
  readonly what: "zone" | "reading";
  readonly claims: readonly ClaimId[];
  readonly as: string;
}

/** One way to take what the words leave open. */
export interface TimeCase {
  /** Empty where nothing is open. */
  readonly taken: readonly Taken[];
  readonly consistent: boolean;
  readonly touching: boolean;
  /** Empty where it is inconsistent. */
  readonly times: readonly EventTimes[];
  readonly sets: readonly ConflictSet[];
  /** Further sets that were found and not worked out. */
  readonly setsLeftOut: number;
  readonly allSetsFound: boolean;
}

/** Events whose times hang together by what people stated. More than one case is a table, and no answer. */
export interface TimeGroup {
  readonly events: readonly EventId[];
  readonly cases: readonly TimeCase[];
  /** Further ways to take what is open, not worked out; a thousand million stands for that many or more. */
  readonly casesLeftOut: number;
}

export interface ContradictionReport {
  readonly settings: ShownSettings;
  readonly events: readonly EventReport[];
  readonly differentEvents: readonly DifferentEvents[];
  /** Further pairs of events, not listed. */
  readonly differentEventsLeftOut: number;
  readonly times: readonly TimeGroup[];
  /** Of times where nothing is left open, and of all other aspects. Sets that depend on what is taken for an open zone or reading are in `times`. */
  readonly sets: readonly ConflictSet[];
  /** Assumptions of the case, with where they were used. Nobody grades them. */
  readonly assumptions: readonly { readonly id: AssumptionId; readonly words: string; readonly used: string | null }[];
  /** What could not be used, and why: claims of no event, times that count from something nobody named, links that say no order. */
  readonly notUsed: readonly { readonly id: ClaimId | EventLinkId | AssumptionId; readonly why: string }[];
}
