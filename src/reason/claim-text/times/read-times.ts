/**
 * Finds the words of a text that are about times and says every way to read them. A guess is never passed on alone: what is open
 * has two readings or none, and a note.
 */
import type { TextSpan } from "../../../core/claim/text-span.ts";
import { type TextToken, textTokens } from "../languages/text-tokens.ts";
import { isHappening } from "./happening.ts";
import { noDay } from "./make-readings.ts";
import type { DayRange } from "./place-date.ts";
import { publishedDays } from "./published-days.ts";
import type { ReadTime, TimeSetting } from "./read-time.ts";
import { type Scene, timeAt } from "./time-at.ts";
import { type TimeTables, timeTables } from "./time-tables.ts";

/** Characters of what goes before that are looked at. */
const lookedBefore = 600;
/** A sign that belongs to no time, so that none reaches over it. */
const between = "\n¶\n";

/** In the order of the text, none inside another. A language that has no rules here gets none. */
export function readTimes(text: string, setting: TimeSetting): ReadTime[] {
  const before = (setting.before ?? "").slice(-lookedBefore);
  const found = timesIn(before === "" ? text : `${before}${between}${text}`, setting);
  const shift = before === "" ? 0 : before.length + between.length;
  const moved = ({ start, end }: TextSpan): TextSpan => ({ start: start - shift, end: end - shift });
  return found
    .filter(({ span }) => span.start >= shift)
    .map((one) => ({ ...one, span: moved(one.span), hedges: one.hedges.map((hedge) => ({ ...hedge, span: moved(hedge.span) })) }));
}

function timesIn(text: string, setting: TimeSetting): ReadTime[] {
  const words = timeTables(setting.language);
  if (words === undefined) return [];
  const tokens = textTokens(text);
  const bySun = tokens.some((_, i) => words.sunSigns.at(tokens, i) !== undefined);
  const is24 = /(?<![\d:])(?:0\d|1[3-9]|2[0-3]):[0-5]\d(?!\s?[ap]\.?m)/iu.test(text);
  const scene: Scene = { text, tokens, words, is24, against: { published: publishedDays(setting), zone: setting.zone, bySun } };
  const found: (ReadTime & { readonly at: number })[] = [];
  const isNear = nearCores(tokens, words);
  for (let at = 0; at < tokens.length;) {
    const read = isNear[at] === 1 ? timeAt(scene, at) : undefined;
    if (read !== undefined) found.push({ ...read.value, at });
    at = read?.end ?? at + 1;
  }
  return found.map((one, i) => besideOthers(scene, one, found, i));
}

/** Tokens between the first word of a time and the first that makes it one: "no later than in the very early". */
const farthestCore = 10;

/** Where a word that every time needs stands near enough behind: most words of a text need no further look. */
function nearCores(tokens: readonly TextToken[], words: TimeTables): Uint8Array {
  const near = new Uint8Array(tokens.length);
  let next = Infinity;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { word, kind } = tokens[at] as TextToken;
    if (kind === "digits" || (kind === "word" && (words.cores.has(word) || isHappening(word, words)))) next = at;
    near[at] = next - at <= farthestCore ? 1 : 0;
  }
  return near;
}

/** A clock without a day is read on the day that stands nearest in the same text, before it if there is one. */
function besideOthers(scene: Scene, { at, ...one }: ReadTime & { readonly at: number }, all: readonly ReadTime[], i: number): ReadTime {
  if (!one.notes.some((note) => note.startsWith(noDay))) return one;
  const dated = (from: number, step: 1 | -1): ReadTime | undefined => {
    for (let k = from; k >= 0 && k < all.length && Math.abs(k - i) <= mostBeside; k += step) {
      const near = all[k] as ReadTime;
      if (!near.notes.some((note) => note.startsWith(noDay)) && rangesOf(near).length > 0) return near;
    }
    return undefined;
  };
  const near = dated(i - 1, -1) ?? dated(i + 1, 1);
  if (near === undefined) return one;
  return timeAt({ ...scene, against: { ...scene.against, beside: { ranges: rangesOf(near), words: near.words } } }, at)?.value ?? one;
}

/** Other words about times that are looked at for a day. */
const mostBeside = 4;

function rangesOf({ readings }: ReadTime): DayRange[] {
  // A month is no day; a night has two.
  const days = readings.flatMap((reading) => {
    if (reading.kind !== "within") return [];
    const [from, to] = [dayOf(reading.day), dayOf(reading.toDay ?? reading.day)];
    return to - from > 2 ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(days)].map((day) => ({ from: day, to: day }));
}

function dayOf(name: string): number {
  return Date.parse(`${name}T00:00:00Z`) / 86_400_000;
}
