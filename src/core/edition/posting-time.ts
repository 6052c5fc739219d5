/**
 * When something was posted, published or sent, as a public edition tells it: outward to a step that the plan chooses. To the second
 * it finds the post again, and with it the account of whoever filmed.
 */
import type { TimeMeaning } from "../time/time-claim.ts";

export const postingMeanings: ReadonlySet<TimeMeaning> = new Set(["posted", "edited", "published", "modified", "sent", "sent-or-saved"]);

export const dayS = 86_400;

export interface CoarseTimes {
  /** The instant, or undefined where it is none of those. To the second. */
  hides(iso: string): boolean;
  outward(window: { readonly from: string; readonly to: string }): { from: string; to: string };
  scrub(text: string): string;
}

/** `instants`: milliseconds since 1970. `zones`: by whose clocks the edition tells times beside UTC; unknown ones are passed over. */
export function coarseTimes(instants: readonly number[], stepS: number, zones: readonly string[]): CoarseTimes {
  const walls = new Map<string, number>();
  for (const at of instants)
    for (const offset of new Set([0, ...zones.flatMap((zone) => offsetOf(at, zone) ?? [])])) {
      const wall = new Date(at + offset).toISOString();
      for (const [from, to] of [
        [0, 19],
        [0, 16],
        [11, 19],
        [11, 16],
      ] as const)
        walls.set(wall.slice(from, to).replace("T", " "), at);
    }
  const seconds = new Map(instants.map((at) => [Math.floor(at / 1000), at]));
  const hides = (iso: string): boolean => seconds.has(Math.floor(Date.parse(iso) / 1000));
  const step = stepS * 1000;
  return {
    hides,
    outward: ({ from, to }) => ({
      from: hides(from) ? isoOf(Math.floor(Date.parse(from) / step) * step) : from,
      to: hides(to) ? isoOf((Math.floor(Date.parse(to) / step) + 1) * step - 1000) : to,
    }),
    scrub(text) {
      if (seconds.size === 0) return text;
      const said = (at: number): string => stepWords(at, stepS);
      return text
        .replace(/(?<!\d)(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?![\d:])/gu, (whole, day: string, clock: string) => {
          const at = walls.get(`${day} ${clock}`);
          return at === undefined ? whole : said(at);
        })
        .replace(/(?<![\d:.,-])\d\d:\d\d(?::\d\d)?(?![\d:]|\.\d)/gu, (clock) => (walls.has(clock) ? "[time withheld]" : clock))
        .replace(/(?<![\d.,])(\d{10})(?:\d{3})?(?![\d.,]\d|\d)/gu, (whole, unix: string) =>
          seconds.has(Number(unix)) ? "[time withheld]" : whole,
        );
    },
  };
}

/** How they are written down: what a leak test looks for. */
export function writtenTimes(at: number): string[] {
  const iso = new Date(at).toISOString();
  return [iso.slice(0, 19), String(Math.floor(at / 1000))];
}

function stepWords(at: number, stepS: number): string {
  if (stepS >= dayS) return `${isoOf(at).slice(0, 10)} (to the day)`;
  const from = isoOf(Math.floor(at / (stepS * 1000)) * stepS * 1000);
  return `${from.slice(0, 10)} ${from.slice(11, 16)} (to ${stepS / 3600} h)`;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

function offsetOf(at: number, zone: string): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    }).formatToParts(at);
    const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - Math.floor(at / 1000) * 1000;
  } catch {
    return undefined;
  }
}
