/** Matches what is proposed for one text to what is marked, one to one, and says of each pair what is right. */
import type { TextSpan } from "../../../src/core/claim/text-span.ts";
import type { ClaimProposal } from "../../../src/reason/claim-text/proposal.ts";
import { proposeClaims } from "../../../src/reason/claim-text/propose-claims.ts";
import { type MarkedClaim, type MarkedText, sourceTextOf, spanOf } from "./marked-text.ts";

export interface Pair {
  readonly marked: MarkedClaim;
  readonly proposal: ClaimProposal;
  /** Aspect, words and polarity. */
  readonly right: boolean;
  readonly hedges: boolean;
  readonly speakers: boolean;
  readonly basis: boolean;
  readonly event: boolean;
  /** Null where the value has nothing beside its words. */
  readonly value: boolean | null;
  /** What the text limits and the proposal does not. */
  readonly more: readonly string[];
}

export interface TextScore {
  readonly id: string;
  readonly language: string;
  readonly pairs: readonly Pair[];
  readonly missed: readonly MarkedClaim[];
  readonly extra: readonly ClaimProposal[];
}

export function scoreText(marked: MarkedText): TextScore {
  const { proposals } = proposeClaims(sourceTextOf(marked));
  const candidates = marked.claims.flatMap((claim, nth) => {
    const span = spanOf(marked.text, claim.words, claim.nth);
    return proposals.flatMap((proposal, place) => {
      const close = closeness(claim, span, proposal);
      return close === undefined ? [] : [{ nth, place, close: close + (claim.polarity === proposal.statement.polarity ? 0.5 : 0) }];
    });
  });
  candidates.sort((a, b) => b.close - a.close);
  const [usedMarked, usedProposals] = [new Map<number, number>(), new Set<number>()];
  for (const { nth, place } of candidates) {
    if (usedMarked.has(nth) || usedProposals.has(place)) continue;
    usedMarked.set(nth, place);
    usedProposals.add(place);
  }
  const pairs = [...usedMarked].flatMap(([nth, place]) => {
    const [claim, proposal] = [marked.claims[nth], proposals[place]];
    return claim === undefined || proposal === undefined ? [] : [pairOf(marked.text, claim, proposal)];
  });
  return {
    id: marked.id,
    language: marked.language,
    pairs,
    missed: marked.claims.filter((_, nth) => !usedMarked.has(nth)),
    extra: proposals.filter((_, place) => !usedProposals.has(place)),
  };
}

/** Characters in both, as a share of the longer; undefined where they do not match. */
function closeness(claim: MarkedClaim, span: TextSpan, { statement }: ClaimProposal): number | undefined {
  if (claim.aspect !== statement.aspect) return undefined;
  const other = statement.valueSpan;
  const shared = Math.min(span.end, other.end) - Math.max(span.start, other.start);
  if (shared <= 0) return undefined;
  const share = shared / Math.max(span.end - span.start, other.end - other.start);
  return share >= 0.5 || sameValue(claim, statement.value) === true ? share : undefined;
}

/** Whether the value says the same beside its words; null: it says nothing beside them. */
function sameValue({ value }: MarkedClaim, other: ClaimProposal["statement"]["value"]): boolean | null {
  if (value.is !== other.is) return false;
  switch (other.is) {
    case "time":
      return sameReadings(value["readings"] as readonly Reading[], other.readings as readonly Reading[]);
    case "number":
      return value["low"] === other.low && value["best"] === other.best && value["high"] === other.high;
    case "verification":
      return value["of"] === other.of && value["outcome"] === other.outcome;
    case "unknown":
      return true;
    default:
      return null;
  }
}

type Reading = Readonly<Record<string, unknown>>;

function sameReadings(one: readonly Reading[], other: readonly Reading[]): boolean {
  const keyed = (readings: readonly Reading[]) => [...new Set(readings.map(plain))].sort().join("\n");
  return keyed(one) === keyed(other);
}

/** The words that a reading is counted from are left out, for they may be longer or shorter; so is the clock of a bound, which marks leave out. */
function plain(reading: Reading): string {
  const fields = Object.entries(reading).filter(
    ([name, value]) => name !== "of" && !(name === "between" && reading["kind"] === "bound") && value !== undefined && value !== null,
  );
  return JSON.stringify(fields.sort(([a], [b]) => a.localeCompare(b)));
}

function pairOf(text: string, marked: MarkedClaim, proposal: ClaimProposal): Pair {
  const { statement } = proposal;
  const hedgeSpans = marked.hedges.map(({ words, nth }) => spanOf(text, words, nth));
  const lostHedges = marked.hedges.filter((_, nth) => !statement.hedges.some(({ span }) => touches(span, hedgeSpans[nth])));
  const addedHedges = statement.hedges.filter(({ span }) => !hedgeSpans.some((one) => touches(span, one)));
  const says = (words: string) => statement.speakers.some((one) => alike(one.words, words));
  const lostSpeakers = marked.speakers.filter(({ words }) => !says(words));
  const sameChain =
    marked.speakers.length === statement.speakers.length &&
    marked.speakers.every(({ words }, nth) => alike(words, statement.speakers[nth]?.words ?? ""));
  const right = marked.polarity === statement.polarity;
  return {
    marked,
    proposal,
    right,
    hedges: lostHedges.length === 0 && addedHedges.length === 0,
    speakers: sameChain,
    basis: marked.basis === statement.basis,
    event: marked.event === statement.eventSort,
    value: sameValue(marked, statement.value),
    more: [
      ...lostHedges.map(({ words }) => `hedge "${words}" is lost`),
      ...(marked.polarity !== "affirmed" && statement.polarity === "affirmed" ? [`${marked.polarity} became affirmed`] : []),
      ...lostSpeakers.map(({ words }) => `speaker "${words}" is lost`),
    ],
  };
}

function touches(one: TextSpan, other: TextSpan | undefined): boolean {
  return other !== undefined && one.start < other.end && other.start < one.end;
}

function alike(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short !== "" && long.includes(short) && (short.length * 2 >= long.length || short.length > 5);
}
