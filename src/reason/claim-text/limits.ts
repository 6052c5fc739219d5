/**
 * What limits a value: the hedges that reach it, whether it is denied, and how the speaker knows. Where it is not certain whether a
 * limiting word reaches a value, it does: a proposal may say less than the text, never more.
 */
import type { Basis, Hedge, HedgeSort, Polarity } from "../../core/claim/claim.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Attribution } from "./attribution.ts";
import type { Clauses } from "./clauses.ts";
import { shownBy } from "./footage.ts";
import type { FoundValue } from "./found-value.ts";
import type { Mark } from "./phrase-index.ts";
import { isLength } from "./find-places.ts";
import { inside, overlaps, type Range, type Reading } from "./reading.ts";
import { type PutRight, type Turn, turnReaches } from "./turned.ts";

export interface Limits {
  /** Spans are in the sentence. */
  readonly hedges: readonly Hedge[];
  readonly polarity: Polarity;
  readonly basis: Basis;
  readonly basisWords: string | null;
  readonly notes: readonly string[];
}

export interface SentenceFacts {
  readonly reading: Reading;
  readonly clauses: Clauses;
  readonly attributions: readonly Attribution[];
  /** Times, numbers and places: an approximating word or a "no" inside one is its own. */
  readonly measured: readonly Range[];
  /** Numbers with what they count: "no lorry" denies its clause. */
  readonly figures: readonly Range[];
  /** Words spoken at the event: what limits there limits nothing outside. */
  readonly speech: readonly Range[];
  /** Words that say that something is not known, where they do. */
  readonly unknown: readonly Range[];
  /** "It is a lie that C", "almost C". */
  readonly turns: readonly Turn[];
  readonly putRight: PutRight | undefined;
  /** "It is not known whether C": what C says is open. */
  readonly open: readonly { readonly range: Range; readonly says: Range }[];
}

export function limitsOf(facts: SentenceFacts, value: FoundValue, chain: readonly Attribution[]): Limits {
  const { reading } = facts;
  const hedges: Hedge[] = [];
  const add = (sort: HedgeSort, span: TextSpan) => {
    if (hedges.some((one) => one.span.start < span.end && span.start < one.span.end)) return;
    hedges.push({ sort, words: reading.text.slice(span.start, span.end), span });
  };
  for (const { span } of value.own ?? []) add(value.polarity === "open" ? "unclear" : "approximate", span);
  const clause = facts.clauses.of[value.at] ?? 0;
  const reaches = clausesAbove(facts.clauses, clause);
  const open = facts.open.find(({ range }) => overlaps(range, value.range));
  if (open !== undefined && value.polarity !== "open") add("unclear", reading.span(open.says));
  const turns = value.polarity === "open" ? [] : facts.turns.filter((turn) => turnReaches(turn, facts.clauses, value));
  for (const turn of turns)
    if (turn.hedge !== undefined) add(turn.polarity === "open" ? "unclear" : "approximate", reading.span(turn.hedge));
  if (value.polarity !== "open")
    for (const mark of reading.marks<HedgeSort>("hedge")) {
      const sort = mark.entry;
      if (isNoHedge(facts, mark)) continue;
      if (
        value.aspect === "verification" &&
        [reading.at("notVerified", mark.from), reading.at("unclear", mark.from)].some(
          (one) => one !== undefined && overlaps(one, value.range),
        )
      )
        continue;
      const { putRight } = facts;
      if (
        sort === "report" &&
        putRight !== undefined &&
        mark.from < putRight.at &&
        value.range.from > putRight.at &&
        putRight.clauses.has(clause)
      )
        continue;
      if (sort === "approximate") {
        if (approximates(reading, mark, value)) add(sort, reading.span(mark));
      } else if (reachesValue(facts, mark, value, reaches, chain)) add(sort, reading.span(mark));
    }
  const distance = chain.find((one) => one.hedge !== undefined);
  if (distance?.hedge !== undefined) {
    const link = distance.links.at(-1);
    if (link !== undefined) add(distance.hedge, reading.span(link.says));
  }
  return {
    hedges: hedges.sort((a, b) => a.span.start - b.span.start),
    ...polarityOf(facts, value, chain, reaches, turns, open !== undefined),
    ...basisOf(facts, value, chain, clause),
  };
}

/** The month of May, "appeared online", words of somebody at the event. */
function isNoHedge({ reading, clauses, speech }: SentenceFacts, mark: Mark): boolean {
  if (reading.key(mark.from) === "may" && reading.isCapital(mark.from) && (mark.from > 0 || /^\d/.test(reading.key(mark.to)))) return true;
  if (clauses.acts.some((act) => act.from <= mark.from && act.to >= mark.to && act.to - act.from > mark.to - mark.from)) return true;
  if (reading.lexicon.language !== "en" && (reading.at("actor", mark.from) ?? reading.at("bareActor", mark.from)) !== undefined)
    return true;
  return speech.some((range) => inside(range, mark.from));
}

function clausesAbove(clauses: Clauses, clause: number): ReadonlySet<number> {
  const all = new Set<number>([clause]);
  for (let above = clauses.goesOnFrom.get(clause); above !== undefined && !all.has(above); above = clauses.goesOnFrom.get(above))
    all.add(above);
  return all;
}

/** "About" right before the value or inside it, and before something that can be about. */
function approximates(reading: Reading, mark: Mark, value: FoundValue): boolean {
  if (!["where", "when", "how-many"].includes(value.aspect)) return false;
  if (value.aspect === "when" && mark.from > value.range.from + 3 && mark.to < value.range.to) return false;
  if (value.aspect === "when" && mark.from >= value.range.from && mark.to < value.range.to)
    return !/^(?:some|over|under)$/.test(reading.key(mark.from));
  if (value.aspect !== "where")
    return (
      mark.to >= value.range.from - (reading.at("placePreposition", value.range.from - 1) === undefined ? 0 : 1) &&
      mark.to <= value.range.from + 1 &&
      mark.from < value.range.from
    );
  const within = (mark.from >= value.range.from - 2 && mark.to <= value.range.to) || mark.to === value.range.from;
  const next =
    reading.at("placePreposition", mark.to)?.from === mark.to && reading.lexicon.language !== "en"
      ? reading.key(reading.at("placePreposition", mark.to)?.to ?? 0)
      : reading.key(mark.to);
  if (/^an?$/.test(next) && !isLength(reading.key(mark.to + 1))) return false;
  return (
    within &&
    /^[\d~]|^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|half|hundred|кілька|несколько|сто|два|дв\p{L}*|три|пят\p{L}*|п'ят\p{L}*|десят\p{L}*)/u.test(
      next,
    )
  );
}

function reachesValue(
  facts: SentenceFacts,
  mark: Mark,
  value: FoundValue,
  reaches: ReadonlySet<number>,
  chain: readonly Attribution[],
): boolean {
  const { clauses } = facts;
  if (value.aspect === "verification" && overlaps(mark, value.range)) return false;
  const segment = facts.attributions.find((one) => inside(one.segment, mark.from));
  if (segment !== undefined)
    return (
      chain.includes(segment) &&
      !segment.links.some(
        (link) => (link.speaker !== null && overlaps(link.speaker, mark)) || (overlaps(link.says, mark) && segment.hedge === undefined),
      )
    );
  const own = clauses.of[mark.from] ?? -2;
  // "But said that he might be mistaken" is about all that he said.
  if (/mistaken|wrong|imo|guess/.test(facts.reading.key(mark.to - 1))) return true;
  if (reaches.has(own)) {
    // "Possibly" right before a number, date or place in the middle of a clause is still taken to reach the whole clause.
    return !facts.open.some(({ says }) => overlaps(says, mark)) || value.polarity === "open";
  }
  return false;
}

function polarityOf(
  facts: SentenceFacts,
  value: FoundValue,
  chain: readonly Attribution[],
  reaches: ReadonlySet<number>,
  turns: readonly Turn[],
  open: boolean,
): { readonly polarity: Polarity; readonly notes: readonly string[] } {
  if (value.polarity !== undefined) return { polarity: value.polarity, notes: [] };
  const turned = turns.some(({ polarity }) => polarity === "denied");
  const negated = turned || facts.reading.marks("negation").some((mark) => denies(facts, mark, value, reaches));
  const { putRight } = facts;
  const purported =
    putRight?.aspects.has(value.aspect) === true &&
    putRight.clauses.has(facts.clauses.of[value.at] ?? 0) &&
    value.range.to <= putRight.at &&
    facts.reading.marks<HedgeSort>("hedge").some((mark) => mark.entry === "report" && mark.to <= value.range.from);
  if (purported) return { polarity: "denied", notes: [] };
  const byDenial = chain.some((one) => one.denies);
  if (open || turns.some(({ polarity }) => polarity === "open"))
    return { polarity: "open", notes: negated ? ["The words hold a denial inside what is not known."] : [] };
  if (negated && byDenial) return { polarity: "denied", notes: ["Denied twice: look at what is meant."] };
  return { polarity: negated || byDenial ? "denied" : "affirmed", notes: [] };
}

function denies(facts: SentenceFacts, mark: Mark, value: FoundValue, reaches: ReadonlySet<number>): boolean {
  const { reading, clauses } = facts;
  const key = reading.key(mark.to - 1);
  const own = clauses.of[mark.from] ?? -2;
  if (!reaches.has(own)) return false;
  if (facts.speech.some((range) => inside(range, mark.from))) return false;
  // "Пропали без вести"
  if (reading.lexicon.language !== "en" && clauses.acts.some((act) => act.from < mark.from && act.to >= mark.to)) return false;
  if (facts.measured.some((range) => overlaps(range, mark)) && !facts.figures.some((range) => range.from === mark.from)) return false;
  const hedge = reading.at<string>("hedge", mark.from);
  if (hedge !== undefined && hedge.to - hedge.from > mark.to - mark.from) return false;
  if (facts.unknown.some((one) => inside(one, mark.from)) || reading.at("notVerified", mark.from) !== undefined) return false;
  if (
    /^(?:only|just|far|least|more|less|later|earlier|until)$/.test(reading.key(mark.to)) ||
    (key === "no" && /^(?:later|earlier|more|less|fewer|sooner|doubt)$/.test(reading.key(mark.to)))
  )
    return false;
  // "The claim that the dam was mined is false" denies what stands before, whatever its clause.
  if (reading.at("untrue", mark.from) !== undefined || reading.at("noEvidence", mark.from) !== undefined)
    return (
      !facts.turns.some(({ says }) => overlaps(says, mark)) &&
      value.range.to <= mark.from &&
      [1, 2, 3].some((back) => reading.at("passive", mark.from - back) !== undefined)
    );
  // "Not in Harrow but near Ely", "near Ely, not in Harrow": what stands behind the "not" alone.
  const place = reading.at("placePreposition", mark.to)?.from === mark.to || facts.measured.some((range) => range.from === mark.to);
  // "In Sorrel, and not, as the post claimed, in Pell"
  const past = reading.key(mark.to) === "," ? afterAside(reading, mark.to) : undefined;
  if (past !== undefined) return value.range.from >= past;
  if (
    key === "not" &&
    value.range.to <= mark.from &&
    (value.aspect === "where" || value.aspect === "when") &&
    !clauses.acts.some((act) => act.clause === own && act.from > mark.from)
  )
    return false;
  if (
    place &&
    /^(?:not|never|не|ні)$/.test(key) &&
    (mark.from === 0 || reading.at("passive", mark.from - 1) === undefined || hasBut(reading, mark.to))
  ) {
    const but = nextBut(reading, mark.to);
    // "Зняли не в Осетні і не в жовтні": nothing is set against it, so the act is denied with it.
    if (value.aspect === "what" && but >= reading.tokens.length && notAgain(reading, mark.to)) return own === (clauses.of[value.at] ?? 0);
    return value.range.from >= mark.to && value.range.from < but && value.aspect !== "what" && value.aspect !== "who";
  }
  if (key === "не" && reading.key(mark.from - 1) === "а") return value.range.from >= mark.to;
  if (/^(?:without|rather|instead|без)$/.test(reading.key(mark.from)))
    return value.range.from >= mark.to && value.range.from < pauseAfter(reading, mark.to);
  // "It was not the army that mined the road"
  if (key === "not" && /^(?:was|is|were)$/.test(reading.key(mark.from - 1)) && reading.key(mark.from - 2) === "it") {
    for (let at = mark.to; at < mark.to + 10; at++)
      if (/^(?:that|who)$/.test(reading.key(at))) return value.range.from >= mark.to && value.range.to <= at;
  }
  // "A BMP-2, not a tank"
  if (key === "not" && (reading.key(mark.from - 1) === "," || reading.at("determiner", mark.to) !== undefined))
    return value.range.from >= mark.to && value.range.from < pauseAfter(reading, mark.to);
  // "A van with nobody inside rolled"
  if (/^(?:with|by|to|of)$/.test(reading.key(mark.from - 1)))
    return value.range.from >= mark.from && !clauses.acts.some((act) => act.from >= mark.to && act.from <= value.range.from);
  const but = nextBut(reading, mark.to);
  if (value.range.from >= but) return false;
  // In the clause of another verb that stands before it, as in "left and did not stop", the denial is not this value's.
  if (own === (clauses.of[value.at] ?? 0) || value.range.from >= mark.from) {
    if (mark.from > value.range.to && value.aspect === "what")
      return mark.from - value.range.to <= 2 && /^(?:no|nobody|none|nothing|neither|no one|not)/.test(reading.key(mark.from));
    return true;
  }
  return false;
}

/** "Neither here nor there": a second "not" behind the first. */
function notAgain(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 8; at++)
    if (/^(?:not|nor|не|ні|ни)$/.test(reading.key(at)) && /^(?:and|nor|і|й|та|и|,)$/.test(reading.key(at - 1))) return true;
  return false;
}

/** Behind the second of two commas. */
function afterAside(reading: Reading, comma: number): number | undefined {
  for (let at = comma + 1; at < comma + 9 && at < reading.tokens.length; at++) if (reading.key(at) === ",") return at + 1;
  return undefined;
}

function pauseAfter(reading: Reading, from: number): number {
  for (let at = from; at < reading.tokens.length; at++) if (/^[,;:]$/.test(reading.key(at)) || reading.key(at) === "but") return at;
  return reading.tokens.length;
}

function nextBut(reading: Reading, from: number): number {
  for (let at = from; at < reading.tokens.length; at++) if (["but", "а", "але", "но"].includes(reading.key(at))) return at;
  return reading.tokens.length;
}
const hasBut = (reading: Reading, from: number): boolean => nextBut(reading, from) < reading.tokens.length;

function basisOf(
  facts: SentenceFacts,
  value: FoundValue,
  chain: readonly Attribution[],
  clause: number,
): { readonly basis: Basis; readonly basisWords: string | null } {
  const { reading } = facts;
  const none = { basis: "unstated" as const, basisWords: null };
  if (value.aspect === "verification") return none;
  const found: { basis: Basis; words: string; rank: number }[] = [];
  for (const mark of reading.marks<{ readonly basis: Basis }>("basis")) {
    if (overlaps(mark, value.range) || (mark.entry.basis === "saw" && chain.length === 0)) continue;
    const segment = facts.attributions.find((one) => inside(one.segment, mark.from));
    const near = segment === undefined ? (facts.clauses.of[mark.from] ?? -2) === clause : chain.includes(segment);
    if (near || chain.length > 0)
      found.push({
        basis: mark.entry.basis,
        words: reading.words(mark),
        rank: near ? (mark.to <= value.range.from ? 0.5 - mark.from / 1e5 : 0.6) : 1,
      });
  }
  const told = chain.at(-1)?.links.at(-1);
  const inSpeech = reading.marks("basis").some((mark) => mark.to <= value.range.from && (told === undefined || mark.from >= told.says.to));
  if (
    told !== undefined &&
    chain.flatMap(({ links }) => links).length > 1 &&
    /^(?:told|tells|розпов|рассказ)/u.test(reading.key(told.says.from)) &&
    !inSpeech
  )
    return { basis: "told", basisWords: reading.words(told.says) };
  const [best] = found.sort((a, b) => a.rank - b.rank);
  if (best !== undefined && best.rank < 1) return { basis: best.basis, basisWords: best.words };
  const filming = facts.clauses.acts.some((act) => act.clause === clause && act.word.event === "filming" && act.word.act === "filming");
  const shown = filming ? undefined : shownBy(reading, value.range.from);
  if (shown !== undefined) return { basis: "filmed", basisWords: reading.words(shown) };
  return none;
}
