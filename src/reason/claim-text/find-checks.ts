/** Verifications: that somebody checked, placed, dated or confirmed something, or could not. */
import type { Aspect } from "../../core/claim/claim.ts";
import type { ClaimValue } from "../../core/claim/claim-value.ts";
import type { ActWord } from "./languages/lexicon.ts";
import type { FoundValue } from "./found-value.ts";
import { nounPhraseAfter, nounPhraseBefore, skipHelpersBefore } from "./noun-phrase.ts";
import type { Range, Reading } from "./reading.ts";

type Verification = Extract<ClaimValue, { is: "verification" }>;

const ofWord: readonly (readonly [RegExp, Aspect])[] = [
  [/^(?:locations?|places?|spot|position|місц\p{L}*|мест\p{L}*)$/u, "where"],
  [/^(?:dates?|times?|day|hour|дат\p{L}*|час\p{L}*|врем\p{L}*)$/u, "when"],
  [/^(?:identity|identities|unit|perpetrators?|owner|owners|speaker|speakers|authors?|особ\p{L}*|личност\p{L}*)$/u, "who"],
  [/^(?:number|numbers|toll|figure|figures|count|кільк\p{L}*|числ\p{L}*|количеств\p{L}*)$/u, "how-many"],
  [/^(?:model|type|markings?|calibre|make|plates?|weapons?|vehicles?|uniforms?|badge|emblem)$/, "identification"],
  [/^(?:words|speech|audio)$/, "speech"],
];

export function findChecks(reading: Reading, closed: (token: number) => boolean, unknowns: readonly FoundValue[]): readonly FoundValue[] {
  const found: FoundValue[] = [];
  // "Could not establish when it was filmed": a check of the time that failed.
  for (const { says, aspect } of unknowns) {
    if (
      says === undefined ||
      !/^(?:establish(?:ed)?|confirm(?:ed)?|verif(?:y|ied)|determined?|identified|checked|check|authenticated|dated|located|geolocated|placed|corroborated|встановити|з'ясувати|підтвердити|перевірити|установить|выяснить|подтвердить|проверить)$/.test(
        reading.key(says.to - 1),
      )
    )
      continue;
    const { by, agent } = around(reading, says, undefined);
    found.push(value(reading, verbOf(reading, says), { by: by ?? null, of: aspect as Verification["of"], outcome: "not-verified" }, agent));
  }
  const negative = reading.marks("notVerified");
  for (const mark of negative) {
    const both = neitherNor(reading, mark.from);
    for (const aspect of both)
      found.push(value(reading, verbOf(reading, mark), { by: null, of: aspect as Verification["of"], outcome: "not-verified" }, undefined));
    if (both.length > 0) continue;
    if (unknowns.some(({ says }) => says !== undefined && says.from < mark.to && mark.from < says.to)) continue;
    const { by, of, agent } = around(reading, mark, undefined);
    found.push(value(reading, verbOf(reading, mark), { by: by ?? null, of, outcome: "not-verified" }, agent));
  }
  for (const mark of reading.marks<{ readonly phrase: string; readonly of?: Aspect }>("verifies")) {
    if (negative.some((one) => one.from < mark.to && mark.from < one.to)) continue;
    if (
      /^dated$/.test(reading.key(mark.from)) &&
      /^\d|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(reading.key(mark.to))
    )
      continue;
    const { by, of, checks, agent } = around(reading, mark, mark.entry.of);
    if (!checks && reading.lexicon.language === "en") continue;
    if (/^(?:placed|located|traced|matched|dated)$/.test(reading.key(mark.to - 1)) && !ofFootage(reading, mark)) continue;
    // "Поліція підтвердила затримання": confirmed by a party, which is said to have said so too.
    const party = /^(?:підтверди|подтверди)/u.test(reading.key(mark.from)) && (reading.quoted[mark.from] ?? -1) < 0;
    if (!checks && !party && !/не вдал|не удал|незалежно|независимо/u.test(reading.text.toLowerCase())) continue;
    if (closed(mark.from) && reading.saysAt(mark.from) === undefined) continue;
    const partly = reading.marks("partly").some((one) => one.to === mark.from || one.from === mark.to || one.to === mark.from - 1);
    const failed =
      /не вдалося|не вдалось|неможливо|не змогли|не зміг|не змогла|не може|не удалось|невозможно|не смогли|не смог|не может/u.test(
        reading.text.toLowerCase(),
      ) && reading.lexicon.language !== "en";
    const negated = failed || [1, 2, 3].some((back) => reading.at("negation", mark.from - back) !== undefined);
    const both = neitherNor(reading, mark.from);
    for (const aspect of both)
      found.push(
        value(reading, checkWords(reading, mark), { by: null, of: aspect as Verification["of"], outcome: "not-verified" }, undefined),
      );
    if (both.length > 0) continue;
    const named = aspectsBehind(reading, mark.from);
    if (named.length > 1) {
      for (const one of named)
        found.push(
          value(
            reading,
            checkWords(reading, mark),
            {
              by: by ?? null,
              of: one.aspect as Verification["of"],
              outcome: negated || one.not ? "not-verified" : partly ? "partly" : "verified",
            },
            agent,
          ),
        );
      continue;
    }
    found.push(
      value(
        reading,
        checkWords(reading, mark),
        { by: by ?? null, of, outcome: negated ? "not-verified" : partly ? "partly" : "verified" },
        agent,
      ),
    );
  }
  return found;
}

/** "Independently verified" of "had independently verified the location of". */
function checkWords(reading: Reading, mark: Range): Range {
  let { from } = mark;
  while (from > 0 && /ly$/.test(reading.key(from - 1)) && reading.at("partly", from - 1) === undefined) from--;
  return { from, to: /\bthe\b/.test(reading.words(mark)) ? mark.from + 1 : mark.to };
}

/** The verb with its adverb, without "could not be". */
export function verbOf(reading: Reading, mark: Range): Range {
  let from = mark.to - 1;
  while (from > mark.from && /ly$/.test(reading.key(from - 1))) from--;
  return { from, to: mark.to };
}

function value(reading: Reading, range: Range, more: Pick<Verification, "by" | "of" | "outcome">, agent: Range | undefined): FoundValue {
  const span = reading.span(range);
  return {
    aspect: "verification",
    value: { is: "verification", words: reading.text.slice(span.start, span.end), ...more },
    span,
    range,
    at: range.from,
    polarity: "affirmed",
    ...(agent === undefined ? {} : { agent }),
  };
}

function around(
  reading: Reading,
  mark: Range,
  named: Aspect | undefined,
): { readonly by: string | undefined; readonly of: Verification["of"]; readonly checks: boolean; readonly agent: Range | undefined } {
  const start = skipHelpersBefore(reading, mark.from);
  const passive =
    Array.from({ length: mark.from - start }, (_, nth) => start + nth).some((at) => reading.at("passive", at) !== undefined) ||
    reading.words(mark).toLowerCase().split(" ").includes("be");
  let after = mark.to;
  if (/ly$/.test(reading.key(after))) after++;
  const agent = reading.at("byWhom", after);
  const by = agent === undefined ? undefined : nounPhraseAfter(reading, agent.to, new Set(["of", "for", "at", "and"]));
  const reduced = agent !== undefined && !passive;
  const subject = reading.at("pronoun", start - 1) !== undefined ? { from: start - 1, to: start } : nounPhraseBefore(reading, start);
  const object = nounPhraseAfter(reading, mark.to, new Set(["of", "from"]));
  const phrase = passive || reduced ? subject : object;
  const of =
    named ??
    aspectIn(reading, phrase) ??
    (placesIt(reading, mark) ? ("where" as const) : undefined) ??
    (thatAfter(reading, mark.to) !== undefined || (object !== undefined && !passive && !reduced && hasAct(reading, object))
      ? saidOf(reading, mark.to)
      : "unstated");
  const thing = phrase !== undefined && somethingChecked(reading, phrase);
  // "Confirmed that two had died" is a check of what is said, and hands over to whoever confirms.
  const that = thatAfter(reading, mark.to);
  const says = that !== undefined && /^(?:confirm|verif|establish)/.test(reading.key(mark.to - 1));
  const checks = named !== undefined || passive || reduced || thing || says || placesIt(reading, mark);
  const who = by ?? (passive || reduced ? undefined : subject);
  const words = who === undefined || reading.at("pronoun", who.from)?.to === who.to ? undefined : reading.words(who);
  return { by: words, of: of as Verification["of"], checks, agent: who };
}

/** "The location but not the date": one check of each. */
function aspectsBehind(reading: Reading, from: number): readonly { readonly aspect: Aspect; readonly not: boolean }[] {
  const found: { aspect: Aspect; not: boolean }[] = [];
  let not = false;
  for (let at = from; at < from + 12 && at < reading.tokens.length; at++) {
    const key = reading.key(at);
    if (/^[;,.:]$/.test(key) || reading.verbAt(at) !== undefined) break;
    if (key === "not" || key === "nor") not = true;
    for (const [words, aspect] of ofWord) if (words.test(key) && !found.some((one) => one.aspect === aspect)) found.push({ aspect, not });
  }
  return found;
}

/** "Neither its date nor its place has been confirmed": two checks that failed. */
function neitherNor(reading: Reading, end: number): readonly Aspect[] {
  let start = -1;
  for (let at = end - 1; at >= 0 && end - at < 18; at--) if (reading.key(at) === "neither") start = at;
  if (start < 0) return [];
  const found: Aspect[] = [];
  for (let at = start; at < end; at++)
    for (const [words, aspect] of ofWord) if (words.test(reading.key(at)) && !found.includes(aspect)) found.push(aspect);
  return found;
}

function aspectIn(reading: Reading, range: Range | undefined): Aspect | undefined {
  if (range === undefined) return undefined;
  for (let at = range.from; at < range.to; at++) for (const [words, aspect] of ofWord) if (words.test(reading.key(at))) return aspect;
  return undefined;
}

/** "Confirmed the claim" checks something; "confirmed two deaths" says something. */
function somethingChecked(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++)
    if (
      reading.at("footage", at) !== undefined ||
      /^(?:claims?|reports?|accounts?|authenticity|location|date|time|identity|it|them|this|document|documents|message|details|information|figures?|letter|statement|post|place|number|recording)$/.test(
        reading.key(at),
      )
    )
      return true;
  return aspectIn(reading, range) !== undefined || hasAct(reading, range);
}

const hasAct = (reading: Reading, range: Range): boolean =>
  reading.marks<ActWord>("act").some((act) => act.entry.noun === true && act.from >= range.from && act.from < range.to);

/** "Confirmed on Sunday that". */
function thatAfter(reading: Reading, from: number): number | undefined {
  for (let at = from; at < from + 5; at++) {
    if (reading.at("that", at) !== undefined) return at;
    if (/^[,;.]$/.test(reading.key(at))) return undefined;
  }
  return undefined;
}

/** "That the clip was filmed on Mill Street" is about the place of it. */
function saidOf(reading: Reading, from: number): Verification["of"] {
  for (let at = from; at < reading.tokens.length; at++) {
    if (/^(?:filmed|recorded|taken|shot)$/.test(reading.key(at)))
      return /^(?:on|in|at|near)$/.test(reading.key(at + 1)) &&
        /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^\d|ing$/.test(reading.key(at + 2))
        ? "when"
        : "where";
    if (reading.verbAt(at) !== undefined) return "what";
  }
  return "what";
}

/** "Placed the clip": of a picture, not of a thing. */
function ofFootage(reading: Reading, mark: Range): boolean {
  for (let at = Math.max(0, mark.from - 12); at < Math.min(reading.tokens.length, mark.to + 6); at++)
    if (reading.at("footage", at) !== undefined || /^(?:it|scene|them|one)$/.test(reading.key(at))) return true;
  return false;
}

function placesIt(reading: Reading, mark: Range): boolean {
  if (!/^(?:matched|traced)$/.test(reading.key(mark.to - 1))) return false;
  for (let at = mark.to; at < mark.to + 7; at++) if (/^(?:to|with)$/.test(reading.key(at))) return true;
  return false;
}
