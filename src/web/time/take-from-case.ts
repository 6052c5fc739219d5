/**
 * Statements that the case already holds: times of events, how events follow on each other, and the posts of what shows them. Each
 * cites its record. A post bounds what it shows from above; without a zone it stays a time without one.
 */
import type { BearingRow, EventDetail } from "../../api/events.ts";
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { t, type WordKey } from "../words/t.ts";

export interface TakenItem {
  readonly id: string;
  readonly name: string;
  /** The earliest post that carries it. */
  readonly posted: TimeClaim | "unknown";
}

export interface Offer {
  readonly key: string;
  /** Record and name of the event that it is listed under. */
  readonly event: string;
  readonly eventName: string;
  readonly statements: readonly TimeStatement[];
  /** Taken unless a person says otherwise; what adds an assumption is not. */
  readonly isMeant: boolean;
  readonly note: WordKey | undefined;
}

/** Names under which events of the case go into a problem: their titles, told apart by their numbers where they are alike. */
export function eventNames(events: readonly { readonly id: string; readonly title: string }[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, title } of events) {
    const short = title.trim().slice(0, 160);
    const name = short === "" || taken.has(short) ? `${short} (${id})`.trim() : short;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

export function offersOf(details: readonly EventDetail[], items: ReadonlyMap<string, TakenItem>): Offer[] {
  const names = eventNames(details.map(({ event }) => event));
  const offers: Offer[] = [];
  const named = freeNames();
  const links = new Map<string, Offer>();
  for (const { event, links: ofEvent, bearings, statements } of details) {
    const name = names.get(event.id) as string;
    const offer = (key: string, made: readonly TimeStatement[], isMeant = true, note?: WordKey): Offer => ({
      ...{ key, event: event.id, eventName: name, statements: made, isMeant, note },
    });
    if (typeof event.time !== "string")
      offers.push(
        offer(`${event.id} time`, [
          ofClaim(event.time, name, named(t("time-bench.named.time", { event: short(name) }), event.id), [event.id]),
        ]),
      );
    for (const { id, claim, standing } of statements.times)
      if (claim !== "withheld" && standing !== "rejected")
        offers.push(
          offer(
            id,
            [ofClaim(claim, name, named(t("time-bench.named.stated", { event: short(name) }), id), [event.id, id])],
            standing === "stated",
            undefined,
          ),
        );
    for (const link of ofEvent) {
      if (link.unlinked !== undefined || links.has(link.id)) continue;
      const [from, to] = [names.get(link.from), names.get(link.to)];
      if (from === undefined || to === undefined) continue;
      const made = ofLink(link.relation, from, to, {
        id: named(linkName(link.relation, short(from), short(to)), link.id),
        cites: [link.from, link.to],
        ...basis(link.basis),
      });
      if (made !== undefined)
        links.set(link.id, offer(link.id, [made.statement], made.isOrder, made.isOrder ? undefined : "time-bench.take-same-time"));
    }
    for (const bearing of bearings) offers.push(...ofPost(bearing, event.sort, name, items, named, offer));
  }
  return [...offers, ...links.values()];
}

/** Each statement once: two pair sheets of one item bring its post along both. */
export function eachOnce(statements: readonly TimeStatement[]): TimeStatement[] {
  return [...new Map(statements.map((one) => [one.id, one])).values()];
}

type Named = (wished: string, record: string) => string;

/** Names in words; two that would be the same are told apart by their records. */
function freeNames(): Named {
  const taken = new Set<string>();
  return (wished, record) => {
    const name = taken.has(wished) ? `${wished} (${record})` : wished;
    taken.add(name);
    return name;
  };
}

/** Of a long title its beginning: the row has the whole under it. */
function short(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

function linkName(relation: string, from: string, to: string): string {
  if (relation === "posting-of") return t("time-bench.named.posts", { from, to });
  const isOrder = relation === "before" || relation === "led-to";
  return t(isOrder ? "time-bench.named.before" : "time-bench.named.same-time", { from, to });
}

const basis = (words: string): { basis?: string } => (words.trim() === "" ? {} : { basis: words.trim().slice(0, 2000) });

function ofPost(
  { id: bearing, item, sort, withdrawn }: BearingRow,
  eventSort: string,
  name: string,
  items: ReadonlyMap<string, TakenItem>,
  named: Named,
  offer: (key: string, made: readonly TimeStatement[], isMeant?: boolean, note?: WordKey) => Offer,
): Offer[] {
  const found = items.get(item);
  if (withdrawn !== undefined || (sort !== "shows" && sort !== "supports") || found === undefined || found.posted === "unknown") return [];
  const cites = [item];
  const key = `${name} post ${item}`;
  if (eventSort === "posting")
    return [offer(key, [ofClaim(found.posted, name, named(t("time-bench.named.posting", { item }), bearing), cites)], sort === "shows")];
  const post = t("time-bench.named.post", { item, name: found.name.slice(-60) });
  const order = {
    id: named(t("time-bench.named.before-post", { event: short(name), item }), bearing),
    kind: "order",
    before: name,
    after: post,
    certain: true,
    cites,
  } as const;
  // Only what shows an event was made after it: what supports it may have been posted before.
  return sort === "shows"
    ? [
        offer(
          key,
          [ofClaim(found.posted, post, named(t("time-bench.named.posting", { item }), bearing), cites), order],
          true,
          "time-bench.take-post",
        ),
      ]
    : [];
}

export function ofClaim(claim: TimeClaim, event: string, id: string, cites: readonly string[]): TimeStatement {
  const common = {
    id,
    event,
    cites: [...cites],
    ...basis(claim.basis),
    ...(claim.verbatim.trim() === "" ? {} : { words: claim.verbatim.slice(0, 5000) }),
  };
  const reading = claim.zone.state === "unknown" ? claim.zone.reading : "";
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(reading)?.[0];
  if (day !== undefined) return { ...common, kind: "within", day, zone: null };
  const clock = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(reading);
  if (clock !== null && !reading.includes("/"))
    return {
      ...common,
      kind: "within",
      day: clock[1] as string,
      between: [clock[2] as string, minuteAfter(clock[2] as string)],
      zone: null,
    };
  // Two readings of one date, or a stretch without a zone: what it spans with every zone of the Earth.
  return { ...common, kind: "bound", notBefore: claim.earliest, notAfter: claim.latest };
}

/** Up to 24:00. */
function minuteAfter(clock: string): string {
  const [hours, minutes] = clock.split(":").map(Number) as [number, number];
  const at = hours * 60 + minutes + 1;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

type Common = { id: string; cites: string[]; basis?: string };

/** Undefined for a link that says nothing of time. Events are moments here: what lies inside another's time is at it, as an assumption. */
function ofLink(relation: string, from: string, to: string, common: Common): { statement: TimeStatement; isOrder: boolean } | undefined {
  switch (relation) {
    case "before":
    case "led-to":
      return { statement: { ...common, kind: "order", before: from, after: to }, isOrder: true };
    case "posting-of":
      return { statement: { ...common, kind: "order", before: to, after: from, certain: true }, isOrder: true };
    case "filming-of":
    case "part-of":
    case "during":
      return { statement: { ...common, kind: "offset", from: to, to: from, hours: 0, assumption: true }, isOrder: false };
    default:
      return undefined;
  }
}
