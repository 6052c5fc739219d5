/**
 * English phrases about places, read into clauses. Names are those that the caller knows, and otherwise runs of words that
 * begin with a capital letter. What is not understood is left alone: nothing is guessed, and the words stay as they are.
 */
import { namesOf, type PlaceClause, type StatedDistance } from "./place-clause.ts";
import type { CompassPoint, Unit } from "./place-rules.ts";

/** A clause before it is settled what it is about. */
export type ReadClause = PlaceClause & {
  /** Follows a place so closely that it may be about that place instead of the spot. */
  readonly mayBeAbout: string | null;
};

const numbers: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  ...{ fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100 },
};
const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:miles?|mi)$/i, "mi"],
  [/^(?:kilomet(?:re|er)s?|kms?)$/i, "km"],
  [/^(?:met(?:re|er)s?|m)$/i, "m"],
  [/^(?:yards?|yds?)$/i, "yd"],
  [/^(?:feet|foot|ft)$/i, "ft"],
];
const winds: Readonly<Record<string, string>> = { north: "N", south: "S", east: "E", west: "W" };

const wind = "(?:north|south|east|west)";
/** Longest first: "north-north-east" before "north-east" before "north". */
const headingWords = `(?:${wind}[- ]?${wind}[- ]?${wind}|${wind}[- ]?${wind}|${wind}|[NS](?:[NS][EW]|[EW])|[EW][NS][EW])(?:ern|erly|wards?)?`;
const numberWords = `(?:half a|[0-9]+(?:[.,][0-9]+)?|${Object.keys(numbers)
  .toSorted((a, b) => b.length - a.length)
  .join("|")})`;
const unitWords = "(?:miles?|mi|kilomet(?:re|er)s?|kms?|met(?:re|er)s?|m|yards?|yds?|feet|foot|ft)";
const hedge =
  "(?:(?:around|about|some|approximately|roughly|circa|nearly|almost|perhaps|within|less than|under|up to|no more than|more than|over|at least)\\s+)?";
const sort = "(?:(?:the\\s+)?(?:small\\s+)?(?:village|town|city|hamlet|settlement|suburb|district)\\s+of\\s+)?";

/** `names`: places known by name, spelled as in the phrase. Clauses in the order of their words. */
export function readPhrase(phrase: string, names: Iterable<string>): ReadClause[] {
  const name = namePattern(names);
  const patterns: readonly (readonly [RegExp, (match: RegExpExecArray, at: Where) => PlaceClause | undefined])[] = [
    [
      new RegExp(
        `\\b(?<hedge>${hedge})(?<number>${numberWords})[\\s-]*(?<unit>${unitWords})\\s+(?:(?:to the|due)\\s+)?(?:(?<heading>${headingWords})\\s+)?(?:of|from|outside|away from)\\s+${sort}(?<anchor>${name})`,
        "giu",
      ),
      ({ groups }, where) => offsetOf(groups as Groups, where),
    ],
    [
      new RegExp(
        `\\bon\\s+(?:a|the)\\s+(?:main\\s+)?(?:road|highway|motorway|route)\\s+(?:from|between|connecting|linking|joining)\\s+${sort}(?<anchor>${name})\\s+(?:to|and|with|towards?)\\s+${sort}(?<other>${name})`,
        "giu",
      ),
      ({ groups }, where) => ({
        ...where,
        kind: "between",
        anchor: (groups as Groups)["anchor"] ?? "",
        other: (groups as Groups)["other"] ?? "",
        road: true,
      }),
    ],
    [
      new RegExp(`\\bbetween\\s+${sort}(?<anchor>${name})\\s+and\\s+${sort}(?<other>${name})`, "giu"),
      ({ groups }, where) => ({
        ...where,
        kind: "between",
        anchor: (groups as Groups)["anchor"] ?? "",
        other: (groups as Groups)["other"] ?? "",
        road: false,
      }),
    ],
    [
      new RegExp(
        `\\b(?:just\\s+|immediately\\s+|slightly\\s+)?(?:to the\\s+)?(?<heading>${headingWords})\\s+of\\s+${sort}(?<anchor>${name})`,
        "giu",
      ),
      ({ groups }, where) => {
        const heading = headingOf((groups as Groups)["heading"]);
        return heading === undefined ? undefined : { ...where, kind: "side", anchor: (groups as Groups)["anchor"] ?? "", heading };
      },
    ],
    [
      named(`(?:just\\s+)?(?:outside|on the outskirts of|on the edge of)`, name),
      ({ groups }, where) => ({ ...where, kind: "outside", anchor: (groups as Groups)["anchor"] ?? "" }),
    ],
    [
      named(`(?:near(?:by)?|close to|next to|not far from)`, name),
      ({ groups }, where) => ({ ...where, kind: "near", anchor: (groups as Groups)["anchor"] ?? "" }),
    ],
    [
      named(`(?:(?:geo)?located (?:to|in|at)|in|at|inside|within)`, name),
      ({ groups }, where) => ({ ...where, kind: "in", anchor: (groups as Groups)["anchor"] ?? "" }),
    ],
    [
      /\bon\s+(?:a|the)\s+(?<feature>road|highway|motorway|street|bridge|square|riverbank|field|track)\b/giu,
      ({ groups }, where) => ({ ...where, kind: "feature", feature: (groups as Groups)["feature"] ?? "" }),
    ],
  ];
  const taken: (readonly [number, number])[] = [];
  const found: PlaceClause[] = [];
  for (const [pattern, make] of patterns) {
    for (const match of phrase.matchAll(pattern) as IterableIterator<RegExpExecArray>) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const span = [start, match.index + match[0].length] as const;
      if (taken.some(([from, to]) => span[0] < to && from < span[1])) continue;
      const clause = make(match, { text: phrase.slice(...span), span, about: "spot" });
      if (clause === undefined) continue;
      taken.push(span);
      found.push(clause);
    }
  }
  return found
    .sort((a, b) => a.span[0] - b.span[0])
    .map((clause, i, all) => ({ ...clause, mayBeAbout: placeJustBefore(phrase, all[i - 1], clause) }));
}

/** The names that a phrase measures from, in its order, each once: those that need points. */
export function namesIn(phrase: string, known: Iterable<string> = []): string[] {
  return [...new Set(readPhrase(phrase, known).flatMap(namesOf))];
}

type Where = Pick<PlaceClause, "text" | "span" | "about">;
type Groups = Readonly<Record<string, string | undefined>>;

function named(words: string, name: string): RegExp {
  return new RegExp(`\\b${words}\\s+${sort}(?<anchor>${name})`, "giu");
}

/** Known names, longest first; and else words that begin with a capital. The pattern ignores case elsewhere, so capitals are asked for by their property. */
function namePattern(names: Iterable<string>): string {
  const known = [...names].toSorted((a, b) => b.length - a.length).map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const word = "(?-i:\\p{Lu}[\\p{L}\\p{M}'’]*(?:-[\\p{L}\\p{M}'’]+)*)";
  const any = `${word}(?:\\s${word})*`;
  return known.length === 0 ? any : `(?:(?:${known.join("|")})(?![\\p{L}\\p{M}])|${any})`;
}

function offsetOf(groups: Groups, where: Where): PlaceClause | undefined {
  const distance = distanceOf(groups["hedge"] ?? "", groups["number"] ?? "", groups["unit"] ?? "");
  const heading = groups["heading"] === undefined ? null : headingOf(groups["heading"]);
  if (distance === undefined || heading === undefined) return undefined;
  return { ...where, kind: "offset", anchor: groups["anchor"] ?? "", distance, heading };
}

function distanceOf(hedge: string, number: string, unitWord: string): StatedDistance | undefined {
  const unit = units.find(([pattern]) => pattern.test(unitWord))?.[1];
  const value = /^half a$/i.test(number) ? 0.5 : (numbers[number.toLowerCase()] ?? Number(number.replace(",", ".")));
  if (unit === undefined || !(value > 0)) return undefined;
  return { value, unit, halfPrecision: precisionOf(value) / 2, wording: wordingOf(hedge.trim().toLowerCase()) };
}

/** What a figure is stated to: the place of its last digit that is not zero; a half is stated to halves. */
function precisionOf(value: number): number {
  if (value % 1 === 0.5) return 0.5;
  for (let step = 1e6; step > 1e-4; step /= 10) if (Math.abs(value / step - Math.round(value / step)) < 1e-9) return step;
  return 1e-4;
}

function wordingOf(hedge: string): StatedDistance["wording"] {
  if (hedge === "") return "plain";
  if (/^(?:within|less than|under|up to|no more than)$/.test(hedge)) return "within";
  return /^(?:more than|over|at least)$/.test(hedge) ? "beyond" : "around";
}

/** Undefined for words that are no point of the compass, such as "north-south". */
function headingOf(words: string | undefined): CompassPoint | undefined {
  const plain = (words ?? "").replace(/(?:ern|erly|wards?)$/i, "");
  const letters = /^[NSEW]{1,3}$/.test(plain)
    ? plain
    : [...plain.toLowerCase().matchAll(/north|south|east|west/g)].map(([one]) => winds[one]).join("");
  return points.get(letters);
}

const points: ReadonlyMap<string, CompassPoint> = new Map(
  ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"].map((point) => [
    point,
    point as CompassPoint,
  ]),
);

/** The place that the clause before ends with, when nothing but a comma and small words lie between and the clause measures from another place. */
function placeJustBefore(phrase: string, before: PlaceClause | undefined, clause: PlaceClause): string | null {
  if (before === undefined || before.kind === "feature" || clause.kind === "feature") return null;
  const between = phrase.slice(before.span[1], clause.span[0]);
  if (!/^[\s,]*(?:(?:which|that)\s+(?:is|lies)\s+)?(?:an?\s+(?:village|town|settlement|suburb)\s+)?$/i.test(between)) return null;
  const last = before.kind === "between" ? before.other : before.anchor;
  return last === clause.anchor ? null : last;
}
