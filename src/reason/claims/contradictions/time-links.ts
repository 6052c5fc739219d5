/** What persons stated and assumed of the order and the days of events, as statements for the time reasoner. */
import type { AssumptionId } from "../../../core/claim/assumption.ts";
import type { ClaimId } from "../../../core/claim/claim.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { EventLinkId } from "../../../core/event/event-link.ts";
import { isZone, offsetAt } from "../../time/local-days.ts";
import type { TimeStatement } from "../../time/time-problem.ts";
import type { CaseEvent } from "../claim-case.ts";
import { type AssumptionOf, type CaseFacts, inOrder } from "./case-facts.ts";
import type { MomentName } from "./contradiction-report-types.ts";
import { recordedWords } from "./read-claim-time.ts";

export interface TimeLink {
  readonly id: EventLinkId | AssumptionId;
  readonly is: "link" | "assumption";
  readonly words: string;
  readonly by: readonly ClaimId[];
  /** What it is about; the first is the one whose time it says something of. */
  readonly moments: readonly MomentName[];
  readonly statement: TimeStatement;
  /** What it would take that it does not stand in the way; `by` is how much at least, null where that is not known. */
  dissolves(by: string | null, toward: Toward | null): string;
}

export interface Toward {
  readonly side: "earlier" | "later";
  /** The end of what is said on that side, in words. */
  readonly end: string;
}

export interface TimeLinks {
  readonly links: readonly TimeLink[];
  readonly notUsed: readonly { readonly id: EventLinkId | AssumptionId; readonly why: string }[];
}

/** Days of the clock have up to 25 hours. */
const longestDayHours = 25;

export function timeLinksOf(facts: CaseFacts): TimeLinks {
  const links: TimeLink[] = [];
  const notUsed: { id: EventLinkId | AssumptionId; why: string }[] = [];
  for (const link of inOrder(facts.case.links)) {
    const found = linkOf(facts, link);
    if (typeof found === "string") notUsed.push({ id: link.id, why: found });
    else links.push(found);
  }
  for (const one of facts.assumed("same-event")) {
    const { first, second } = one.what;
    links.push({
      ...assumption(one, `${facts.eventWords(first)} and ${facts.eventWords(second)} are one event`, [first, second]),
      statement: { id: one.id, kind: "offset", from: first, to: second, hours: 0, plusMinusHours: 0, assumption: true },
      dissolves: () => `that ${first} and ${second} are two events`,
    });
  }
  for (const one of facts.assumed("before")) {
    const { first, second, atLeastHours = 0 } = one.what;
    const [before, after] = [momentOf(first), momentOf(second)];
    links.push({
      ...assumption(
        one,
        `${toldMoment(facts, first)} not after ${toldMoment(facts, second)}${atLeastHours > 0 ? `, by ${atLeastHours} h at least` : ""}`,
        [before, after],
      ),
      statement: { id: one.id, kind: "order", before, after, atLeastHours, assumption: true },
      dissolves: (by) => (by === null ? `that no such order is assumed` : `that the order is the other way about by at least ${by}`),
    });
  }
  for (const one of facts.assumed("same-day")) {
    const found = sameDay(facts, one);
    if (typeof found === "string") notUsed.push({ id: one.id, why: found });
    else links.push(...found);
  }
  return { links, notUsed };
}

function assumption({ id }: { readonly id: AssumptionId }, words: string, moments: readonly MomentName[]) {
  return { id, is: "assumption" as const, words: `assumed: ${words}`, by: [], moments };
}

function linkOf(facts: CaseFacts, { id, from, to, relation, basis }: CaseFacts["case"]["links"][number]): TimeLink | string {
  const [one, other] = [facts.eventWords(from), facts.eventWords(to)];
  const why = basis.trim() === "" ? "" : ` (${basis})`;
  const order = (before: EventId, after: EventId, words: string, certain = false): TimeLink => ({
    ...{ id, is: "link", words: `${words}${why}`, by: [], moments: [before, after] },
    statement: { id, kind: "order", before, after, ...(certain ? { certain } : {}) },
    dissolves: (by) =>
      `that ${facts.eventWords(before)} does not come before ${facts.eventWords(after)}${by === null ? "" : `: that it comes at least ${by} later`}`,
  });
  switch (relation) {
    case "before":
    case "led-to":
      return order(from, to, `${one} not after ${other}`);
    // What is posted was filmed before: the nature of things, once it is stated what the posting is of.
    case "posting-of":
      return order(to, from, `${one} is the posting of ${other}`, true);
    case "filming-of": {
      const hours = facts.settings.filmingHours;
      return {
        ...{ id, is: "link", words: `${one} is the filming of ${other}, at most ${hours} h apart${why}`, by: [], moments: [from, to] },
        statement: { id, kind: "offset", from: to, to: from, hours: 0, plusMinusHours: hours },
        dissolves: (by) =>
          `that ${one} is not the filming of ${other}${by === null ? "" : `, or that they are at least ${by} further apart`}`,
      };
    }
    case "part-of":
    case "during":
      return `${one} ${relation} ${other} says no order between two moments; state which came before, if that is known`;
    case "other":
      return "it says nothing of order";
  }
}

function sameDay(facts: CaseFacts, one: AssumptionOf<"same-day">): TimeLink[] | string {
  const { first, second, zone } = one.what;
  if (!isZone(zone)) return `no clock is known of the zone ${JSON.stringify(zone)}`;
  const found = [...dayGiven(facts, one, first, second), ...dayGiven(facts, one, second, first)];
  if (found.length > 0) return found;
  const [from, to] = [momentOf(first), momentOf(second)];
  const words = `${toldMoment(facts, first)} on the same day as ${toldMoment(facts, second)} (${zone}); no day is known, so at most ${longestDayHours} h apart`;
  return [
    {
      ...assumption(one, words, [from, to]),
      statement: { id: one.id, kind: "offset", from, to, hours: 0, plusMinusHours: longestDayHours, assumption: true },
      dissolves: (by) => `that they were on different days${by === null ? "" : `, at least ${by} further apart`}`,
    },
  ];
}

/** What the day of `giver` says of `taker`: by the time recorded of an event, or else by each claim that names its day. */
function dayGiven(facts: CaseFacts, one: AssumptionOf<"same-day">, taker: EventId | ClaimId, giver: EventId | ClaimId): TimeLink[] {
  const event = facts.events.get(giver as EventId);
  if (event === undefined) return [];
  const { zone } = one.what;
  const moment = momentOf(taker);
  const on = (id: string, [day, toDay]: readonly [string, string], whose: string, by: readonly ClaimId[]): TimeLink => ({
    ...assumption(
      one,
      `${toldMoment(facts, taker)} on the same day as ${facts.eventWords(event.id)}, ${whose}: ${day === toDay ? day : `${day} to ${toDay}`} (${zone})`,
      [moment],
    ),
    by,
    statement: { id, kind: "within", event: moment, day, ...(toDay === day ? {} : { toDay }), zone, assumption: true },
    dissolves: (gap, toward) => {
      if (gap === null || toward === null) return `that ${toldMoment(facts, taker)} was on another day`;
      return `that ${toldMoment(facts, taker)} took place at least ${gap} ${toward.side === "earlier" ? "before" : "after"} ${toward.end}`;
    },
  });
  if (event.time !== "unknown") return [on(one.id, daysOf(event.time, zone), `recorded as ${recordedWords(event.time)}`, [])];
  return inOrder(facts.case.claims).flatMap((claim) => {
    const { value, polarity } = claim.statement;
    const [reading, ...others] = claim.event === event.id && value.is === "time" && polarity === "affirmed" ? value.readings : [];
    if (reading?.kind !== "within" || others.length > 0) return [];
    const around = reading.plusMinusDays ?? 0;
    return [
      on(`${one.id} ${claim.id}`, [moved(reading.day, -around), moved(reading.toDay ?? reading.day, around)], `as ${claim.id} says`, [
        claim.id,
      ]),
    ];
  });
}

/** The end of an interval is closed: midnight at its end is not a day more. */
function daysOf({ earliest, latest }: Exclude<CaseEvent["time"], "unknown">, zone: string): readonly [string, string] {
  const [from, to] = [Date.parse(earliest), Date.parse(latest)];
  return [dayIn(zone, from), dayIn(zone, Math.max(from, to - 1))];
}

function dayIn(zone: string, at: number): string {
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 10);
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

export function momentOf(id: EventId | ClaimId): MomentName {
  return id.startsWith("k") ? `said ${id as ClaimId}` : (id as EventId);
}

function toldMoment(facts: CaseFacts, id: EventId | ClaimId): string {
  return id.startsWith("k") ? `the talk behind ${id}` : facts.eventWords(id as EventId);
}
