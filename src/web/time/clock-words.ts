/** Moments and lengths in words. A moment is always told by the clock of a zone, which stands beside it. */
import { offsetAt } from "../../reason/time/local-days.ts";
import { t } from "../words/t.ts";

type Parts = Readonly<Record<string, string>>;

const formats = new Map<string, Intl.DateTimeFormat>();
/** Moving about in time says the same moments again and again, and a format takes some 20 microseconds for each. */
const told = new Map<string, Parts>();
const toldAtMost = 20_000;

function partsOf(zone: string, at: number): Parts {
  const key = `${at} ${zone}`;
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size >= toldAtMost) told.clear();
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  told.set(key, parts);
  return parts;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    const shown = { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, calendar: "iso8601", hourCycle: "h23", ...shown });
    formats.set(zone, format);
  }
  return format;
}

/** "30 Mar 2022, 12:00", with seconds where there are any. */
export function momentWords(at: number, zone: string): string {
  const { day, month, year } = partsOf(zone, at);
  return `${day} ${month} ${year}, ${timeOfDay(at, zone)}`;
}

/** "29 Mar 2022, 13:04–19:26"; the day is not said twice. */
export function spanWords(from: number, to: number, zone: string): string {
  if (from === to) return momentWords(from, zone);
  const [a, b] = [partsOf(zone, from), partsOf(zone, to)];
  const sameDay = a["day"] === b["day"] && a["month"] === b["month"] && a["year"] === b["year"];
  return t("time-bench.span", { from: momentWords(from, zone), to: sameDay ? timeOfDay(to, zone) : momentWords(to, zone) });
}

function timeOfDay(at: number, zone: string): string {
  const { hour, minute, second } = partsOf(zone, at);
  return second === "00" ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

/** "16 h 33 min 36 s", "2 d 4 h"; "0 s" for none. */
export function lengthWords(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const parts = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor(whole / 3600) % 24, "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ] as const;
  // Up to four days people count in hours.
  const counted: readonly (readonly [number, string])[] =
    whole < 4 * 86_400 ? [[Math.floor(whole / 3600), "h"], ...parts.slice(2)] : parts.slice(0, 3);
  const said = counted.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length === 0 ? "0 s" : said.join(" ");
}

/** "Europe/Kyiv (UTC+03:00)" as its clocks stood at that moment. */
export function zoneWords(zone: string, at: number): string {
  if (zone === "UTC") return "UTC";
  const minutes = Math.round(offsetAt(zone, at) / 60_000);
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${zone} (UTC${minutes < 0 ? "−" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)})`;
}
