/** Runs of words that name somebody or something, read from their end or from their beginning. No grammar is known beyond small words. */
import { formOf } from "./languages/en-forms.ts";
import type { Range, Reading } from "./reading.ts";

const linking = new Set([
  "of",
  "for",
  "in",
  "from",
  "at",
  "with",
  "on",
  "near",
  "and",
  "to",
  "by",
  "в",
  "у",
  "з",
  "із",
  "зі",
  "из",
  "с",
  "при",
  "та",
  "и",
  "і",
]);
const adverb = /^[a-z]{3,}ly$/;
const notAdverbs = new Set([
  "family",
  "july",
  "italy",
  "ally",
  "assembly",
  "elderly",
  "monopoly",
  "early",
  "local",
  "daily",
  "weekly",
  "only",
]);

export function isAdverb(reading: Reading, token: number): boolean {
  const key = reading.key(token);
  return adverb.test(key) && !notAdverbs.has(key) && !reading.isCapital(token);
}

/** Whether a word may be part of a name or noun phrase. */
export function isNounLike(reading: Reading, token: number): boolean {
  if (!reading.isWord(token)) return false;
  if (reading.at("determiner", token) !== undefined) return true;
  if (reading.at("pronoun", token) !== undefined || reading.at("small", token) !== undefined || isAdverb(reading, token)) return false;
  if (isVerb(reading, token)) return false;
  const hedge = reading.at<string>("hedge", token);
  if (hedge !== undefined && hedge.entry !== "approximate") return false;
  if (
    token > 0 &&
    reading.lexicon.language === "en" &&
    !reading.isCapital(token) &&
    /ing$/.test(reading.key(token)) &&
    reading.at("determiner", token - 1) === undefined
  ) {
    const form = formOf(reading.key(token));
    if (form !== undefined && (!form.doubtful || actsBefore(reading, token))) return false;
  }
  return true;
}

/** "A group of soldiers shooting captured men": behind whoever acts, and before what it is done to. */
export function actsBefore(reading: Reading, token: number): boolean {
  const actor = reading.at("actor", token - 1) ?? reading.at("bareActor", token - 1);
  return actor !== undefined && reading.isWord(token + 1);
}

/** A verb where it stands: not "the wounded", not "a burned van". */
export function isVerb(reading: Reading, token: number): boolean {
  if (
    reading.lexicon.language !== "en" &&
    (reading.at("actor", token) !== undefined || reading.at("speaker", token) !== undefined || reading.at("placeNoun", token) !== undefined)
  )
    return false;
  const act = reading.verbAt(token);
  const says = reading.saysAt(token);
  if (act === undefined && says === undefined) return false;
  const from = act?.from ?? says?.from ?? token;
  return !isAttribute(reading, from);
}

/** "The burned van", "two damaged cars", "police reports": a word form of a verb that stands inside a noun phrase. */
export function isAttribute(reading: Reading, token: number): boolean {
  if (token === 0) return false;
  if (reading.isCapital(token) && reading.isCapital(token - 1)) return true;
  const before = reading.at("determiner", token - 1);
  if (
    before !== undefined &&
    !["this", "that", "these", "those", "some", "all", "several", "many", "most", "both", "each", "her", "another"].includes(
      reading.key(token - 1),
    )
  )
    return true;
  return (
    /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|single|first|second|third|last|final|warning|loud|newly|badly|heavily|partly|recently)$/.test(
      reading.key(token - 1),
    ) && followedByNoun(reading, token)
  );
}

function followedByNoun(reading: Reading, token: number): boolean {
  const next = token + 1;
  return (
    reading.isWord(next) &&
    reading.at("small", next) === undefined &&
    reading.at("pronoun", next) === undefined &&
    reading.at("determiner", next) === undefined &&
    !isAdverb(reading, next)
  );
}

/** The noun phrase that ends right before a token; undefined where none does. */
export function nounPhraseBefore(reading: Reading, end: number, least = 0): Range | undefined {
  let from = end;
  const isStop = (token: number) => token < least || !isNounLike(reading, token) || reading.quoted[token] !== reading.quoted[end - 1];
  while (!isStop(from - 1)) {
    from--;
    if (reading.at("determiner", from) !== undefined) break;
  }
  if (from === end) return undefined;
  // "a spokesman for | the ministry", "residents near the mill"
  for (let link = from - 1; link > least && linking.has(reading.key(link)); link = from - 1) {
    const more = nounRunBefore(reading, link, least);
    if (more === undefined || (reading.key(link) !== "of" && !goodHead(reading, { from: more, to: link }))) break;
    from = more;
  }
  return trim(reading, { from, to: end });
}

function nounRunBefore(reading: Reading, end: number, least: number): number | undefined {
  let from = end;
  while (from - 1 >= least && isNounLike(reading, from - 1)) {
    from--;
    if (reading.at("determiner", from) !== undefined) break;
  }
  return from === end ? undefined : from;
}

/** What stands before "of", "for", "in": somebody, not a verb's object. */
function goodHead(reading: Reading, range: Range): boolean {
  for (let token = range.from; token < range.to; token++)
    if (
      reading.at("speaker", token) !== undefined ||
      reading.at("actor", token) !== undefined ||
      reading.at("bareActor", token) !== undefined
    )
      return true;
  return false;
}

/** The noun phrase that begins at a token. `links`: the small words by which it may go on. */
export function nounPhraseAfter(reading: Reading, start: number, links: ReadonlySet<string> = new Set(["of", "for"])): Range | undefined {
  let to = start;
  const count = reading.tokens.length;
  const take = () => {
    let taken = to;
    while (taken < count && isNounLike(reading, taken) && reading.quoted[taken] === reading.quoted[start]) {
      if (taken > to && reading.at("determiner", taken) !== undefined && reading.at("determiner", taken - 1) === undefined) break;
      taken++;
    }
    return taken;
  };
  to = take();
  if (to === start) return undefined;
  while (to < count - 1 && links.has(reading.key(to))) {
    const link = to;
    to = link + 1;
    const next = take();
    if (next === link + 1) {
      to = link;
      break;
    }
    to = next;
  }
  return trim(reading, { from: start, to });
}

function trim(reading: Reading, { from, to }: Range): Range | undefined {
  let [first, last] = [from, to];
  while (first < last && !reading.isWord(first)) first++;
  while (last > first && (!reading.isWord(last - 1) || (reading.at("determiner", last - 1) !== undefined && last - first > 1))) last--;
  return first < last ? { from: first, to: last } : undefined;
}

/** Up to the first linking word: where the head noun stands. */
export function headOf(reading: Reading, range: Range): Range {
  for (let token = range.from + 1; token < range.to; token++)
    if (linking.has(reading.key(token)) && reading.key(token) !== "and") return { from: range.from, to: token };
  return range;
}

/** Leftwards over helping verbs, adverbs and denials between a subject and its verb. */
export function skipHelpersBefore(reading: Reading, token: number): number {
  let at = token;
  while (
    at > 0 &&
    (helpers.has(reading.key(at - 1)) ||
      reading.at("passive", at - 1) !== undefined ||
      reading.at("negation", at - 1)?.to === at ||
      isAdverb(reading, at - 1) ||
      reading.at("hedge", at - 1)?.to === at)
  )
    at = Math.min(at - 1, reading.at("hedge", at - 1)?.from ?? at - 1);
  return at;
}
const helpers = new Set(
  "has have had was were is are been being be also later then now still already again first had not never to did do does n't just once may might could would will can must should only both all twice who's soon since wasn't weren't hadn't hasn't haven't didn't don't doesn't couldn't isn't aren't got".split(
    " ",
  ),
);
