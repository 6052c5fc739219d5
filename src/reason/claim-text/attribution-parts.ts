/** Parts that every sort of handing-over shares: where what is said begins, and which quotations are theirs. */
import type { Attribution, Link } from "./attribution.ts";
import type { SayingWord } from "./languages/lexicon.ts";
import { nounPhraseAfter } from "./noun-phrase.ts";
import type { Range, Reading } from "./reading.ts";

export const speakerLinks: ReadonlySet<string> = new Set(["of", "for", "at", "from", "in", "with", "on", "near", "з", "із", "зі"]);
export const closingMark = /^[”"»“’]$/;
export const openingMark = /^[“"«„‘]$/;

export function clauseStop(reading: Reading, from: number): number {
  let at = from;
  while (at < reading.tokens.length && !/^[;,]$/.test(reading.key(at))) at++;
  return at;
}

/** "The video shows that" is how it is known, not who says it. */
export function subjectIsFootage(reading: Reading, end: number): boolean {
  if (/^(?:claim|claims|claimed)$/.test(reading.key(end))) return false;
  if (reading.at("footage", end - 1) !== undefined) return true;
  return (
    /^(?:shows?|showed|showing)$/.test(reading.key(end)) && reading.marks("footage").some((mark) => mark.from < end && end - mark.from < 14)
  );
}

/** A quotation ends right before a verb, or the sentence begins with it. */
export function closes(reading: Reading, verb: number): boolean {
  let at = verb - 1;
  while (at > 0 && /^[,—–-]$/.test(reading.key(at))) at--;
  return at < 0 || closingMark.test(reading.key(at)) || (at < verb - 1 && /^[—–]$/.test(reading.key(verb - 1)));
}

interface After {
  /** Where what is said begins; where the sentence goes on when nothing follows the verb. */
  readonly content: number;
  /** Nothing said stands right behind the verb: only when, where or to whom it was said. */
  readonly nothing: boolean;
}

const circumstances = new Set([
  "in",
  "on",
  "at",
  "to",
  "by",
  "via",
  "during",
  "after",
  "from",
  "from",
  "late",
  "early",
  "earlier",
  "later",
  "yesterday",
  "today",
  "through",
  "before",
  "when",
  "with",
  "в",
  "у",
  "на",
  "по",
  "під",
  "во",
]);

export function afterVerb(reading: Reading, start: number, hearer: boolean, times: readonly Range[]): After {
  const count = reading.tokens.length;
  let at = start;
  if (hearer) {
    const whom = reading.at("pronoun", at) !== undefined ? { from: at, to: at + 1 } : nounPhraseAfter(reading, at, new Set(["of", "for"]));
    if (whom !== undefined) at = whom.to;
  }
  const open = contentStart(reading, at);
  if (open !== undefined) return { content: open, nothing: false };
  // Circumstances: "on Monday", "in a statement", "to reporters by phone".
  let walked = at;
  for (let tries = 0; tries < 4; tries++) {
    const time = times.find((one) => one.from <= walked && walked < one.to);
    if (time !== undefined) walked = time.to;
    else if (circumstances.has(reading.key(walked)) || /ly$/.test(reading.key(walked))) {
      const phrase = nounPhraseAfter(reading, walked + 1, new Set(["of", "for", "with", "in"]));
      if (phrase === undefined || reading.isCapital(walked)) {
        if (!/ly$/.test(reading.key(walked)) && !["late", "early", "earlier", "later", "yesterday", "today"].includes(reading.key(walked)))
          break;
        walked++;
      } else walked = phrase.to;
    } else break;
  }
  const end = reading.key(walked);
  if (walked >= count || /^[.!?…]$/.test(end) || closingMark.test(end)) return { content: walked, nothing: true };
  const opened = contentStart(reading, walked);
  if (opened !== undefined) return { content: opened, nothing: false };
  if (end === "," || end === ";" || end === "—" || end === "–" || end === ")") {
    const next = contentStart(reading, walked + 1);
    return next !== undefined && walked > at && end === "," ? { content: next, nothing: false } : { content: walked, nothing: true };
  }
  // A time right behind the verb is when it was said only where more follows: "said Monday the bridge fell".
  const spoken = times.find((one) => one.from === at);
  return { content: spoken !== undefined && walked === spoken.to && spoken.to < count ? spoken.to : at, nothing: false };
}

/** "That", a colon or an opening mark right here. */
export function contentStart(reading: Reading, at: number): number | undefined {
  const that = reading.at("that", at);
  if (that !== undefined && that.from === at && reading.key(at) !== "how") return that.to;
  const key = reading.key(at);
  if (key === ":" || (key === "," && (openingMark.test(reading.key(at + 1)) || reading.at("that", at + 1) !== undefined))) {
    const next = at + 1;
    const more = reading.at("that", next);
    return more === undefined ? next : more.to;
  }
  return openingMark.test(key) && (reading.quoted[at + 1] ?? -1) >= 0 ? at : undefined;
}

/** Where the attribution ends, if after a speaker only circumstances follow before the sentence pauses. */
export function endsAfter(reading: Reading, start: number, times: readonly Range[]): number | undefined {
  const { content, nothing } = afterVerb(reading, start, false, times);
  return nothing ? content : undefined;
}

export function make(
  reading: Reading,
  links: readonly Link[],
  segment: Range,
  scope: readonly Range[],
  entry: Pick<SayingWord, "basis" | "denies" | "hedge"> | { basis?: Attribution["basis"] },
  behind: boolean,
): Attribution {
  const given = entry as Partial<SayingWord>;
  // "..., — said the nurse. — Then ..." stands inside the quotation that it is about.
  const own = /^[—–]$/.test(reading.key(segment.from - 1)) ? -1 : (reading.quoted[segment.from] ?? -1);
  const edges = scope.flatMap(({ from, to }) => (behind ? [to - 1, to - 2, from, from + 1] : [from, from + 1]));
  return {
    links,
    segment,
    scope: scope.filter(({ from, to }) => from < to),
    basis: given.basis,
    denies: given.denies === true,
    hedge: given.hedge,
    behind,
    quotations: quotationsAt(reading, edges).filter((nth) => nth !== own),
  };
}

export function quotationsAt(reading: Reading, tokens: readonly number[]): readonly number[] {
  return [...new Set(tokens.map((at) => reading.quoted[at] ?? -1).filter((nth) => nth >= 0))];
}

export function rangeMatches(reading: Reading, from: number, to: number, words: RegExp): boolean {
  for (let at = from; at < to; at++) if (words.test(reading.key(at))) return true;
  return false;
}

export function rangeHas(reading: Reading, sort: string, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (reading.at(sort, at) !== undefined) return true;
  return false;
}
