/** Minimal conflicting sets of times, each with its own gap, what dropping each member leaves, and what would dissolve it there. */
import type { AssumptionId } from "../../../core/claim/assumption.ts";
import type { ClaimId } from "../../../core/claim/claim.ts";
import type { EventLinkId } from "../../../core/event/event-link.ts";
import { answerTime, type ConflictAnswer, type WindowsAnswer, type ZoneAnswer } from "../../time/answer-time.ts";
import { readProblem } from "../../time/read-problem.ts";
import { prepare, settle } from "../../time/settle.ts";
import type { TimeProblem, TimeStatement } from "../../time/time-problem.ts";
import { durationWords, momentWords } from "../compare/figures.ts";
import type { CaseFacts } from "./case-facts.ts";
import type {
  ConflictSet,
  EventTimes,
  Gap,
  MemberDropped,
  MomentName,
  SetMember,
  ShownSettings,
  TimeCase,
  TimeGroup,
} from "./contradiction-report-types.ts";
import { networksOf, type NetworkMember, type TimeNetwork, type TimeNetworkGroup } from "./time-network.ts";
import type { Toward } from "./time-links.ts";

/** Pairs of claims that conflict in a network, over all its cases: 80 claims of one case, 40 of four, 20 of sixteen; 2 s of a processor. */
const pairsAtMost = 3200;
/** Sets of a network, over all its cases, that are worked out member by member. */
const setsInDetailAtMost = 1600;

export interface SolvedTimes {
  readonly group: TimeGroup;
  /** The last by their numbers, where so many do not hold together: they are compared in pairs alone. */
  readonly claimsLeftOut: readonly ClaimId[];
}

/** Throws ProblemUnreadable. */
export function solveTimes(facts: CaseFacts, group: TimeNetworkGroup): SolvedTimes {
  const whole = networksOf(facts, group);
  const most = claimsAtMost(whole.networks.length);
  // Claims that hold together are soon answered, however many.
  const isTooMany =
    group.claims.length > most && !whole.networks.every(({ moments, statements }) => isHolding(facts.settings, moments, statements));
  const { networks, leftOut } = isTooMany ? networksOf(facts, { ...group, claims: group.claims.slice(0, most) }) : whole;
  const inDetail = Math.floor(setsInDetailAtMost / networks.length);
  return {
    group: { events: group.events, cases: networks.map((network) => caseOf(facts, network, inDetail)), casesLeftOut: leftOut },
    claimsLeftOut: isTooMany ? group.claims.slice(most).map(({ claim }) => claim.id) : [],
  };
}

function claimsAtMost(cases: number): number {
  return Math.floor((1 + Math.sqrt(1 + (8 * pairsAtMost) / cases)) / 2);
}

function caseOf(facts: CaseFacts, network: TimeNetwork, inDetail: number): TimeCase {
  const answer = answered(facts.settings, network.moments, network.statements);
  const { taken } = network;
  if (answer.consistent)
    return { taken, consistent: true, touching: answer.touching, times: timesOf(answer), sets: [], setsLeftOut: 0, allSetsFound: true };
  const at = new Map(network.statements.map(({ id }, i) => [id, i]));
  const sets = answer.conflicts
    .toSorted((a, b) => firstByPlace(a.members, b.members, at))
    .slice(0, inDetail)
    .map((one) => setOf(facts, network, one))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const setsLeftOut = answer.conflicts.length - sets.length;
  return { taken, consistent: false, touching: false, times: [], sets, setsLeftOut, allSetsFound: answer.allConflictsFound };
}

/** By the places of their members in the network: claims by their numbers, then what links them. */
function firstByPlace(one: readonly string[], other: readonly string[], at: ReadonlyMap<string, number>): number {
  const differing = one.findIndex((id, i) => id !== other[i]);
  return differing === -1 ? one.length - other.length : (at.get(one[differing] as string) ?? 0) - (at.get(other[differing] ?? "") ?? -1);
}

export function keyOf({ members }: { readonly members: readonly { readonly id: string }[] }): string {
  return members.map(({ id }) => id).join(" ");
}

function problemOf(settings: ShownSettings, moments: readonly MomentName[], statements: readonly TimeStatement[]): TimeProblem {
  return {
    events: [...moments],
    horizon: [...settings.horizon],
    houseRules: Object.fromEntries(Object.entries(settings.houseRules).map(([name, [from, to]]) => [name, [from, to]])),
    statements: [...statements],
  };
}

function answered(settings: ShownSettings, moments: readonly MomentName[], statements: readonly TimeStatement[]): ZoneAnswer {
  const answer = answerTime(problemOf(settings, moments, statements));
  if ("perZone" in answer) throw new Error("expected every zone to be taken before times are solved");
  return answer;
}

/** The same answer as above where no more is asked: what stands against each other, and by how much, costs ten times as much. */
function isHolding(settings: ShownSettings, moments: readonly MomentName[], statements: readonly TimeStatement[]): boolean {
  const { horizon, statements: read } = readProblem(problemOf(settings, moments, statements));
  return settle(prepare({ events: moments.length, horizon, statements: read(new Map()) }), "earliest").state === "settled";
}

function timesOf({ windows, open }: WindowsAnswer): EventTimes[] {
  return Object.entries(windows)
    .filter(([of]) => !of.startsWith("end "))
    .map(([of, each]) => ({ of: of as MomentName, windows: each, open: open[of] ?? [] }));
}

function setOf(facts: CaseFacts, network: TimeNetwork, conflict: ConflictAnswer): ConflictSet {
  const inSet = network.statements.filter(({ id }) => conflict.members.includes(id));
  const { moments, statements } = withCertain(network, inSet);
  const memberOf = (id: string) => network.members.get(id) as NetworkMember;
  const members = conflict.members
    .map((id): SetMember => {
      const { id: record, is, words, by, moment, dissolves } = memberOf(id);
      const gives = conflict.givesSeconds[id] ?? null;
      const rest = answered(
        facts.settings,
        moments,
        statements.filter((one) => one.id !== id),
      );
      const toward = rest.consistent ? towardOf(facts.settings, network, id, moment, rest) : null;
      const claim = is === "claim" ? facts.claims.get(record as ClaimId) : undefined;
      return {
        ...{ id: record, is, words, by },
        source: claim === undefined ? null : { ...claim.publisher, reliability: facts.reliabilityOf(claim) },
        credibility: claim?.credibility ?? null,
        dropped: droppedOf(record, conflict, id, rest),
        gives: gives === null ? null : { in: "seconds", seconds: gives },
        dissolves: dissolves(gives === null ? null : durationWords(gives), toward, zonesThatHold(facts.settings, moments, statements, id)),
      };
    })
    .toSorted((a, b) => order(a) - order(b) || Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const claims = members.flatMap(({ id, is }) =>
    is === "claim" ? [facts.claims.get(id as ClaimId) as NonNullable<ReturnType<typeof facts.claims.get>>] : [],
  );
  const ids = (of: readonly string[]) => of.map((id) => memberOf(id).id).toSorted();
  const certain = statements
    .filter(({ certain: holds, id }) => holds === true && network.members.has(id))
    .map(({ id }) => id as EventLinkId);
  const set = {
    ...{ aspect: "when" as const, members, certain: certain.toSorted() },
    events: [...new Set(conflict.members.flatMap((id) => memberOf(id).events))].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
    gap: { in: "seconds", seconds: conflict.gapSeconds } as const,
    networkGap: conflict.networkGapSeconds === null ? null : ({ in: "seconds", seconds: conflict.networkGapSeconds } as const),
    widenedBy: ids(conflict.widenedBy) as (ClaimId | EventLinkId | AssumptionId)[],
    touchingWithout: ids(conflict.touchingWithout) as (ClaimId | EventLinkId | AssumptionId)[],
    alongDerivation:
      claims.length > 1 && claims.every((one, i) => claims.slice(i + 1).every((other) => facts.isAlongDerivation(one, other))),
  };
  return { ...set, words: setWords(set) };
}

/** Candidates for the zone of one statement by which the set would hold together. */
function zonesThatHold(
  settings: ShownSettings,
  moments: readonly MomentName[],
  statements: readonly TimeStatement[],
  id: string,
): string[] {
  const own = statements.find((one) => one.id === id);
  if (own?.kind !== "within") return [];
  return settings.zones.filter(
    (zone) =>
      zone !== own.zone &&
      isHolding(
        settings,
        moments,
        statements.map((one) => (one === own ? { ...own, zone } : one)),
      ),
  );
}

function order({ is }: SetMember): number {
  return ["claim", "link", "assumption"].indexOf(is);
}

/** With whatever holds by the nature of things about the moments that they touch. */
function withCertain(network: TimeNetwork, members: readonly TimeStatement[]): { moments: MomentName[]; statements: TimeStatement[] } {
  const moments = new Set(members.flatMap(momentsIn));
  const statements = [...members];
  const left = new Set(network.statements.filter(({ certain }) => certain === true));
  for (let before = -1; before !== statements.length;) {
    before = statements.length;
    for (const one of left) {
      if (!momentsIn(one).some((moment) => moments.has(moment))) continue;
      left.delete(one);
      statements.push(one);
      for (const moment of momentsIn(one)) moments.add(moment);
    }
  }
  return { moments: [...moments], statements };
}

function momentsIn(one: TimeStatement): MomentName[] {
  if (one.kind === "order") return [one.before, one.after] as MomentName[];
  return (one.kind === "offset" ? [one.from, one.to] : [one.event]) as MomentName[];
}

/** On which side of what a member says the others leave its moment. */
function towardOf(settings: ShownSettings, network: TimeNetwork, id: string, moment: MomentName, rest: WindowsAnswer): Toward | null {
  const own = network.statements.find((one) => one.id === id) as TimeStatement;
  if (own.kind === "order" || own.kind === "offset") return null;
  const alone = answered(settings, [moment], [own]);
  const [mine, others] = [alone.consistent ? (alone.windows[moment] ?? []) : [], rest.windows[moment] ?? []];
  const [first, last] = [mine[0]?.[0], mine.at(-1)?.[1]];
  const [from, to] = [others[0]?.[0], others.at(-1)?.[1]];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  if (Date.parse(to) < Date.parse(first)) return { side: "earlier", end: momentWords(first) };
  return Date.parse(from) > Date.parse(last) ? { side: "later", end: momentWords(last) } : null;
}

function droppedOf(record: string, { touchingWithout, without }: ConflictAnswer, id: string, rest: ZoneAnswer): MemberDropped {
  const whole = without[id];
  const touching = touchingWithout.includes(id);
  const only = touching ? " The rest of the set only just holds together." : "";
  const consistent = whole?.consistent === true;
  const times = whole?.consistent === true ? timesOf(whole) : rest.consistent ? timesOf(rest) : [];
  const words = consistent
    ? `Without ${record} everything else that was said holds together.${only}`
    : `Without ${record} this set is dissolved; others stand.${only}`;
  return { consistent, touching, times, words };
}

function setWords(set: Pick<ConflictSet, "members" | "gap" | "networkGap" | "widenedBy" | "touchingWithout" | "alongDerivation">): string {
  const { members, gap, networkGap, widenedBy, touchingWithout, alongDerivation } = set;
  const told = (one: Gap | null) => durationWords(one?.in === "seconds" ? one.seconds : 0);
  return [
    `${members.map(({ id }) => id).join(", ")} cannot all hold: they are ${told(gap)} apart.`,
    ...(widenedBy.length > 0 && networkGap !== null
      ? [`With all else that was said it is ${told(networkGap)}, widened by ${widenedBy.join(", ")}.`]
      : []),
    ...touchingWithout.map((id) => `Without ${id} the others just touch.`),
    ...(alongDerivation ? ["Its claims come from one another: what differs is a drift of the restatement, and no second voice."] : []),
  ].join(" ");
}
