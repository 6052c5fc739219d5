/**
 * Which claims about one aspect of one event cannot all hold, with the smallest sets that cannot, how far they are apart and what
 * would dissolve each. Claims of two events are never compared unless a person assumed that they are one event; times reach from one
 * event to another only by an order that a person stated or assumed, and that is then a member of the set. Replies are not asked:
 * silence is no denial.
 */
import type { AssumptionId } from "../../../core/claim/assumption.ts";
import type { Aspect, ClaimId } from "../../../core/claim/claim.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { CaseClaim, ClaimCase } from "../claim-case.ts";
import { CaseFacts, inOrder } from "./case-facts.ts";
import { aloneNames, type ClaimWindows, WindowFinder } from "./claim-windows.ts";
import type {
  AspectReport,
  ConflictSet,
  ContradictionReport,
  ContradictionSettings,
  DifferentEvents,
  EventReport,
  PairJudgement,
  PlacesByPhrase,
} from "./contradiction-report-types.ts";
import { PairJudge } from "./judge-pairs.ts";
import { Joined } from "../joined.ts";
import { assumptionsAmong, pairSet } from "./pair-sets.ts";
import { shownSettings, usualSettings } from "./shown-settings.ts";
import { solveTimes } from "./solve-times.ts";
import { type TimeLinks, timeLinksOf } from "./time-links.ts";
import { groupsOf, type UsableClaim } from "./time-network.ts";

export { usualSettings } from "./shown-settings.ts";

type AboutEvent = CaseClaim & { readonly event: EventId };

const aspects: readonly Aspect[] = ["where", "when", "who", "what", "how-many", "identification", "speech", "verification"];
/** Claims about one aspect of one event that are compared with each other: twenty thousand pairs. */
const comparedAtMost = 200;
const differentEventsAtMost = 2000;

/** Throws ProblemUnreadable where the settings cannot be used. */
export function contradictionReport(
  c: ClaimCase,
  settings: Partial<ContradictionSettings> = {},
  places: PlacesByPhrase = {},
): ContradictionReport {
  const facts = new CaseFacts(c, shownSettings(c, { ...usualSettings, ...settings }));
  const notUsed: ContradictionReport["notUsed"][number][] = [];
  const claims = inOrder(c.claims).filter((claim): claim is AboutEvent => {
    if (claim.event === "unassigned") notUsed.push({ id: claim.id, why: "nobody stated which event it is about" });
    return claim.event !== "unassigned";
  });
  const links = timeLinksOf(facts);
  notUsed.push(...links.notUsed);
  const finder = new WindowFinder(facts.settings);
  const windowsOf = (claim: CaseClaim) => finder.windowsOf(claim, facts.howRead(claim), whenSaid(links, claim.id));
  const judge = new PairJudge(facts, places, windowsOf);
  const sets: ConflictSet[] = [];
  const events = joinedEvents(facts, claims).map((group) => eventReport(facts, judge, group, sets));
  const usable = claims.flatMap((claim) => usableTime(claim, windowsOf, notUsed));
  const times = groupsOf(usable, links.links).map((one) => {
    const { group, claimsLeftOut } = solveTimes(facts, one);
    const why = `${one.claims.length} claims hang together in time and do not all hold: this one is compared in pairs alone, not with all at once`;
    notUsed.push(...claimsLeftOut.map((id) => ({ id, why })));
    return group;
  });
  sets.push(...times.flatMap(({ cases: [only, ...others] }) => (only === undefined || others.length > 0 ? [] : only.sets)));
  const different = differentEvents(events, claims);
  const inAnySet = [...new Set([...sets, ...times.flatMap(({ cases }) => cases.flatMap((one) => one.sets))])];
  return {
    settings: facts.settings,
    events,
    ...{ differentEvents: different.listed, differentEventsLeftOut: different.leftOut, times, sets },
    assumptions: inOrder(c.assumptions).map(({ id, words }) => ({ id, words, used: useOf(facts, links, id, inAnySet) })),
    notUsed,
  };
}

function joinedEvents(facts: CaseFacts, claims: readonly AboutEvent[]): { events: EventId[]; claims: AboutEvent[] }[] {
  const joined = new Joined<EventId>();
  for (const { id } of inOrder(facts.case.events)) joined.add(id);
  for (const { event } of claims) joined.add(event);
  for (const { what } of facts.assumed("same-event")) joined.join(what.first, what.second);
  const byTop = new Map<EventId, AboutEvent[]>();
  for (const claim of claims) {
    const top = joined.topOf(claim.event);
    byTop.set(top, [...(byTop.get(top) ?? []), claim]);
  }
  return joined.groups().flatMap((events) => {
    const own = byTop.get(joined.topOf(events[0] as EventId)) ?? [];
    return own.length === 0 ? [] : [{ events, claims: own }];
  });
}

function eventReport(
  facts: CaseFacts,
  judge: PairJudge,
  { events, claims }: { readonly events: readonly EventId[]; readonly claims: readonly AboutEvent[] },
  sets: ConflictSet[],
): EventReport {
  const reports = aspects.flatMap((aspect): AspectReport[] => {
    const own = claims.filter((claim) => claim.aspect === aspect);
    if (own.length === 0) return [];
    const compared = own.slice(0, comparedAtMost);
    const pairs: PairJudgement[] = [];
    for (const [i, first] of compared.entries())
      for (const second of compared.slice(i + 1)) {
        const pair = judge.judge(first, second);
        pairs.push(pair);
        // Affirmed times are all asked of the time reasoner at once, which finds every set.
        const isAsked = aspect === "when" && first.statement.polarity === "affirmed" && second.statement.polarity === "affirmed";
        if (pair.judgement === "contradict" && !isAsked) sets.push(pairSet(facts, pair, first, second));
      }
    const count = (n: number) => (n * (n - 1)) / 2;
    return [{ aspect, claims: own.map(({ id }) => id), pairs, pairsLeftOut: count(own.length) - count(compared.length) }];
  });
  return { events, joinedBy: assumptionsAmong(facts, new Set(events)), aspects: reports };
}

/** What persons assume of the moment at which a claim was said, for the claim alone. */
function whenSaid({ links }: TimeLinks, claim: ClaimId) {
  return links.flatMap(({ moments, statement }) =>
    moments.length === 1 && moments[0] === `said ${claim}` && statement.kind === "within" ? [{ ...statement, event: aloneNames.said }] : [],
  );
}

function usableTime(
  claim: AboutEvent,
  windowsOf: (claim: CaseClaim) => ClaimWindows,
  notUsed: ContradictionReport["notUsed"][number][],
): UsableClaim[] {
  const { aspect, statement } = claim;
  if (aspect !== "when" || statement.value.is !== "time") return [];
  if (statement.polarity === "denied") {
    notUsed.push({ id: claim.id, why: "a time that is denied is compared with each other claim alone, not with all at once" });
    return [];
  }
  if (statement.polarity === "open") return [];
  const { windows, unread } = windowsOf(claim);
  const many = statement.value.readings.length > 1;
  for (const { reading, why } of unread) notUsed.push({ id: claim.id, why: many ? `reading ${reading + 1}: ${why}` : why });
  const readings = [...new Set(windows.map(({ reading }) => reading))];
  return readings.length === 0 ? [] : [{ claim, readings }];
}

/** Names the two events and no more: what is said of the one is not told in one breath with what is said of the other. */
function differentEvents(reports: readonly EventReport[], claims: readonly AboutEvent[]): { listed: DifferentEvents[]; leftOut: number } {
  const listed: DifferentEvents[] = [];
  let leftOut = 0;
  const groupOf = new Map(reports.flatMap((report) => report.events.map((event) => [event, report] as const)));
  for (const aspect of aspects) {
    const byEvent = new Map<EventId, ClaimId[]>();
    for (const claim of claims) if (claim.aspect === aspect) byEvent.set(claim.event, [...(byEvent.get(claim.event) ?? []), claim.id]);
    const own = [...byEvent].toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
    for (const [i, [event, first]] of own.entries())
      for (const [other, second] of own.slice(i + 1)) {
        if (groupOf.get(event) === groupOf.get(other)) continue;
        if (listed.length >= differentEventsAtMost) leftOut++;
        else
          listed.push({
            ...{ aspect, first: { event, claims: first }, second: { event: other, claims: second }, judgement: "different-event" },
            words: `${event} and ${other} are two events: what is claimed of the one is not compared with what is claimed of the other`,
          });
      }
  }
  return { listed, leftOut };
}

function useOf(facts: CaseFacts, { links }: TimeLinks, id: AssumptionId, sets: readonly ConflictSet[]): string | null {
  const what = facts.case.assumptions.find((one) => one.id === id)?.what;
  const inSets = sets.filter(({ members }) => members.some((member) => member.id === id || member.by.some((by) => by === id))).length;
  const told = inSets === 0 ? "" : `; a member of ${inSets} ${inSets === 1 ? "set" : "sets"}, or behind one`;
  switch (what?.is) {
    case "same-event":
      return `claims of ${what.first} and ${what.second} are compared with each other${told}`;
    case "zone":
      return facts.zoneAssumption(what.claim)?.id === id && facts.claims.has(what.claim) ? `read with ${what.claim}${told}` : null;
    case "same-day":
    case "before":
      return links.some((link) => link.id === id) ? `asked of the time reasoner${told}` : null;
    default:
      return null;
  }
}
