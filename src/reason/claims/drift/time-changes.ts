/** Drift of a time: another day or part of it, another count of hours, a limit that became a day. */
import type { ClaimValue, TimeReading } from "../../../core/claim/claim-value.ts";
import { daysOf } from "../derive/time-days.ts";
import type { Change } from "./drift-types.ts";

type TimeValue = Extract<ClaimValue, { is: "time" }>;

export function timeChanges(was: TimeValue, became: TimeValue): Change[] {
  const words = { was: was.words, became: became.words };
  const [hours, later] = [hoursOf(was), hoursOf(became)];
  if (hours !== undefined && later !== undefined) return hours === later ? [] : [{ kind: "number", ...words }];
  const [first, second] = [daysOf(was), daysOf(became)];
  if (first.length > 0 && second.length > 0) {
    const shared = first.some((day) => second.includes(day));
    if (!shared) return [{ kind: "day", was: spanWords(first), became: spanWords(second) }];
    return otherPart(was, became) ? [{ kind: "day", ...words }] : [];
  }
  const [limit, now] = [limitsOf(was), limitsOf(became)];
  if (limit.length > 0 && second.length > 0) return [{ kind: "hedge-lost", ...words }];
  if (first.length > 0 && now.length > 0) return [{ kind: "hedge-added", ...words }];
  const sameLimit = limit.length === 0 || now.length === 0 || limit.some((one) => now.includes(one));
  return sameLimit ? [] : [{ kind: "day", ...words }];
}

/** Whether "on or around" is written into its readings. */
export function isLoose({ readings }: TimeValue): boolean {
  return readings.some((reading) => "plusMinusDays" in reading && (reading.plusMinusDays ?? 0) > 0);
}

function hoursOf({ readings }: TimeValue): number | undefined {
  return readings.flatMap((reading) => (reading.kind === "offset" ? [reading.hours] : []))[0];
}

function limitsOf({ readings }: TimeValue): string[] {
  return readings.flatMap((reading) => (reading.kind === "bound" ? [`${reading.limit} ${reading.toDay ?? reading.day}`] : []));
}

/** Both name parts of the day or clock times, and no two readings name the same. */
function otherPart(was: TimeValue, became: TimeValue): boolean {
  const [first, second] = [was, became].map(({ readings }) => readings.flatMap((one) => partOf(one) ?? [])) as [string[], string[]];
  return first.length > 0 && second.length > 0 && !first.some((part) => second.includes(part));
}

function partOf(reading: TimeReading): string | undefined {
  if (reading.kind === "sun") return reading.sun;
  if (reading.kind !== "within") return undefined;
  return reading.between === undefined ? reading.part : reading.between.join(" to ");
}

function spanWords(days: readonly string[]): string {
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  return first === last ? first : `${first} to ${last}`;
}
