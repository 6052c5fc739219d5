/**
 * English phrases about places, read into clauses from left to right. Names are those that the caller knows, and otherwise words
 * that begin with a capital letter. Nothing is guessed: words that are no part of a clause are given back as left over, with a
 * reason where one is known, and the phrase stays as it is.
 */
import { bindable, collectClauses, joinOf, lies, type ReadClause, sorts } from "./collect-clauses.ts";
import { namesOf } from "./place-clause.ts";
import { clauseAt } from "./read-clause.ts";
import { type LeftOver, leftOvers } from "./read-left-over.ts";
import { bareNameAt, type KnownNames, knownNames, nameAt, namesAfter } from "./read-name.ts";
import { eat, matchAt } from "./source-text.ts";

export interface ReadPhrase {
  readonly clauses: readonly ReadClause[];
  readonly leftOver: readonly LeftOver[];
}

/** Clauses in the order of their words. */
export function readPhrase(phrase: string, names: Iterable<string>): ReadPhrase {
  const known = knownNames(names);
  const { clauses, spans, add } = collectClauses(phrase);
  const addRegions = (from: number): number => {
    let end = from;
    for (let within = regionAfter(phrase, end, known); within !== undefined; within = regionAfter(phrase, end, known)) {
      add([{ kind: "in", anchor: within.value }], within.start, within.end, "and");
      ({ end } = within);
    }
    return end;
  };
  for (let at = nextWord(phrase, 0); at < phrase.length && clauses.length < clausesAtMost;) {
    const bare = bareStart(phrase, at, known);
    if (bare !== undefined) {
      add([{ kind: "in", anchor: bare.value }], at, bare.end);
      at = nextWord(phrase, addRegions(bare.end));
      continue;
    }
    const found = refusedBefore(phrase, at) ? undefined : clauseAt(phrase, at, known);
    const since = Math.max(spans.at(-1)?.[1] ?? 0, at - 80);
    const usable = found !== undefined && !(ofMeasures.has(found.value[0]?.kind ?? "") && measureBefore.test(phrase.slice(since, at)));
    if (!usable || !add(found.value, at, found.end)) {
      at = nextWord(phrase, wordEnd(phrase, at));
      continue;
    }
    at = found.end;
    const [body] = found.value;
    if (body === undefined || !("anchor" in body) || "other" in body) {
      at = nextWord(phrase, at);
      continue;
    }
    const more = namesAfter(phrase, at, known);
    for (const { value: anchor, start, end } of more.names.slice(0, clausesAtMost - clauses.length)) {
      // Nothing is in two places: "in X and Y" is one or the other.
      add([{ ...body, anchor }], start, end, more.or || body.kind === "in" ? "or" : "and");
      at = end;
    }
    if (more.names.length === 0) at = addRegions(at);
    at = nextWord(phrase, at);
  }
  const leftOver = leftOvers(phrase, spans, (gap) => joinOf(gap) !== "apart");
  return { clauses, leftOver: clauses.length < clausesAtMost ? leftOver : leftOver.map(pastTheLast(spans.at(-1)?.[1] ?? 0)) };
}

/** No sentence says so much of one place; whoever pastes a page is told where reading ended. */
const clausesAtMost = 40;

function pastTheLast(end: number): (left: LeftOver) => LeftOver {
  return (left) => (left.span[0] < end ? left : { ...left, why: `${clausesAtMost} clauses are read at most: these words come after them` });
}

/** The names that a phrase measures from, in its order, each once: those that need points. */
export function namesIn(phrase: string, known: Iterable<string> = []): string[] {
  return [...new Set(readPhrase(phrase, known).clauses.flatMap(({ ways }) => ways.flatMap(namesOf)))];
}

const wordStart = /[\p{L}\p{N}~≈½¼¾]/u;
const letters = /[\p{L}\p{M}\p{N}]/u;

function nextWord(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (wordStart.test(text.charAt(at)) && (at === 0 || !letters.test(text.charAt(at - 1)))) return at;
  return text.length;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && letters.test(text.charAt(at))) at++;
  return at;
}

const denial = /(?:\b(?:not|never|nor)|n['’]t)\s+$/i;
const byPoint = /(?:north|south|east|west)[-\s]by[-\s]$/i;
const minus = /(?:^|[\s(])[-−–]$/;

/** Words that turn what follows into something that is not read: a denial, a point of the thirty-two, a figure below 0. */
function refusedBefore(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 20), at);
  return denial.test(before) || byPoint.test(before) || minus.test(before);
}

/** Kinds that a measure before them would turn into another clause. */
const ofMeasures: ReadonlySet<string> = new Set(["side", "outside"]);

/** A measure that was not read before a side: "three leagues south of X" is not "south of X", nor is "5 miles, maybe six, south of X". */
const measureBefore = new RegExp(
  "(?:[0-9]|\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half|few|couple|several|hundreds?|dozens?|many)\\b)" +
    "[^;!?]{0,30}?(?:\\b|(?<=[0-9]))(?:km|kms|mi|miles?|m|kilomet(?:re|er)s?|met(?:re|er)s?|yards?|yds?|feet|foot|ft|nmi?|clicks|klicks|leagues?|versts?|furlongs?|blocks?|minutes?|mins?|hours?|days?|paces|steps|throw|ride|drive|walk|march)\\b" +
    // "Three miles up the valley, north of X" says two things; "5 miles, maybe six, north of X" one.
    "(?:\\s*,[^;!?,]{0,20},\\s*|[^;!?,]{0,25})$",
  "i",
);

const sentence = /(?:^|[.!?;:]\s*["'“‘(]?|^["'“‘(])$/;

/** A name at the beginning of a sentence, with a clause right behind it, or alone: "Xtown, seven miles from Y". */
function bareStart(text: string, at: number, known: KnownNames): { readonly value: string; readonly end: number } | undefined {
  if (!sentence.test(text.slice(Math.max(0, at - 4), at).trimStart())) return undefined;
  const name = nameAt(text, at, known);
  if (name === undefined) return undefined;
  if (text.slice(name.end).trim() === "") return name;
  let { end } = name;
  for (let within = regionAfter(text, end, known); within !== undefined; within = regionAfter(text, end, known)) ({ end } = within);
  const after = eat(thenSaid, text, end);
  if (after === undefined || after === end) return undefined;
  const found = clauseAt(text, after, known);
  return found !== undefined && bindable.has(found.value[0]?.kind ?? "") ? name : undefined;
}
/** ", a town that lies", " is", ", located", ",": what may stand between a name and what is said of it. */
const thenSaid = new RegExp(
  `(?:\\s*,)?\\s*(?:\\b${lies}\\s*)?(?:(?:an?|the)\\s+(?:[a-z]+\\s+)?${sorts}\\s*)?(?:\\b${lies}\\s*)?(?:(?<=,|\\p{L})\\s*)`,
  "iuy",
);

/** ", Wiltshire" behind a place, or "of Kyiv" behind "the Podil district": what it lies in. Only where the phrase pauses behind it, so that no next sentence is taken for one. */
function regionAfter(
  text: string,
  at: number,
  known: KnownNames,
): { readonly value: string; readonly start: number; readonly end: number } | undefined {
  const of = sortEnd.test(text.slice(Math.max(0, at - 20), at)) ? matchAt(ofSort, text, at) : undefined;
  const larger = of === undefined ? undefined : nameAt(text, at + of[0].length, known);
  if (of !== undefined && larger !== undefined) return { ...larger, start: at + of[0].length };
  const comma = matchAt(/\s*\)?\s*[,(]\s*/uy, text, at);
  if (comma === undefined) return undefined;
  const start = at + comma[0].length;
  const name = bareNameAt(text, start, known) === undefined ? undefined : nameAt(text, start, known);
  return name !== undefined && /^\s*(?:$|[,.;)!?])/.test(text.slice(name.end, name.end + 20)) ? { ...name, start } : undefined;
}
const sortEnd = /(?:district|neighbou?rhood|suburb|area|quarter|region|municipality)$/i;
const ofSort = /\s+(?:of|in)\s+/iuy;
