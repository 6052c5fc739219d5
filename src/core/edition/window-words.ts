/**
 * Windows of time as a report prints them ("2022-03-29 13:04:03 to 19:26:29 Europe/Kyiv (10:04:03 to 16:26:29 UTC)"), read back, and
 * widened: each end outward to a whole step, in words and in figures. An end that the sun made would say where it made it.
 */
import { windowWords } from "../report/report-words.ts";
import type { Answer } from "../review/answer.ts";
import type { UtcInstant } from "../time/time-claim.ts";

export interface FoundWindow {
  readonly from: UtcInstant | "open";
  readonly to: UtcInstant | "open";
  readonly zone: string;
  /** Where it stands in the text. */
  readonly at: number;
  readonly end: number;
}

const day = String.raw`\d{4}-\d\d-\d\d`;
const clock = String.raw`\d\d:\d\d(?::\d\d)?`;
const zoneName = String.raw`[A-Za-z][\w+-]{1,30}(?:/[\w+-]{1,30}){0,2}`;
const printed = new RegExp(
  String.raw`(?<![\d.-])(${day})\s(${clock})(?:\sto\s(?:(${day})\s)?(${clock}))?\s(?:UTC|(${zoneName})\s\((?:(${day})\s)?(${clock})(?:\sto\s(?:(${day})\s)?(${clock}))?\sUTC\))(?:\sor\s(earlier|later))?`,
  "gu",
);

export function windowsIn(text: string): FoundWindow[] {
  return [...text.matchAll(printed)].flatMap((match): FoundWindow[] => {
    const [whole, day1 = "", clock1 = "", day2, clock2, zone, utcDay1, utcClock1, utcDay2, utcClock2, open] = match;
    const inUtc = zone === undefined;
    const firstDay = inUtc ? day1 : (utcDay1 ?? day1);
    const from = instantOf(firstDay, inUtc ? clock1 : (utcClock1 ?? ""));
    const lastDay = (inUtc ? day2 : utcDay2) ?? firstDay;
    const lastClock = inUtc ? clock2 : utcClock2;
    const to = lastClock === undefined ? from : instantOf(lastDay, lastClock);
    if (from === undefined || to === undefined) return [];
    return [
      {
        from: open === "earlier" ? "open" : from,
        to: open === "later" ? "open" : to,
        ...{ zone: zone ?? "UTC", at: match.index, end: match.index + whole.length },
      },
    ];
  });
}

function instantOf(on: string, at: string): UtcInstant | undefined {
  const ms = Date.parse(`${on}T${at.length === 5 ? `${at}:00` : at}Z`);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** Outward: never narrower than it was. What is no instant stays. */
export function widenedWindow<W extends { readonly from: string; readonly to: string }>(window: W, stepMs: number): W {
  return { ...window, from: onStep(window.from, stepMs, Math.floor), to: onStep(window.to, stepMs, Math.ceil) } as W;
}

function onStep(instant: string, stepMs: number, round: (value: number) => number): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? instant : new Date(round(ms / stepMs) * stepMs).toISOString();
}

export function widenedAnswer(answer: Answer, stepMs: number): Answer {
  return answer.sort === "time" ? widenedWindow(answer, stepMs) : answer;
}

export function withWidenedWindows(text: string, stepMs: number): string {
  let result = "";
  let at = 0;
  for (const found of windowsIn(text)) {
    result += text.slice(at, found.at) + windowWords(widenedWindow(found, stepMs));
    at = found.end;
  }
  return at === 0 ? text : result + text.slice(at);
}
