/**
 * The closed interval of instants that a reading of words about a time allows. Without a zone it spans what any clock on Earth
 * could mean. A part of a day by the sun, and what is counted from something else, is an interval only once a place or that something is known.
 */
import type { TimeReading } from "../../../core/claim/claim-value.ts";
import type { UtcInstant } from "../../../core/time/time-claim.ts";
import { isZone, localSpan } from "../../time/local-days.ts";
import { claimDayParts, minutesOf, type MinuteSpan } from "./day-parts.ts";
import type { DayPart } from "./time-words.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Clocks on Earth run from 12 hours behind UTC to 14 ahead of it. */
const mostAheadMs = 14 * 60 * minuteMs;
const mostBehindMs = 12 * 60 * minuteMs;

export interface ReadingSetting {
  /** Zone of days whose words name none. */
  readonly zone?: string | null;
  /** Words such as "around" limit the claim: a clock then counts with half an hour, or with an hour where it is a full one (METHOD 8: one of the last unit). */
  readonly isApproximate?: boolean;
  /** When it was said or published, for what is counted from there. */
  readonly from?: { readonly utterance?: Ends; readonly publication?: Ends; readonly event?: Ends };
  /** What a case says of parts of a day, from and to by the clock. */
  readonly houseRules?: Readonly<Record<string, readonly [string, string]>>;
}

interface Ends {
  readonly earliest: UtcInstant;
  readonly latest: UtcInstant;
}

export type ReadingInterval =
  | {
      readonly state: "interval";
      /** Undefined: open on that side. */
      readonly earliest: UtcInstant | undefined;
      readonly latest: UtcInstant | undefined;
      /** "unknown": the ends are those of all zones. */
      readonly zone: { readonly state: "stated"; readonly zone: string } | { readonly state: "unknown" } | { readonly state: "not-needed" };
    }
  /** What it lacks, in words. */
  | { readonly state: "not-placed"; readonly lacks: string };

export function intervalOfReading(reading: TimeReading, setting: ReadingSetting = {}): ReadingInterval {
  switch (reading.kind) {
    case "sun":
      return { state: "not-placed", lacks: "a place: the part of the day is the sun's" };
    case "order":
      return { state: "not-placed", lacks: `the time of ${JSON.stringify(reading.of)}` };
    case "offset":
      return offset(reading, setting);
    case "within":
    case "bound": {
      const stated = reading.zone ?? setting.zone ?? null;
      if (stated !== null && !isZone(stated))
        return { state: "not-placed", lacks: `a zone that is known: ${JSON.stringify(stated)} is none` };
      const span = minutesIn(reading, setting);
      if (span === undefined) return { state: "not-placed", lacks: `a rule for the part of the day ${JSON.stringify(reading.part)}` };
      const days = (reading.plusMinusDays ?? 0) * 1440;
      const [from, to] = momentsOf(reading, [span[0] - days, span[1] + days], stated);
      const zone = stated === null ? ({ state: "unknown" } as const) : ({ state: "stated", zone: stated } as const);
      if (reading.kind === "within") return { state: "interval", earliest: instant(from), latest: instant(to), zone };
      const isUpper = reading.limit === "not-after";
      return { state: "interval", earliest: isUpper ? undefined : instant(from), latest: isUpper ? instant(to) : undefined, zone };
    }
  }
}

function momentsOf(
  { day, toDay = day }: { readonly day: string; readonly toDay?: string | undefined },
  [from, to]: MinuteSpan,
  zone: string | null,
): readonly [number, number] {
  if (zone !== null) return [localSpan(zone, day, from, from)[0], localSpan(zone, toDay, to, to)[1]];
  return [Date.parse(`${day}T00:00:00Z`) + from * minuteMs - mostAheadMs, Date.parse(`${toDay}T00:00:00Z`) + to * minuteMs + mostBehindMs];
}

type Dated = Extract<TimeReading, { kind: "within" | "bound" }>;

/** Minutes from midnight of the first day, and of the last. */
function minutesIn({ part, between, day, toDay = day }: Dated, { houseRules, isApproximate }: ReadingSetting): MinuteSpan | undefined {
  if (between !== undefined) {
    const [from, to] = [minutesOf(between[0]), minutesOf(between[1])];
    const by = isApproximate === true ? (from % 60 === 0 && to % 60 === 0 ? 60 : 30) : 0;
    return [from - by, to + by];
  }
  if (part === undefined) return [0, 1440];
  const rule = houseRules?.[part];
  if (rule !== undefined) return [minutesOf(rule[0]), minutesOf(rule[1])];
  const own = part in claimDayParts ? claimDayParts[part as DayPart] : undefined;
  // A night over two days is one night: it ends on the second.
  const isOneNight = part === "night" && Date.parse(toDay) - Date.parse(day) === dayMs;
  return own !== undefined && isOneNight ? [own[0], own[1] - 1440] : own;
}

/** What was said before its publication lies before it by so much at least: of an unknown utterance the later end is known. */
function offset(
  { hours, plusMinusHours, from: counted, of }: Extract<TimeReading, { kind: "offset" }>,
  { from }: ReadingSetting,
): ReadingInterval {
  const [least, most] = [(hours - plusMinusHours) * 60 * minuteMs, (hours + plusMinusHours) * 60 * minuteMs];
  const own = from?.[counted];
  if (own !== undefined) {
    const [earliest, latest] = [Date.parse(own.earliest) + least, Date.parse(own.latest) + most];
    return { state: "interval", earliest: instant(earliest), latest: instant(latest), zone: { state: "not-needed" } };
  }
  if (counted === "utterance" && from?.publication !== undefined) {
    const latest = instant(Date.parse(from.publication.latest) + most);
    return { state: "interval", earliest: undefined, latest, zone: { state: "not-needed" } };
  }
  return { state: "not-placed", lacks: `the time that ${JSON.stringify(of)} is counted from` };
}

function instant(ms: number): UtcInstant {
  return new Date(ms).toISOString().replace(/\.000Z$/, "Z") as UtcInstant;
}
