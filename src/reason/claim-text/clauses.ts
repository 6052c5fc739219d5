/**
 * Cuts a sentence into clauses: what a hedge or a "not" reaches. An aside between commas ("which ...", "who ...") is a clause of its own
 * and the clause around it goes on behind it. Where it is not plain that a new clause begins, none does: words that limit then reach further.
 */
import type { Attribution } from "./attribution.ts";
import { type Act, actsOf } from "./find-acts.ts";
import { isAdverb, isNounLike } from "./noun-phrase.ts";
import { type Range, type Reading, inside } from "./reading.ts";

export interface Clauses {
  /** By token: the number of its clause; -1 inside an attribution. */
  readonly of: readonly number[];
  readonly acts: readonly Act[];
  /** Clauses that go on from another without a subject of their own: its hedges reach them. */
  readonly goesOnFrom: ReadonlyMap<number, number>;
}

const relative = new Set(["which", "who", "whom", "whose", "where"]);

export function clausesOf(reading: Reading, attributions: readonly Attribution[], times: readonly Range[]): Clauses {
  const { tokens } = reading;
  const acts = actsOf(reading, attributions);
  const of: number[] = [];
  const goesOnFrom = new Map<number, number>();
  let [clause, next] = [0, 1];
  let aside: { readonly outer: number; readonly reduced: boolean } | undefined;
  const verbIn = (from: number, to: number) => hasVerb(reading, acts, from, to);
  const attributed = (at: number) => attributions.find(({ segment }) => inside(segment, at));
  const start = { at: 0 };
  const open = (at: number) => {
    clause = next++;
    start.at = at;
  };
  for (let at = 0; at < tokens.length; at++) {
    const segment = attributed(at);
    if (segment !== undefined) {
      for (; at < segment.segment.to && at < tokens.length; at++) of.push(-1);
      at--;
      const [first] = segment.scope;
      // Behind "he said," in the middle the clause goes on; behind "X said that" one begins.
      if (!segment.behind || first === undefined || first.from > segment.segment.from) open(at + 1);
      continue;
    }
    const key = reading.key(at);
    if (key === ";" || (key === ":" && at > start.at) || key === "—" || key === "–" || key === "(" || key === ")") {
      of.push(clause);
      open(at + 1);
      continue;
    }
    if (
      aside !== undefined &&
      aside.reduced &&
      !startsReduced(reading, acts, at) &&
      at > start.at &&
      verbFollows(reading, acts, at) &&
      !acts.some((act) => act.from === at && act.to > at && /ing$/.test(reading.key(at)))
    ) {
      // "A video posted on Monday | appears to show": the clause around goes on.
      clause = aside.outer;
      start.at = at;
      aside = undefined;
    }
    if (
      aside === undefined &&
      (startsReduced(reading, acts, at) || (reading.at("hedge", at)?.to === at + 1 && startsReduced(reading, acts, at + 1)))
    ) {
      const outer = clause;
      open(at);
      aside = { outer, reduced: true };
    }
    // "Навряд чи" is one hedge.
    const begins = (reading.at("hedge", at)?.from ?? at) < at ? undefined : reading.at("clauseOpener", at);
    const opener = begins !== undefined && times.some((time) => inside(time, at)) ? undefined : begins;
    if (opener?.from === at && at > start.at) {
      const isRelative = relative.has(key) || /^(?:як(?:ий|а|е|і|ого|ої|ому|ій|их|им|ими|у)|котор\p{L}+)$/u.test(key);
      const to = segmentEnd(reading, at + 1);
      if (isRelative || verbIn(opener.to, to)) {
        const outer = clause;
        const behindComma = reading.key(at - 1) === ",";
        open(at);
        aside = behindComma && isRelative ? { outer, reduced: false } : undefined;
      }
    } else if (opener?.from === at && at === start.at && verbIn(opener.to, segmentEnd(reading, at + 1))) aside = undefined;
    if (key === "," && aside !== undefined && (verbFollows(reading, acts, at + 1) || at - start.at > 3)) {
      of.push(clause);
      if (verbFollows(reading, acts, at + 1)) {
        clause = aside.outer;
        start.at = at + 1;
      } else open(at + 1);
      aside = undefined;
      continue;
    }
    const comma = key === ",";
    const joiner = reading.at("joiner", at);
    if (
      (comma || joiner?.from === at) &&
      !times.some((time) => time.from < at && at < time.to - 1) &&
      reading.at("hedge", at) === undefined &&
      at > start.at &&
      verbIn(start.at, at)
    ) {
      const from = joiner?.from === at ? joiner.to : at + 1;
      const second = comma ? reading.at("joiner", from) : undefined;
      const begin = second === undefined ? from : second.to;
      const to = segmentEnd(reading, begin);
      if (verbIn(begin, to) && !(comma && second === undefined && !subjectFollows(reading, begin) && !verbFollows(reading, acts, begin))) {
        const same = verbFollows(reading, acts, begin);
        const from_ = clause;
        of.push(clause);
        open(at + 1);
        if (same) goesOnFrom.set(clause, from_);
        continue;
      }
    }
    of.push(clause);
  }
  return { of, goesOnFrom, acts: acts.map((act) => ({ ...act, clause: of[act.from] ?? 0 })) };
}

/** "The video, filmed near the mill, shows", "a clip posted on Monday appears": a participle right behind what it tells of, and a verb later on. */
function startsReduced(reading: Reading, acts: readonly Act[], at: number): boolean {
  const act = acts.find((one) => one.from === at);
  if (act === undefined || act.passive || act.word.noun === true || !["filming", "posting"].includes(act.word.event)) return false;
  let before = at - 1;
  while (before > 0 && (isAdverb(reading, before) || reading.at("hedge", before) !== undefined)) before--;
  if (reading.key(before) === ",") before--;
  if (before < 0 || reading.at("footage", before) === undefined) return false;
  for (let later = act.to; later < reading.tokens.length; later++) if (verbFollows(reading, acts, later)) return true;
  return false;
}

/** Up to the next pause or joiner. */
function segmentEnd(reading: Reading, from: number): number {
  let at = from;
  while (at < reading.tokens.length) {
    const key = reading.key(at);
    if (at > from && (/^[,;:—–()]$/.test(key) || reading.at("clauseOpener", at)?.from === at)) break;
    at++;
  }
  return at;
}

function hasVerb(reading: Reading, acts: readonly Act[], from: number, to: number): boolean {
  if (acts.some((act) => act.from >= from && act.from < to && act.word.noun !== true)) return true;
  for (let at = from; at < to; at++)
    if (
      reading.at("passive", at) !== undefined ||
      (/^(?:has|have|had|did|is|are|was|were|may|might|could|would|will|нет|немає)$/.test(reading.key(at)) &&
        !(reading.isCapital(at) && at > 0))
    )
      return true;
  return false;
}

/** Whether a verb, with its helpers, comes right here. */
function verbFollows(reading: Reading, acts: readonly Act[], from: number): boolean {
  let at = from;
  for (; at < from + 4; at++) {
    if (acts.some((act) => act.from === at && act.word.noun !== true)) return true;
    if (
      reading.at("passive", at) !== undefined ||
      (!(reading.key(at) === "may" && reading.isCapital(at)) &&
        /^(?:has|have|had|did|may|might|could|would|will|appears?|appeared|seems?|seemed|shows?|showed|depicts?|captures?)$/.test(
          reading.key(at),
        ))
    )
      return true;
    if (
      !/ly$/.test(reading.key(at)) &&
      reading.at("negation", at) === undefined &&
      reading.at("hedge", at) === undefined &&
      !/^(?:then|later|also|still|now)$/.test(reading.key(at))
    )
      return false;
  }
  return false;
}

function subjectFollows(reading: Reading, from: number): boolean {
  return reading.at("pronoun", from) !== undefined || isNounLike(reading, from);
}
