/** Bars of the chart in words: titles, labels at their ends, and what a row says to those who do not see it. */
import { t } from "../words/t.ts";
import type { Bar, ResultBar, Span } from "./chart-rows.ts";
import { lengthWords, momentWords, spanWords } from "./clock-words.ts";

const piecesSaid = 3;
const namesSaid = 2;

/** "29 Mar 2022, 13:04 – 19:26; 60 more before it; open: earlier". */
export function piecesWords(spans: readonly Span[], zone: string, open: readonly ("earlier" | "later")[]): string {
  if (spans.length === 0) return t("time-bench.nothing-left");
  // The latest pieces are what a bound from above is about; where only the later side goes on, the first.
  const fromTheEnd = open.includes("earlier") && !open.includes("later");
  const said = spans.length <= piecesSaid ? spans : fromTheEnd ? spans.slice(-1) : spans.slice(0, 1);
  const left = spans.length - said.length;
  return [
    ...said.map(([from, to]) => pieceWords([from, to], zone, { open, isFirst: from === spans[0]?.[0], isLast: to === spans.at(-1)?.[1] })),
    ...(left === 0 ? [] : [t(fromTheEnd ? "time-bench.more-before" : "time-bench.more-after", { count: left })]),
    ...openWords(open),
  ].join("; ");
}

/** An end that only the horizon sets is not told as if it were one. */
function pieceWords(
  [from, to]: Span,
  zone: string,
  { open, isFirst, isLast }: { open: readonly string[]; isFirst: boolean; isLast: boolean },
): string {
  const [noStart, noEnd] = [isFirst && open.includes("earlier"), isLast && open.includes("later")];
  if (noStart && noEnd && isFirst && isLast) return t("time-bench.any-time");
  if (noStart && !isPattern(from, to)) return t("time-bench.until", { at: momentWords(to, zone) });
  if (noEnd && !isPattern(from, to)) return t("time-bench.from", { at: momentWords(from, zone) });
  return spanWords(from, to, zone);
}

/** A piece of a pattern of days is whole at the horizon too. */
function isPattern(from: number, to: number): boolean {
  return to - from < 86_400_000;
}

export function openWords(open: readonly ("earlier" | "later")[]): string[] {
  return open.map((side) => t(side === "earlier" ? "time-bench.open-earlier" : "time-bench.open-later"));
}

export function barTitle(bar: Bar, zone: string, zonesName: string): string {
  const words = t("time-bench.by-clock", { words: piecesWords(bar.spans, zone, bar.open), zone });
  return bar.zones === "" ? words : t("time-bench.if-zone", { zones: zonesName, words });
}

/** "48-hours, talk-day and 2 more". */
export function namesWords(names: readonly string[]): string {
  const said = names.slice(0, namesSaid).join(", ");
  return names.length <= namesSaid ? said : t("time-bench.names-more", { names: said, count: names.length - namesSaid });
}

/** What ends a result on one side: the time and the statements, or that nothing does. */
export function endWords(bar: ResultBar, side: "earliest" | "latest", zone: string): string {
  const openSide = side === "earliest" ? "earlier" : "later";
  if (bar.open.includes(openSide)) return openWords([openSide])[0] as string;
  const at = side === "earliest" ? bar.spans[0]?.[0] : bar.spans.at(-1)?.[1];
  if (at === undefined) return "";
  const names = side === "earliest" ? bar.earliest : bar.latest;
  const time = momentWords(at, zone);
  return names.length === 0 ? time : t("time-bench.cut-by", { time, names: namesWords(names) });
}

/** A key of `perZone` as people read it: "Europe/Kyiv", or "C2: Europe/Kyiv; C3: UTC". */
export function zonesWords(key: string): string {
  return key.replaceAll("=", ": ");
}

/** Where missing room begins or ends, and the statements that press there. */
export function pressedWords(bar: ResultBar, side: "below" | "above", zone: string): string {
  if (bar.noRoom === undefined) return "";
  const time = momentWords(bar.noRoom[side === "below" ? 0 : 1], zone);
  const names = bar.pressedBy[side];
  const words = names.length === 0 ? time : t("time-bench.cut-by", { time, names: namesWords(names) });
  return t(side === "below" ? "time-bench.not-after-this" : "time-bench.not-before-this", { words });
}

export function noRoomWords([from, to]: Span): string {
  return from === to ? t("time-bench.no-room-touch") : t("time-bench.no-room", { length: lengthWords((to - from) / 1000) });
}
