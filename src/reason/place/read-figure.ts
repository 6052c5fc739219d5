/** Distances and travelling times: how loosely they are worded, how many, of what. */
import type { StatedDistance } from "./place-clause.ts";
import type { TravelBy, Unit } from "./place-rules.ts";
import { numberAt, type StatedNumber } from "./read-number.ts";
import { eat, type Found, matchAt, skip, spaces, wordsAt } from "./source-text.ts";

const around = wordsAt(
  "(?:only |just )?(?:around|about|approximately|roughly|circa|some|nearly|almost|perhaps|maybe|(?:just|slightly|(?:a )?(?:little|bit)) (?:under|over|more than|less than)|close to|well over|a good|getting on for|an estimated)",
);
const aroundSign = /(?:[~≈]|(?:approx|ca?)\.?(?=\s))/iuy;
const within = wordsAt(
  "(?:less|fewer) than|(?:at|no|not) (?:the )?(?:most|more than|farther than|further than|over)|within(?: about| around| roughly)?|under|up to",
);
const beyond = wordsAt("more than|over|at least|no less than|not less than|upwards? of|in excess of|beyond");
const plain = wordsAt("exactly|precisely|only|just(?! (?:under|over))|barely|a distance of|(?:a )?mere");
const orSo = wordsAt("or so|or thereabouts|give or take");

const units: readonly (readonly [RegExp, Unit])[] = [
  [wordsAt("nautical miles?|nmi|NM"), "nmi"],
  [wordsAt("(?:statute )?miles?|mi"), "mi"],
  [wordsAt("kilomet(?:re|er)s?|kms?|klicks?|clicks?"), "km"],
  [wordsAt("met(?:re|er)s?|m|mtrs?"), "m"],
  [wordsAt("yards?|yds?"), "yd"],
  [wordsAt("feet|foot|ft"), "ft"],
];
const gap = /[-‐\s]*/uy;
const closeBracket = /\s*\)/uy;
const openBracket = /\s*\(\s*/uy;
/** Of an abbreviation, not of a sentence. */
const dot = /\.(?=\s+(?:\p{Ll}|[NSEW]{1,3}(?![\p{L}])|\())/uy;
/** Half of the way round the Earth: nothing is farther away. */
const farthestM: Readonly<Record<Unit, number>> = { mi: 12_452, km: 20_038, nmi: 10_820, m: 20_038_000, yd: 21_914_000, ft: 65_742_000 };

const hedges = [
  [around, "around"],
  [aroundSign, "around"],
  [within, "within"],
  [beyond, "beyond"],
] as const;

interface Hedged {
  readonly wording: StatedDistance["wording"];
  readonly number: StatedNumber;
}

/** A number with its hedge. "Some" and "about" before "a few" change nothing more. */
function hedgedAt(text: string, at: number): Found<Hedged> | undefined {
  let wording: StatedDistance["wording"] = "plain";
  let here = at;
  for (let before = -1; before !== here;) {
    before = here;
    here = skip(plain, text, here);
    for (const [pattern, said] of hedges) {
      const next = skip(pattern, text, here);
      if (next === here) continue;
      // "No more than about": the first hedge says more.
      if (wording === "plain") wording = said;
      here = next;
    }
  }
  const number = numberAt(text, here);
  return number === undefined ? undefined : { value: { wording, number: number.value }, end: number.end };
}

/** "About 7 miles", "7-8 km", "a mile and a half", "fifteen miles (24 km)", "ten km or so". */
export function distanceAt(text: string, at: number): Found<StatedDistance> | undefined {
  const hedged = hedgedAt(text, at);
  if (hedged === undefined) return undefined;
  const unit = unitAt(text, eat(gap, text, hedged.end) ?? hedged.end);
  if (unit === undefined) return undefined;
  let { end } = unit;
  let { number } = hedged.value;
  let { wording } = hedged.value;
  const half = eat(andAHalf, text, spaces(text, end));
  if (half !== undefined) {
    number = { value: number.value + 0.5, halfPrecision: 0.25 };
    end = half;
  }
  if (!(number.value > 0) || (number.upTo ?? number.value) > farthestM[unit.value]) return undefined;
  const loose = eat(orSo, text, spaces(text, end));
  if (loose !== undefined) {
    end = loose;
    if (wording === "plain") wording = "around";
  }
  return { value: { ...number, unit: unit.value, wording }, end: bracketAfter(text, end) };
}
const andAHalf = wordsAt("and an? half");

/** "(11 km)" behind a figure says it once more: the first figure holds, for it is the speaker's. */
function bracketAfter(text: string, end: number): number {
  const open = eat(openBracket, text, end);
  if (open === undefined) return end;
  const inner = distanceAt(text, open);
  return inner === undefined ? end : (eat(closeBracket, text, inner.end) ?? end);
}

function unitAt(text: string, at: number): Found<Unit> | undefined {
  for (const [pattern, unit] of units) {
    const end = eat(pattern, text, at);
    if (end !== undefined)
      return { value: unit, end: /^(?:mi|kms?|m|yds?|ft)$/i.test(text.slice(at, end)) ? (eat(dot, text, end) ?? end) : end };
  }
  return undefined;
}

export interface StatedTime {
  readonly minutes: number;
  readonly upToMinutes?: number;
  readonly halfPrecision: number;
  readonly wording: StatedDistance["wording"];
  readonly by: TravelBy;
}

const times: readonly (readonly [RegExp, number])[] = [
  [wordsAt("minutes?|mins?"), 1],
  [wordsAt("hours?|hrs?"), 60],
];
const possessive = /['’]s?/uy;
const ways: readonly (readonly [RegExp, TravelBy])[] = [
  [wordsAt("(?:a |an )?(?:easy |short |brisk |steep )?(?:walk|hike|stroll)|on foot|walking|of walking"), "walk"],
  [wordsAt("(?:a |an )?(?:cycle|bike|bicycle)(?: ride)?|by (?:bike|bicycle)|cycling"), "cycle"],
  [wordsAt("(?:a |an )?(?:car |taxi )?(?:drive|ride)|by (?:car|road|taxi)|driving|of driving"), "drive"],
];

/** "20 minutes' drive", "an hour by car", "a 15-minute walk": minutes, and the way of travelling, without which they say nothing. */
export function travelAt(text: string, at: number): Found<StatedTime> | undefined {
  const hedged = hedgedAt(text, at);
  if (hedged === undefined || hedged.value.number.vague !== undefined) return undefined;
  const { number, wording } = hedged.value;
  const from = eat(gap, text, hedged.end) ?? hedged.end;
  for (const [pattern, minutes] of times) {
    const unit = eat(pattern, text, from);
    if (unit === undefined) continue;
    const after = spaces(text, eat(possessive, text, unit) ?? unit);
    for (const [way, by] of ways) {
      const match = matchAt(way, text, after);
      if (match === undefined) continue;
      const most = number.upTo === undefined ? {} : { upToMinutes: number.upTo * minutes };
      const value = { minutes: number.value * minutes, ...most, halfPrecision: number.halfPrecision * minutes, wording, by };
      return value.minutes > 0 && value.minutes <= 6000 ? { value, end: after + match[0].length } : undefined;
    }
  }
  return undefined;
}
