/** One reading of a time claim as statements for the time reasoner, with the moments that it counts from. */
import type { AssumptionId } from "../../../core/claim/assumption.ts";
import type { TimeReading } from "../../../core/claim/claim-value.ts";
import type { Position } from "../../../core/place/region.ts";
import { minutesOf } from "../../claim-text/times/day-parts.ts";
import { isZone } from "../../time/local-days.ts";
import type { TimeStatement } from "../../time/time-problem.ts";
import type { CaseClaim } from "../claim-case.ts";
import { momentWords } from "../compare/figures.ts";
import type { ShownSettings } from "./contradiction-report-types.ts";

/** Days by the sun are reckoned one by one. */
const longestSunMs = 3600 * 86_400_000;

export interface ClaimZone {
  readonly zone: string | null;
  readonly by: AssumptionId | null;
  /** In words: whose zone it is taken to be. */
  readonly words: string;
}

/** What a claim's times are read by, beside its words. */
export interface HowRead {
  readonly settings: ShownSettings;
  /** Zone that a person assumed for the claim. */
  readonly assumed: { readonly zone: string; readonly by: AssumptionId } | undefined;
  readonly sunAt: Position | null;
  /** Statements that share an unknown zone share this. */
  readonly sharer: string;
}

/** Names of moments beside the event: when it was said, when it was published, the end of a day that bounds it. */
export interface MomentNames {
  readonly event: string;
  readonly said: string;
  readonly published: string;
  readonly end: string;
}

export interface ReadTime {
  /** Of `names`, beyond the event. */
  readonly moments: readonly string[];
  /** The first is what the claim says; the others hold by the nature of things. */
  readonly statements: readonly TimeStatement[];
  readonly by: readonly AssumptionId[];
  readonly words: string;
  readonly hasOpenZone: boolean;
  readonly saysWhenSaid: boolean;
}

export interface UnreadTime {
  readonly why: string;
}

export function readClaimTime(claim: CaseClaim, reading: TimeReading, names: MomentNames, how: HowRead): ReadTime | UnreadTime {
  const { id } = claim;
  const base = { id, source: how.sharer };
  const read = (statement: TimeStatement, words: string, more: Partial<ReadTime> = {}): ReadTime => ({
    ...{ moments: [], statements: [statement], by: [], words, hasOpenZone: false, saysWhenSaid: false },
    ...more,
  });
  switch (reading.kind) {
    case "within":
    case "bound": {
      const isApproximate = claim.statement.hedges.some(({ sort }) => sort === "approximate");
      const part = partOf(reading, isApproximate, how.settings);
      if (typeof part === "string") return { why: part };
      const { zone, by, words } = zoneOf(reading.zone, how);
      if (zone !== null && !isZone(zone)) return { why: `it is said of a zone that no clock is known of: ${JSON.stringify(zone)}` };
      const days = daysWords(reading, part, words);
      const span = {
        ...{ ...base, kind: "within" as const, zone, day: part.day },
        ...(part.toDay === part.day ? {} : { toDay: part.toDay }),
        ...(part.between === undefined ? {} : { between: part.between }),
        ...(reading.plusMinusDays === undefined ? {} : { plusMinusDays: reading.plusMinusDays }),
      };
      const more = { by: by === null ? [] : [by], hasOpenZone: zone === null };
      if (reading.kind === "within") return read({ ...span, event: names.event }, days, more);
      const isAfter = reading.limit === "not-before";
      const [before, after] = isAfter ? [names.end, names.event] : [names.event, names.end];
      return {
        ...read({ ...span, event: names.end }, `${isAfter ? "not before" : "not after"} ${days}`, more),
        moments: [names.end],
        statements: [
          { ...span, event: names.end },
          { ...base, id: `${id} bound`, kind: "order", before, after, certain: true },
        ],
      };
    }
    case "sun": {
      const place = how.sunAt;
      if (place === null)
        return { why: "it is said by the sun, and no place is known of the event: state its place, or set where the sun is reckoned" };
      const { horizon } = how.settings;
      if (Date.parse(horizon[1]) - Date.parse(horizon[0]) > longestSunMs)
        return { why: `from ${horizon[0]} to ${horizon[1]} is too long for the sun: state a shorter span to look at` };
      const words = `${reading.sun} by the sun at ${place.lat}, ${place.lon}${reading.day === undefined ? ", on any day" : ` on ${reading.day}`}`;
      return read(
        { ...base, kind: "sun", event: names.event, place, sun: reading.sun, ...(reading.day === undefined ? {} : { day: reading.day }) },
        words,
      );
    }
    case "offset": {
      if (reading.from === "event") return { why: `it counts from "${reading.of}", and nobody stated which event of the case that is` };
      const plusMinusHours = how.settings.roundingHours ?? reading.plusMinusHours;
      const from = reading.from === "utterance" ? names.said : names.published;
      const size = Math.abs(reading.hours);
      const words = `${size} h ${reading.hours < 0 ? "before" : "after"} it was ${reading.from === "utterance" ? "said" : "published"}, give or take ${plusMinusHours} h`;
      const statement: TimeStatement = { ...base, kind: "offset", from, to: names.event, hours: reading.hours, plusMinusHours };
      const bound = publishedBound(claim, from, reading.from);
      if (reading.from === "publication" && bound === undefined) return { why: "it counts from when it was published, which is not known" };
      return read(statement, words, {
        moments: [from],
        statements: bound === undefined ? [statement] : [statement, bound],
        saysWhenSaid: reading.from === "utterance",
      });
    }
    case "order":
      return { why: `it is ${reading.relation} "${reading.of}", and nobody stated which event of the case that is` };
  }
}

/** What is said was said before it was published. */
export function publishedBound({ id, published }: CaseClaim, moment: string, from: "utterance" | "publication"): TimeStatement | undefined {
  if (published === "unknown") return undefined;
  const { earliest, latest } = published;
  const base = { id: `${id} published`, kind: "bound" as const, event: moment, certain: true };
  return from === "utterance" ? { ...base, notAfter: latest } : { ...base, notBefore: earliest, notAfter: latest };
}

function zoneOf(stated: string | null, { assumed, settings }: HowRead): ClaimZone {
  if (stated !== null) return { zone: stated, by: null, words: stated };
  if (assumed !== undefined) return { zone: assumed.zone, by: assumed.by, words: `${assumed.zone} as ${assumed.by} assumes` };
  if (settings.zone !== null) return { zone: settings.zone, by: null, words: `${settings.zone} as set for every zone that nobody states` };
  return { zone: null, by: null, words: "zone not stated" };
}

type Days = Extract<TimeReading, { kind: "within" | "bound" }>;

/** A part of the day as clock times; in words, why there is none. What ends before it begins ends on the next day. */
function partOf(reading: Days, isApproximate: boolean, settings: ShownSettings): ClockDays | string {
  const { day, toDay = day, part } = reading;
  if (toDay < day) return `its last day ${toDay} is before its first ${day}`;
  if (reading.between !== undefined) {
    const [from, to] = reading.between;
    const days = { day, toDay: to < from && toDay === day ? movedDay(day, 1) : toDay, between: [from, to] as [string, string] };
    return isApproximate ? widened(days) : days;
  }
  if (part === undefined) return { day, toDay };
  const rule = Object.hasOwn(settings.houseRules, part) ? settings.houseRules[part] : undefined;
  if (rule === undefined) return `no rule of the house says when "${part}" is`;
  const [from, to] = rule;
  // A night over two days is one night: it ends on the second.
  const isOneNight = toDay === movedDay(day, 1);
  return { day, toDay: to < from && !isOneNight ? movedDay(toDay, 1) : toDay, between: [from, to] };
}

interface ClockDays {
  readonly day: string;
  readonly toDay: string;
  readonly between?: [string, string];
}

/** "Around 2 p.m.": one of the last unit to either side, an hour of full ones and half an hour of others, as for distances. */
function widened({ day, toDay, between: [from, to] }: Required<ClockDays>): ClockDays {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  const by = first % 60 === 0 && last % 60 === 0 ? 60 : 30;
  const [early, late] = [first - by, last + by];
  return {
    day: early < 0 ? movedDay(day, -1) : day,
    toDay: late > 1440 ? movedDay(toDay, 1) : toDay,
    between: [clockOf(early < 0 ? early + 1440 : early), clockOf(late > 1440 ? late - 1440 : late)],
  };
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function movedDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

function daysWords({ part, plusMinusDays }: Days, { day, toDay, between }: ClockDays, zone: string): string {
  const when = part ?? (between === undefined ? "" : between[0] === between[1] ? between[0] : `${between[0]} to ${between[1]}`);
  const isOverNight = between !== undefined && between[1] < between[0];
  const days = toDay === day ? day : isOverNight && toDay === movedDay(day, 1) ? `${day} into the next day` : `${day} to ${toDay}`;
  const about = plusMinusDays === undefined || plusMinusDays === 0 ? "" : `, give or take ${plusMinusDays} d`;
  return `${when === "" ? "" : `${when} of `}${days}${about} (${zone})`;
}

export function recordedWords({ earliest, latest }: { readonly earliest: string; readonly latest: string }): string {
  return `${momentWords(earliest)} to ${momentWords(latest)}`;
}
