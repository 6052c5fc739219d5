/** Figures of a report in words: times by the clock of a zone and in UTC, time codes, places with their radius. One place for pages, figures and exports. */
import type { Region } from "../place/region.ts";
import type { Answer } from "../review/answer.ts";
import { printedCircle, radiusWords } from "./printed-circle.ts";

/** "12:03.240", "1:00:00.000"; item time. */
export function timeCode(seconds: number): string {
  const ms = Math.round(Math.abs(seconds) * 1000);
  const [hours, minutes, rest] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, ms % 60_000];
  const tail = `${String(Math.floor(rest / 1000)).padStart(2, "0")}.${String(rest % 1000).padStart(3, "0")}`;
  return `${seconds < 0 ? "-" : ""}${hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}` : String(minutes).padStart(2, "0")}:${tail}`;
}

export function stretchCode({ fromS, toS }: { readonly fromS: number; readonly toS: number }): string {
  return fromS === toS ? timeCode(fromS) : `${timeCode(fromS)} to ${timeCode(toS)}`;
}

/** Of a copy of a broken original. `of`: frames of the original in the same stretch; null where that is withheld. */
export function unreadWords({ read, of }: { readonly read: number; readonly of: number | null }): string {
  const what = of === null ? "Not every frame of it could be read" : `${read} of ${of} frames of it could be read`;
  return `${what}; what the others showed is not in this copy.`;
}

/** "2022-03-29 16:07 Europe/Kyiv (13:07 UTC)". A zone that this machine does not know is said beside the time in UTC. */
export function instantWords(utc: string, zone: string): string {
  const ms = Date.parse(utc);
  if (!Number.isFinite(ms)) return utc;
  const inUtc = clock(ms, "UTC");
  if (zone === "UTC") return `${inUtc} UTC`;
  const local = clock(ms, zone);
  if (local === undefined) return `${inUtc} UTC (zone said: ${zone})`;
  const sameDay = local.slice(0, 10) === inUtc?.slice(0, 10);
  return `${local} ${zone} (${sameDay ? inUtc?.slice(11) : inUtc} UTC)`;
}

/** When a line was written: "2026-11-26 20:26:29 UTC". A day stays a day. */
export function stampWords(at: string): string {
  return at.length <= 10 ? at : instantWords(at, "UTC");
}

/** With a stop behind it, where it has none. */
export function withStop(sentence: string): string {
  return /[.!?…]\s*$/.test(sentence) ? sentence : `${sentence}.`;
}

function clock(ms: number, zone: string): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    }).formatToParts(ms);
    const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
    const seconds = of("second") === "00" ? "" : `:${of("second")}`;
    return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}${seconds}`;
  } catch {
    return undefined;
  }
}

/** Both ends, or which of them is not known. Within a day the day is said once. */
export function windowWords({ from, to, zone }: { readonly from: string; readonly to: string; readonly zone: string }): string {
  if (from === "open" && to === "open") return "no time is known";
  if (from === "open") return `${instantWords(to, zone)} or earlier`;
  if (to === "open") return `${instantWords(from, zone)} or later`;
  if (from === to) return instantWords(from, zone);
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const [local, utc] = [spanWords(first, last, zone), spanWords(first, last, "UTC")];
  if (local === undefined || utc === undefined) return `${instantWords(from, zone)} to ${instantWords(to, zone)}`;
  return zone === "UTC"
    ? `${utc} UTC`
    : `${local} ${zone} (${utc.slice(0, 10) === local.slice(0, 10) && !utc.includes(" to 2") ? utc.slice(11) : utc} UTC)`;
}

function spanWords(first: number, last: number, zone: string): string | undefined {
  const [from, to] = [Number.isFinite(first) ? clock(first, zone) : undefined, Number.isFinite(last) ? clock(last, zone) : undefined];
  if (from === undefined || to === undefined) return undefined;
  return from.slice(0, 10) === to.slice(0, 10) ? `${from} to ${to.slice(11)}` : `${from} to ${to}`;
}

/** Digits that a radius bears: a place that is known to 500 m is not printed to the metre. What is printed holds the place. */
export function placeWords(lat: number, lon: number, radiusM: number): string {
  const printed = printedCircle({ lat, lon }, radiusM);
  return `${printed.lat}, ${printed.lon} within ${radiusWords(printed.radiusM)} (WGS 84)`;
}

export function metresWords(metres: number): string {
  if (metres >= 10_000) return `${trimmed(metres / 1000, 0)} km`;
  if (metres >= 1000) return `${trimmed(metres / 1000, 2)} km`;
  return `${trimmed(metres, metres < 10 ? 1 : 0)} m`;
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

export function regionWords(region: Region): string {
  if (region.shape === "circle") return placeWords(region.centre.lat, region.centre.lon, region.radiusM);
  const corners = region.shape === "polygon" ? (region.rings[0]?.length ?? 0) : region.points.length;
  return region.shape === "polygon"
    ? `an area of ${corners} corners`
    : `a way of ${corners} points, each within ${radiusWords(region.radiusM)}`;
}

export function answerWords(answer: Answer): string {
  switch (answer.sort) {
    case "place":
      return placeWords(answer.lat, answer.lon, answer.radiusM);
    case "time":
      return windowWords(answer);
    case "choice":
      return answer.choice;
    case "words":
      return answer.words;
    case "cannot-tell":
      return `Cannot tell: ${answer.why}`;
  }
}
