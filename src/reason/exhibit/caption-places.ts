/**
 * Places that a caption names, each by the words around it: only names behind a word of place, so that agencies and people are left
 * alone. Names of countries and of regions are too wide to be held against a spot, and are told apart. English, Ukrainian, Russian.
 */
import { countryNames } from "./country-names.ts";
import { nominatives } from "./nominatives.ts";

export interface CaptionPlace {
  /** As the caption spells it. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Spellings under which a list may hold it: its own first, then what a case ending may stand for. */
  readonly spellings: readonly string[];
  /** A country, a region, a district: held against nothing. */
  readonly wide: boolean;
}

/** One place said to be by another: "X outside Y", "X, 12 km from Y". */
export interface CaptionRelation {
  readonly place: CaptionPlace;
  readonly of: CaptionPlace;
  readonly words: string;
  /** As stated; null for "near" and "outside". */
  readonly statedKm: number | null;
}

export interface CaptionPlaces {
  readonly places: readonly CaptionPlace[];
  readonly relations: readonly CaptionRelation[];
}

/** Captions are short; a page pasted into one is not read to its end. */
const longestCaption = 4000;

const name = String.raw`\p{Lu}[\p{L}\p{M}'’ʼ]+(?:[-‐]\p{L}[\p{L}\p{M}'’ʼ]+)*`;
const names = String.raw`${name}(?:[ \u00a0]${name})?`;
/** A cue begins a sentence or stands in it; a name always begins with a capital letter, so case cannot be ignored as a whole. */
const anyCase = (words: readonly string[]) =>
  words.map((one) => `[${one.charAt(0)}${one.charAt(0).toLocaleUpperCase("und")}]${one.slice(1)}`).join("|");
const gap = String.raw`[\s\u00a0]+`;
const cues = anyCase([
  ...["in", "at", "near", "outside", "outside of", "around", "entering", "leaving", "towards?"],
  ...[
    "outskirts of",
    "suburbs? of",
    "close to",
    "north of",
    "south of",
    "east of",
    "west of",
    "northwest of",
    "northeast of",
    "southwest of",
    "southeast of",
  ],
  ...["km from", "km of", "kilomet(?:re|er)s from", "miles from", "mi from", "miles of"],
  ...["біля", "поблизу", "неподалік", "неподалік від", "під", "поруч із", "поруч з", "у", "в", "на", "із", "з", "до", "км від"],
  ...["возле", "около", "под", "недалеко от", "рядом с", "близ", "из", "км от"],
]).replaceAll(" ", gap);
const settled = anyCase([
  ...["village of", "town of", "city of", "settlement of", "suburb of", "hamlet of", "district of"],
  ...["сел[іоаеу]", "селищ[іеу]", "міст[іоа]", "смт", String.raw`м\.`, String.raw`с\.`],
  ...["деревн[еия]", "пос[её]лк[ео]", "город[еа]?", String.raw`г\.`],
]).replaceAll(" ", gap);
const cue = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${settled}|${cues})${gap}(${names})`, "gu");
/** "Bucha, Ukraine": a name at the beginning with a wider place behind it. */
const opening = new RegExp(String.raw`^\s*(${names})(?=\s*,\s*\p{Lu})`, "u");
const region = /^[,\s]*(?:region|oblast|province|district|county|raion|област[ьиі]|району?|район[еа]|обл\.|кра[йя])/iu;
/** Of time, and behind "in" all the same. */
const times = new Set(
  (
    "january february march april may june july august september october november december " +
    "monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);

const relation = new RegExp(
  String.raw`^\s*,?\s*(?:(?:a|the)\s+(?:\p{L}+\s+)?(?:village|town|suburb|city|settlement)\s+)?(?:(?:just|right|located|some|about|around)\s+)*` +
    String.raw`(?:(?:outside(?:\s+of)?|near|close\s+to|on\s+the\s+outskirts\s+of|in\s+the\s+suburbs\s+of|(?:a\s+)?suburb\s+of|біля|під|поблизу|неподалік(?:\s+від)?|возле|около|под|недалеко\s+от|близ)` +
    String.raw`|(?<figure>\d{1,4}(?:[.,]\d)?)\s*(?<unit>km|kilomet(?:re|er)s?|miles?|mi|км|кілометр\p{L}*|километр\p{L}*)\s+(?:\p{L}+\s+)?(?:of|from|від|от))\s+(?=\p{Lu})`,
  "u",
);

export function readCaptionPlaces(caption: string): CaptionPlaces {
  const text = caption.slice(0, longestCaption);
  const found = new Map<number, CaptionPlace>();
  const keep = (words: string, start: number) => {
    const [first = "", second] = words.split(/[ \u00a0]/u);
    // "Дмитрівка Київської області": the second word belongs to the region.
    const own = second !== undefined && region.test(text.slice(start + words.length)) ? first : words;
    const end = start + own.length;
    if (times.has(own.toLocaleLowerCase("und")) || [...found.values()].some((other) => start < other.end && end > other.start)) return;
    const wide = isWide(own, own === words ? text.slice(end) : "");
    found.set(start, { name: own, start, end, spellings: nominatives(own), wide });
  };
  const first = opening.exec(text);
  if (first?.[1] !== undefined) keep(first[1], first.index + first[0].indexOf(first[1]));
  for (const match of text.matchAll(cue)) {
    const words = match[1] ?? "";
    keep(words, match.index + match[0].length - words.length);
  }
  const places = [...found.values()].toSorted((one, other) => one.start - other.start);
  return { places, relations: places.flatMap((place) => relationsOf(text, place, places)) };
}

function relationsOf(text: string, place: CaptionPlace, places: readonly CaptionPlace[]): CaptionRelation[] {
  const match = relation.exec(text.slice(place.end, place.end + 120));
  if (match === null) return [];
  const at = place.end + match[0].length;
  const of = places.find(({ start }) => start === at);
  if (of === undefined || of.wide || place.wide) return [];
  const { figure, unit } = match.groups ?? {};
  const km = figure === undefined ? null : Number(figure.replace(",", ".")) * (/^mi/iu.test(unit ?? "") ? 1.609344 : 1);
  return [{ place, of, words: text.slice(place.start, of.end), statedKm: km }];
}

function isWide(words: string, after: string): boolean {
  return region.test(after) || nominatives(words).some((spelling) => countryNames().has(spelling.toLocaleLowerCase("und")));
}
