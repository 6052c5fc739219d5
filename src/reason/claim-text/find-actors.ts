/** Who did or suffered an act: noun phrases before and behind its verb that name a group, a role or a unit. */
import type { Act } from "./find-acts.ts";
import { isLength } from "./find-places.ts";
import type { FoundValue } from "./found-value.ts";
import { headOf, isNounLike, nounPhraseAfter, nounPhraseBefore, skipHelpersBefore } from "./noun-phrase.ts";
import { inside, overlaps, type Range, type Reading } from "./reading.ts";

const behind: ReadonlySet<string> = new Set(["of"]);

export interface Objects {
  readonly subject: Range | undefined;
  readonly object: Range | undefined;
}

/** "Soldiers wearing armbands searched": the clause begins with who did it, and a participle stands between. */
function clauseSubject(reading: Reading, act: Act, end: number): Range | undefined {
  for (let start = end - 1; start >= 0 && end - start < 16; start--) {
    if (
      start > 0 &&
      !/^(?:[,;:]|and|but)$/.test(reading.key(start - 1)) &&
      reading.at("that", start - 1) === undefined &&
      reading.saysAt(start - 1) === undefined
    )
      continue;
    const first = nounPhraseAfter(reading, start, behind);
    if (first === undefined || first.to >= end || actorIn(reading, first) === undefined || act.word.noun === true) return undefined;
    return /(?:ing|ed)$|^(?:who|in|with|from|at|near|on|worn|seen)$/.test(reading.key(first.to)) ? first : undefined;
  }
  return undefined;
}

/** "Left Milton two hours earlier", "a mill 11 km southwest of Harrow": when and where are no part of it. */
function cutShort(reading: Reading, range: Range, times: readonly Range[]): Range {
  for (let at = range.from + 1; at < range.to; at++)
    if (times.some((time) => inside(time, at)) || (/^\d/.test(reading.key(at)) && isLength(reading.key(at + 1))))
      return { from: range.from, to: at };
  return range;
}

/** "At least three vehicles" is "three vehicles". */
function withoutHedge(reading: Reading, range: Range): Range {
  let { from } = range;
  for (let at = from; at < range.to - 1; at++) {
    const hedge = reading.at("hedge", at);
    if (hedge?.entry === "approximate" && hedge.to < range.to && hedge.to > from) from = hedge.to;
  }
  return { from, to: range.to };
}

/** The noun phrases around a verb. */
export function aroundAct(reading: Reading, act: Act, closed: (token: number) => boolean, times: readonly Range[]): Objects {
  if (act.word.noun === true) return { subject: undefined, object: undefined };
  let end = skipHelpersBefore(reading, act.from);
  if (/^(?:who|which|that|які|що|которые)$/.test(reading.key(end - 1))) end -= 1;
  if (reading.key(end - 1) === ",") {
    // "The driver, who had left early, told": behind an aside the clause's own subject goes on.
    const start = act.word.event === "posting" || act.word.event === "filming" ? undefined : nounPhraseAfter(reading, 0, behind);
    if (start !== undefined && start.to < end - 1 && reading.key(start.to) === "," && actorIn(reading, start) !== undefined)
      return { subject: start, object: nounPhraseAfter(reading, act.to, behind) };
    end -= 1;
  }
  const first = end > 0 && !closed(end - 1) ? nounPhraseBefore(reading, end) : undefined;
  let from = act.to;
  for (let hedge = reading.at("hedge", from); hedge?.from === from && hedge.entry === "approximate"; hedge = reading.at("hedge", from))
    from = hedge.to;
  const object = closed(act.to) || times.some((time) => inside(time, from)) ? undefined : nounPhraseAfter(reading, from, behind);
  const whole = first === undefined || actorIn(reading, first) !== undefined ? first : (clauseSubject(reading, act, end) ?? first);
  return {
    subject: whole === undefined ? undefined : withoutHedge(reading, whole),
    object: object === undefined ? undefined : cutShort(reading, object, times),
  };
}

export function findActors(
  reading: Reading,
  acts: readonly Act[],
  closed: (token: number) => boolean,
  notActors: readonly Range[],
  times: readonly Range[],
  licensed: (token: number) => boolean,
): readonly FoundValue[] {
  const found: FoundValue[] = [];
  const add = (range: Range | undefined, act: Act, part: "did" | "suffered" | "unclear", at = act.from, outlet = false) => {
    if (range === undefined) return;
    const named = actorIn(reading, range) ?? (outlet ? outletIn(reading, range) : undefined);
    if (named === undefined || notActors.some((one) => overlaps(one, named.range)) || found.some((one) => overlaps(one.range, named.range)))
      return;
    if (closed(named.range.from)) return;
    const span = reading.span(named.range);
    found.push({
      aspect: "who",
      ...(/^(?:persons? unknown|unknown (?:persons?|attackers|assailants|gunmen))$/i.test(reading.text.slice(span.start, span.end))
        ? { value: { is: "unknown" as const, words: reading.text.slice(span.start, span.end) }, polarity: "open" as const }
        : { value: { is: "actor" as const, words: reading.text.slice(span.start, span.end), part, count: named.count } }),
      span,
      range: named.range,
      at,
      event: act.word.event,
    });
  };
  for (const act of acts) {
    const { subject, object } = aroundAct(reading, act, closed, times);
    const suffers = act.passive || act.word.suffers === true;
    for (const one of [...split(reading, subject), ...listBefore(reading, subject)]) add(one, act, suffers ? "suffered" : "did");
    if (!act.passive) for (const one of split(reading, object)) add(one, act, "suffered");
    for (const by of reading.marks("byWhom")) {
      if (by.from < act.to || by.from > act.to + 12 || closed(by.from)) continue;
      const agent = nounPhraseAfter(reading, by.to, behind);
      if (agent !== undefined && (act.passive || act.word.noun === true || by.from === act.to))
        add(agent, act, "did", act.from, act.word.event === "posting");
    }
  }
  for (const [at, token] of reading.tokens.entries())
    if (/^(?:невідомі|неизвестные)$/.test(token.key) && !closed(at) && acts.length > 0)
      found.push({
        aspect: "who",
        value: { is: "unknown", words: token.text },
        span: reading.span({ from: at, to: at + 1 }),
        range: { from: at, to: at + 1 },
        at,
        polarity: "open",
        event: acts[0]?.word.event,
      });
  for (const phrase of otherActors(reading, closed)) {
    const act = acts.find((one) => one.from >= phrase.from) ?? acts.at(-1);
    if (act !== undefined) add(phrase, act, "unclear", phrase.from);
    else if (licensed(phrase.from))
      add(
        phrase,
        { from: phrase.from, to: phrase.to, word: { phrase: "", act: "other", event: "other" }, passive: false, clause: 0 },
        "unclear",
        phrase.from,
      );
  }
  return found;
}

/** One man in some place of a sentence is seldom said to do anything; a unit is. */
const unit = /unit|brigade|battalion|regiment|platoon|squad|patrol|militia|gang|legion|squadron|company$/;

/** Groups and roles that stand in no place of a listed verb: "the men were couriers", "two of the detainees". */
function otherActors(reading: Reading, closed: (token: number) => boolean): readonly Range[] {
  const found: Range[] = [];
  for (const mark of reading.marks<{ readonly phrase: string; readonly count: string }>("actor")) {
    if (closed(mark.from) || (mark.entry.count !== "several" && !unit.test(mark.entry.phrase))) continue;
    const phrase = nounPhraseBefore(reading, mark.to);
    if (phrase === undefined || phrase.to !== mark.to) continue;
    const before = reading.key(phrase.from - 1);
    // What belongs to somebody names nobody as a doer: "the house of the mayor", "the mayor's house".
    if (
      reading.key(mark.to) === "'s" ||
      /['’]s?$/.test(reading.tokens[mark.to - 1]?.text ?? "") ||
      (isNounLike(reading, mark.to) && reading.at("determiner", mark.to) === undefined)
    )
      continue;
    if (/^(?:for|about|against|near|outside|with|like|as|at|in|on|to)$/.test(before)) continue;
    if (
      before === "of" &&
      !/^(?:two|three|four|five|six|seven|eight|nine|ten|one|some|most|patrol|crew|group|group|team|members?|number)$/.test(
        reading.key(phrase.from - 2),
      ) &&
      !/^\d/.test(reading.key(phrase.from - 2))
    )
      continue;
    found.push(phrase);
  }
  return found;
}

/** "A fisherman, his nephew and a few passers-by": everybody of the list. */
function listBefore(reading: Reading, subject: Range | undefined): readonly Range[] {
  const found: Range[] = [];
  for (let from = subject?.from ?? 0; from > 1 && /^(?:,|and)$/.test(reading.key(from - 1));) {
    const one = nounPhraseBefore(reading, from - 1);
    if (one === undefined || actorIn(reading, one) === undefined) break;
    found.push(one);
    from = one.from;
  }
  return found.length > 0 && subject !== undefined && reading.key(subject.from - 1) === "and" ? found : [];
}

/** "Two medics and a driver" are two. */
function split(reading: Reading, range: Range | undefined): readonly Range[] {
  if (range === undefined) return [];
  for (let at = range.from + 1; at < range.to - 1; at++)
    if (reading.key(at) === "and") return [{ from: range.from, to: at }, ...split(reading, { from: at + 1, to: range.to })];
  return [range];
}

/** "Posted by a local channel". */
function outletIn(reading: Reading, range: Range): { readonly range: Range; readonly count: "one" } | undefined {
  let { from } = range;
  while (from < range.to && reading.at("determiner", from) !== undefined) from++;
  for (let at = from; at < range.to; at++)
    if (reading.at("speaker", at) !== undefined) return { range: { from, to: range.to }, count: "one" };
  return undefined;
}

const counted =
  /^(?:(?:чотир|четыр|п'ят|пят|шіст|шест|сім|сем|восьм|вісім|дев'ят|девят|десят|двадцят|двадцат|тридцят|тридцат|сорок|двох|двух|трьох|трех|двома|двумя)\p{L}*|двоє|троє|четверо|п'ятеро|шестеро|семеро|двое|трое|пятеро|два|дві|две|три|чотири|четыре|п'ять|пять|шість|шесть|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|hundred|dozen|dozens|hundreds|thousands)(?:-|$)/u;

function actorIn(reading: Reading, range: Range): { readonly range: Range; readonly count: "one" | "several" | "unknown" } | undefined {
  // "One of its officers"
  if (
    /^(?:one|some|several|both|two|three|four|five|six)$/.test(reading.key(range.from)) &&
    reading.key(range.from + 1) === "of" &&
    range.to > range.from + 2
  )
    return actorIn(reading, { from: range.from + 2, to: range.to });
  const head = headOf(reading, range);
  let [from, to] = [range.from, range.to];
  for (let at = head.from; at < head.to; at++) {
    const hedge = reading.at("hedge", at);
    if (hedge !== undefined && hedge.from === at && at === from) from = hedge.to;
  }
  const isCounted = Array.from({ length: head.to - from }, (_, nth) => reading.key(from + nth)).some((key) => counted.test(key));
  // Without article and figure.
  const first = from;
  while (
    from < head.to &&
    (reading.at("determiner", from) !== undefined ||
      counted.test(reading.key(from)) ||
      /^(?:hundred|of|other|more|few)$/.test(reading.key(from)))
  )
    from++;
  if (from >= head.to) return undefined;
  let mark = undefined as { readonly to: number; readonly count: "one" | "several" | "unknown" } | undefined;
  for (let at = from; at < head.to; at++) {
    const actor = reading.at<{ count: "one" | "several" | "unknown" }>("actor", at);
    const bare = reading.at("bareActor", at);
    if (actor !== undefined && actor.to <= head.to) mark = { to: actor.to, count: actor.entry.count };
    // "Men" and "people" name nobody.
    if (bare !== undefined && bare.to === head.to && actor?.to === undefined) mark = undefined;
  }
  // "Водій автобуса": whose driver follows in the genitive.
  if (mark !== undefined && mark.to < head.to && reading.lexicon.language !== "en")
    return { range: { from, to: Math.min(head.to, mark.to + 2) }, count: isCounted && first !== from ? "several" : mark.count };
  if (mark === undefined || mark.to < head.to) return undefined;
  // Only what is told of them stays with them: "soldiers of the 4th Brigade".
  if (
    head.to < range.to &&
    reading.key(head.to) !== "of" &&
    !(reading.key(head.to) === "from" && /^(?:\p{Lu}|\d)/u.test(reading.tokens[head.to + 2]?.text ?? "")) &&
    !/^uniforms?$/.test(reading.key(range.to - 1))
  )
    to = head.to;
  return { range: { from, to }, count: isCounted && first !== from ? "several" : mark.count };
}

export const isActor = (reading: Reading, range: Range): boolean => actorIn(reading, range) !== undefined;
