/** Two claims that cannot both hold, as a minimal set: with the assumptions that make their events one, where they speak of two. */
import type { AssumptionId } from "../../../core/claim/assumption.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { CaseClaim } from "../claim-case.ts";
import { durationWords, kmWords, numberWords } from "../compare/figures.ts";
import type { AssumptionOf, CaseFacts } from "./case-facts.ts";
import type { ConflictSet, Gap, PairJudgement, SetMember } from "./contradiction-report-types.ts";

export function pairSet(facts: CaseFacts, pair: PairJudgement, first: CaseClaim, second: CaseClaim): ConflictSet {
  const between = first.event === second.event ? [] : wayBetween(facts.assumed("same-event"), first.event, second.event);
  const by = pair.gap === null ? null : gapWords(pair.gap);
  const members = [
    ...[first, second].map((claim) => claimMember(facts, claim, pair.gap, by)),
    ...between.map((one) => assumptionMember(facts, one)),
  ];
  return {
    ...{ aspect: first.aspect, members, gap: pair.gap, networkGap: null, widenedBy: [], touchingWithout: [], certain: [] },
    events: [...new Set([first.event, second.event])].filter((event): event is EventId => event !== "unassigned"),
    alongDerivation: pair.alongDerivation,
    words: `${members.map(({ id }) => id).join(", ")} cannot all hold: ${pair.words}.${pair.alongDerivation ? " Its claims come from one another: what differs is a drift of the restatement, and no second voice." : ""}`,
  };
}

function claimMember(facts: CaseFacts, claim: CaseClaim, gap: Gap | null, by: string | null): SetMember {
  const { id, publisher, credibility, event } = claim;
  const { polarity, value } = claim.statement;
  return {
    ...{ id, is: "claim", by: [], credibility, gives: gap, dropped: restStands(id) },
    words: `${publisher.label} of ${facts.eventWords(event as EventId)}: ${polarity === "denied" ? "denies " : ""}"${value.words}"`,
    source: { ...publisher, reliability: facts.reliabilityOf(claim) },
    dissolves: dissolvesWords(claim, by),
  };
}

function dissolvesWords({ aspect, statement }: CaseClaim, by: string | null): string {
  const said = `"${statement.value.words}"`;
  if (statement.polarity === "denied") return `that what is denied with ${said} is something else, or another event`;
  if (aspect === "who") return `that ${said} was one of several, or speaks of another event`;
  if (by === null) return `that ${said} speaks of something else, or of another event`;
  return `that ${said} is meant more loosely, by at least ${by}, or speaks of another event`;
}

function assumptionMember(facts: CaseFacts, { id, what }: AssumptionOf<"same-event">): SetMember {
  return {
    ...{ id, is: "assumption", by: [], source: null, credibility: null, gives: null, dropped: restStands(id) },
    words: `assumed: ${facts.eventWords(what.first)} and ${facts.eventWords(what.second)} are one event`,
    dissolves: `that ${what.first} and ${what.second} are two events`,
  };
}

function restStands(id: string) {
  return { consistent: true, touching: false, times: [], words: `Without ${id} the rest of this set holds together.` };
}

export function gapWords(gap: Gap): string {
  if (gap.in === "seconds") return durationWords(gap.seconds);
  return gap.in === "km" ? kmWords(gap.km) : `${numberWords(gap.number)} ${gap.unit}`;
}

/** A shortest chain of assumptions that makes two events one. */
function wayBetween(assumed: readonly AssumptionOf<"same-event">[], from: string, to: string): AssumptionOf<"same-event">[] {
  const ways = new Map<string, AssumptionOf<"same-event">[]>([[from, []]]);
  for (const [at, way] of ways)
    for (const one of assumed) {
      const { first, second } = one.what;
      const next = first === at ? second : second === at ? first : undefined;
      if (next !== undefined && !ways.has(next)) ways.set(next, [...way, one]);
    }
  return ways.get(to) ?? [];
}

export function assumptionsAmong(facts: CaseFacts, events: ReadonlySet<EventId>): AssumptionId[] {
  return facts.assumed("same-event").flatMap(({ id, what }) => (events.has(what.first) && events.has(what.second) ? [id] : []));
}
