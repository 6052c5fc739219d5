/** Claims, links and assumptions about events that hang together in time, as one problem for the time reasoner. */
import type { AssumptionId } from "../../../core/claim/assumption.ts";
import type { ClaimId } from "../../../core/claim/claim.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { EventLinkId } from "../../../core/event/event-link.ts";
import type { TimeStatement } from "../../time/time-problem.ts";
import type { CaseClaim } from "../claim-case.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { MomentName, ShownSettings, Taken } from "./contradiction-report-types.ts";
import { Joined } from "../joined.ts";
import { readClaimTime } from "./read-claim-time.ts";
import type { TimeLink, Toward } from "./time-links.ts";

/** A time claim with the readings of it that can be used. */
export interface UsableClaim {
  readonly claim: CaseClaim & { readonly event: EventId };
  readonly readings: readonly number[];
}

export interface TimeNetworkGroup {
  readonly claims: readonly UsableClaim[];
  readonly links: readonly TimeLink[];
  readonly events: readonly EventId[];
}

/** One statement of the network, by its id: what it stands for. */
export interface NetworkMember {
  readonly id: ClaimId | EventLinkId | AssumptionId;
  readonly is: "claim" | "link" | "assumption";
  readonly words: string;
  readonly by: readonly (AssumptionId | ClaimId)[];
  readonly moment: MomentName;
  readonly events: readonly EventId[];
  /** `zones`: of the candidates, those by whose clocks the set would hold together. */
  dissolves(by: string | null, toward: Toward | null, zones: readonly string[]): string;
}

export interface TimeNetwork {
  readonly taken: readonly Taken[];
  readonly moments: readonly MomentName[];
  readonly statements: readonly TimeStatement[];
  readonly members: ReadonlyMap<string, NetworkMember>;
}

/** Ways to take what is open that are worked out one by one; beyond, every open zone is taken to be the same. */
const waysAtMost = 16;
/** Ways are counted no further: four zones for each of 27 sources are more than a whole number can hold exactly. */
const waysCountedAtMost = 1e9;

export function groupsOf(claims: readonly UsableClaim[], links: readonly TimeLink[]): TimeNetworkGroup[] {
  const joined = new Joined<MomentName>();
  for (const { claim } of claims) joined.join(claim.event, `said ${claim.id}`);
  for (const { moments } of links) for (const moment of moments) joined.join(moments[0] as MomentName, moment);
  return joined.groups().flatMap((group) => {
    const moments = new Set(group);
    const own = claims.filter(({ claim }) => moments.has(claim.event));
    if (own.length === 0) return [];
    const events = group.filter((moment): moment is EventId => moment.startsWith("e") && !moment.startsWith("end"));
    return [
      { claims: own, links: links.filter(({ moments: of }) => of.some((one) => moments.has(one))), events: events.toSorted(byNumber) },
    ];
  });
}

function byNumber(a: EventId, b: EventId): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}

/** A network for each way to take what is open. */
export function networksOf(facts: CaseFacts, group: TimeNetworkGroup): { networks: TimeNetwork[]; leftOut: number } {
  const several = group.claims.filter(({ readings }) => readings.length > 1);
  const choices = waysOf(several.map(({ readings }) => readings));
  const networks: TimeNetwork[] = [];
  let leftOut = choices.leftOut;
  for (const chosen of choices.ways) {
    const read = new Map(several.map(({ claim }, i) => [claim.id, chosen[i] as number]));
    const taken = several.map(({ claim }, i): Taken => ({
      what: "reading",
      claims: [claim.id],
      as: `reading ${(chosen[i] as number) + 1}`,
    }));
    const open = networkOf(facts, group, read, taken);
    const closed = zonesTaken(open, facts.settings);
    const taking = closed.networks.slice(0, waysAtMost - networks.length);
    networks.push(...taking);
    leftOut += closed.leftOut + closed.networks.length - taking.length;
  }
  return { networks, leftOut: Math.min(waysCountedAtMost, leftOut) };
}

function networkOf(facts: CaseFacts, group: TimeNetworkGroup, read: ReadonlyMap<ClaimId, number>, taken: readonly Taken[]): TimeNetwork {
  const moments = new Set<MomentName>(group.events);
  const statements: TimeStatement[] = [];
  const members = new Map<string, NetworkMember>();
  for (const { claim, readings } of group.claims) {
    const { value } = claim.statement;
    const reading = value.is === "time" ? value.readings[read.get(claim.id) ?? (readings[0] as number)] : undefined;
    if (reading === undefined) continue;
    const { id, event } = claim;
    const names = { event, said: `said ${id}`, published: `published ${id}`, end: `end ${id}` } as const;
    const found = readClaimTime(claim, reading, names, facts.howRead(claim));
    if ("why" in found) continue;
    for (const moment of found.moments) moments.add(moment as MomentName);
    statements.push(...found.statements);
    const said = `${claim.publisher.label} of ${facts.eventWords(event)}: "${value.words}", read as ${found.words}`;
    const isBound = found.moments.includes(names.end);
    members.set(id, {
      ...{ id, is: "claim", words: said, by: found.by, moment: isBound ? names.end : event, events: [event] },
      dissolves: (by, toward, zones) => claimDissolves(value.words, reading.kind, by, toward, zones),
    });
  }
  for (const link of group.links) {
    for (const moment of link.moments) moments.add(moment);
    statements.push(link.statement);
    const events = link.moments.filter((moment): moment is EventId => /^e\d/.test(moment));
    members.set(link.statement.id, { ...link, moment: link.moments[0] as MomentName, events });
  }
  return { taken, moments: [...moments], statements, members };
}

function claimDissolves(words: string, kind: string, by: string | null, toward: Toward | null, zones: readonly string[]): string {
  const ways: string[] = [];
  if (by !== null && kind === "offset") ways.push(`is meant more loosely, by at least ${by}`, "counts from another moment");
  else if (by !== null && toward === null) ways.push(`is off by at least ${by}`);
  else if (by !== null && toward !== null)
    ways.push(`is to be read as at least ${by} ${toward.side === "earlier" ? "before" : "after"} ${toward.end}`);
  if (zones.length > 0) ways.push(`is meant by the clocks of ${zones.join(", or of ")}`);
  ways.push("speaks of another event");
  const none = by === null && zones.length === 0 ? ": no shift of it alone is enough" : "";
  return `that "${words}" ${ways.slice(0, -1).join(", ")}${ways.length > 1 ? ", or " : ""}${ways.at(-1)}${none}`;
}

/** Each statement with an unknown zone shares it with the others of its source. */
function zonesTaken(open: TimeNetwork, { zones }: ShownSettings): { networks: TimeNetwork[]; leftOut: number } {
  const sharers = new Map<string, ClaimId[]>();
  for (const one of open.statements)
    if (one.kind === "within" && one.zone === null)
      sharers.set(one.source as string, [...(sharers.get(one.source as string) ?? []), one.id as ClaimId]);
  if (sharers.size === 0) return { networks: [open], leftOut: 0 };
  const count = Math.min(waysCountedAtMost, zones.length ** sharers.size);
  const chosen =
    count <= waysAtMost ? waysOf([...sharers.keys()].map(() => zones)).ways : zones.map((zone) => [...sharers.keys()].map(() => zone));
  const networks = chosen.map((each): TimeNetwork => {
    const zoneOf = new Map([...sharers.keys()].map((sharer, i) => [sharer, each[i] as string]));
    const isOne = count > waysAtMost;
    const taken: Taken[] = isOne
      ? [{ what: "zone", claims: [...sharers.values()].flat(), as: each[0] as string }]
      : [...sharers].map(([sharer, claims]) => ({ what: "zone", claims, as: zoneOf.get(sharer) as string }));
    return {
      ...{ ...open, taken: [...open.taken, ...taken] },
      statements: open.statements.map((one) =>
        one.kind === "within" && one.zone === null ? { ...one, zone: zoneOf.get(one.source as string) as string } : one,
      ),
    };
  });
  return { networks, leftOut: leftOf(count, networks.length) };
}

function waysOf<T>(choices: readonly (readonly T[])[]): { ways: T[][]; leftOut: number } {
  let ways: T[][] = [[]];
  const count = choices.reduce((product, { length }) => Math.min(waysCountedAtMost, product * length), 1);
  for (const values of choices) ways = ways.flatMap((way) => values.map((value) => [...way, value])).slice(0, waysAtMost);
  return { ways, leftOut: leftOf(count, ways.length) };
}

function leftOf(count: number, done: number): number {
  return count >= waysCountedAtMost ? waysCountedAtMost : count - done;
}
