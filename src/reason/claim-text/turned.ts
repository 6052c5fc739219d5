/**
 * Words that turn what a sentence seems to say: "it is a lie that C", "C is a hoax", "far from C", "almost C", "no evidence that C", and
 * questions. What they reach is denied, open or no claim at all.
 */
import type { Polarity } from "../../core/claim/claim.ts";
import type { Clauses } from "./clauses.ts";
import type { FoundValue } from "./found-value.ts";
import { inside, type Range, type Reading } from "./reading.ts";

export interface Turn {
  readonly polarity: Polarity;
  readonly reach: Range;
  readonly says: Range;
  /** Attached to what it reaches as a hedge. */
  readonly hedge?: Range;
  /** Values of this clause alone. */
  readonly clause?: number;
}

const opensContent = /^(?:that|how|що|ніби|нібито|буцімто|что|будто|якобы)$/;
const isVerb =
  /^(?:is|was|are|were|be|been|being|as|proved|turned|—|–|-|є|це|это|була?|було|были|была|был|оказал\p{L}*|виявил\p{L}*|a|an|the|simply|pure|just)$/u;

export function turnsOf(reading: Reading, clauses: Clauses): readonly Turn[] {
  const end = reading.tokens.length;
  const turns: Turn[] = [];
  for (const mark of reading.marks("untrue")) {
    const behind = contentAt(reading, mark.to);
    if (behind !== undefined) turns.push({ polarity: "denied", says: mark, reach: { from: behind, to: turnsAgain(reading, behind) } });
    const claimed =
      isVerb.test(reading.key(mark.from - 1)) || reading.key(mark.from) === "не" ? claimedBefore(reading, mark.from) : undefined;
    if (behind === undefined && claimed !== undefined)
      turns.push({ polarity: "denied", says: mark, reach: { from: claimed, to: mark.from } });
  }
  for (const mark of reading.marks("noEvidence")) {
    const behind = contentAt(reading, mark.to);
    if (behind !== undefined)
      turns.push({ polarity: "open", says: mark, reach: { from: behind, to: turnsAgain(reading, behind) }, hedge: mark });
  }
  for (const mark of reading.marks("farFrom"))
    if (/ing$/.test(reading.key(mark.to)) || reading.lexicon.language !== "en") {
      let to = mark.to;
      while (to < end && !/^[,;—–]$/.test(reading.key(to))) to++;
      turns.push({ polarity: "denied", says: mark, reach: { from: mark.to, to } });
    }
  for (const mark of reading.marks("almost")) {
    const act = clauses.acts.find((one) => one.from === mark.to && one.word.noun !== true);
    if (act !== undefined) turns.push({ polarity: "denied", says: mark, reach: { from: 0, to: end }, hedge: mark, clause: act.clause });
  }
  return turns;
}

export const turnReaches = (turn: Turn, clauses: Clauses, value: FoundValue): boolean =>
  inside(turn.reach, value.range.from) && (turn.clause === undefined || turn.clause === (clauses.of[value.at] ?? 0));

/** Where "that C" begins right behind, with a comma where the language writes one. */
function contentAt(reading: Reading, from: number): number | undefined {
  const at = reading.key(from) === "," ? from + 1 : from;
  return opensContent.test(reading.key(at)) ? at + 1 : undefined;
}

const claims =
  /^(?:claims?|reports?|rumou?rs?|allegations?|stor(?:y|ies)|statements?|suggestions?|ideas?|accusations?|assertions?|news|заяв\p{L}*|твердженн\p{L}*|повідомленн\p{L}*|чутк\p{L}*|слов\p{L}*|заявлени\p{L}*|утверждени\p{L}*|сообщени\p{L}*|слух\p{L}*|верс\p{L}*|те|то)$/u;

/** "The claim that C is a hoax": where C begins. */
function claimedBefore(reading: Reading, to: number): number | undefined {
  for (let at = 0; at < to; at++) {
    const noun = reading.key(at - 1) === "," ? at - 2 : at - 1;
    if (opensContent.test(reading.key(at)) && (at === 0 || claims.test(reading.key(noun)))) return at + 1;
  }
  return undefined;
}

/** "It is a lie that A, but B": up to where the text speaks on. */
function turnsAgain(reading: Reading, from: number): number {
  for (let at = from; at < reading.tokens.length; at++)
    if (reading.key(at) === ";" || (/^(?:but|а|але|но|зато|проте|однако)$/.test(reading.key(at)) && reading.key(at - 1) === ",")) return at;
  return reading.tokens.length;
}

/** Words of questions: nobody says that it is so. A question between quotation marks asks there alone. */
export function questionsOf(reading: Reading): readonly Range[] {
  const found: Range[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!/^[?？]/.test(reading.key(at))) continue;
    const quotation = reading.quoted[at] ?? -1;
    let from = at;
    while (from > 0 && (reading.quoted[from - 1] ?? -1) === quotation && !/^[.!?;]$/.test(reading.key(from - 1))) from--;
    found.push({ from: quotation < 0 && at >= reading.tokens.length - 2 ? 0 : from, to: at + 1 });
  }
  return found;
}

/** "Purportedly from Harrow, was in fact filmed in Tilden": where what is so begins, and the aspects that it puts right. */
export interface PutRight {
  readonly at: number;
  readonly aspects: ReadonlySet<string>;
  /** The clauses of both. */
  readonly clauses: ReadonlySet<number>;
}

const canBePutRight = new Set(["where", "when", "identification"]);

/**
 * Only where both stand in one clause, or where footage is said to be one thing and was filmed or posted as another: what is "in fact"
 * told of a later act takes nothing back.
 */
export function putRightOf(reading: Reading, clauses: Clauses, values: readonly FoundValue[]): PutRight | undefined {
  const at = inFact(reading);
  if (at === undefined) return undefined;
  const own = clauses.of[at] ?? 0;
  const clauseOf = (value: FoundValue) => clauses.of[value.at] ?? 0;
  const before = values.filter(({ range }) => range.to <= at);
  const after = values.filter((value) => canBePutRight.has(value.aspect) && value.range.from > at && clauseOf(value) === own);
  const puts = isFalseFootage(reading, clauses, at)
    ? before
    : before.filter((value) => clauseOf(value) === own && after.some(({ aspect }) => aspect === value.aspect));
  return puts.length === 0
    ? undefined
    : { at, aspects: new Set(puts.map(({ aspect }) => aspect)), clauses: new Set([own, ...puts.map(clauseOf)]) };
}

const ofFilm = new Set(["filming", "posting"]);

/** "A video that purports to show C, in fact filmed", with no act between the footage and the word that keeps its distance. */
function isFalseFootage(reading: Reading, clauses: Clauses, fact: number): boolean {
  if (!clauses.acts.some((act) => act.from > fact && act.from <= fact + 6 && ofFilm.has(act.word.event))) return false;
  return reading.marks("hedge").some((hedge) => {
    if (hedge.entry !== "report" || hedge.from > fact) return false;
    const footage = reading
      .marks("footage")
      .filter(({ to }) => to <= hedge.from)
      .at(-1);
    return (
      footage !== undefined && !clauses.acts.some((act) => act.from >= footage.to && act.to <= hedge.from && !ofFilm.has(act.word.event))
    );
  });
}

function inFact(reading: Reading): number | undefined {
  for (let at = 1; at < reading.tokens.length; at++) {
    if (/^(?:actually|насправді)$/.test(reading.key(at))) return at;
    if (/^(?:fact|reality|деле)$/.test(reading.key(at)) && /^(?:in|самом|на)$/.test(reading.key(at - 1))) return at - 1;
  }
  return undefined;
}
