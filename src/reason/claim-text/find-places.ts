/**
 * Place phrases: a preposition and what it leads to, with the measure before it and whatever follows that belongs to the same place.
 * Only their extent is found here; what area they mean is for the place reasoner.
 */
import { nounPhraseAfter } from "./noun-phrase.ts";
import { overlaps, type Range, type Reading } from "./reading.ts";

const measure =
  /^(?:km|kms|kilomet(?:re|er)s?|miles?|mi|m|met(?:re|er)s?|yards?|feet|км|метр\p{L}*|кілометр\p{L}*|километр\p{L}*|м|мил\p{L}*)$/u;
const headings =
  /^(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?|northern|southern|eastern|western|central|upstream|downstream|n|s|e|w|ne|nw|se|sw|nne|ssw)$/;
const within: ReadonlySet<string> = new Set(["of"]);

export const isLength = (key: string): boolean => measure.test(key);

export interface Place extends Range {
  /** Approximating words inside or right before it. */
  readonly named: boolean;
}

/** `notPlaces`: times, numbers of things, speakers' segments. */
export function findPlaces(
  reading: Reading,
  times: readonly Range[],
  closed: (token: number) => boolean,
  inVerb: (token: number) => boolean,
  figures: readonly Range[],
  moves: boolean,
): readonly Place[] {
  const found: Place[] = [];
  const count = reading.tokens.length;
  const isTime = (range: Range) => times.some((time) => overlaps(time, range));
  const isCount = (at: number) => reading.lexicon.language !== "en" && figures.some((one) => one.from === at);
  for (let at = 0; at < count; at++) {
    const mark = reading.at("placePreposition", at) ?? boundFor(reading, at);
    if (mark === undefined || closed(at) || inVerb(at) || (mark.from !== at && !(inVerb(mark.from) && mark.to === at + 1))) continue;
    // "At least 14 houses", "over 40 people": a figure, not a place.
    const hedge = reading.at("hedge", at);
    if (
      hedge !== undefined &&
      hedge.entry === "approximate" &&
      hedge.from === at &&
      (hedge.to > mark.to || isFigure(reading, hedge.to)) &&
      !isMeasured(reading, hedge.to)
    )
      continue;
    if (/^(?:up|down)$/.test(reading.words({ from: at, to: mark.to }).toLowerCase()) && reading.verbAt(at - 1)?.entry.act !== "movement")
      continue;
    const whole = placeAt(reading, { from: at, to: mark.to }, isTime, isCount);
    if (whole === undefined) continue;
    const from = measureBefore(reading, at, found.at(-1)?.to ?? 0);
    found.push({ from, to: whole.to, named: whole.named });
    at = whole.to - 1;
  }
  return merge(reading, found, moves);
}

const isFigure = (reading: Reading, at: number): boolean =>
  /^\d|^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|twenty|thirty|forty|fifty|sixty|half)(?:-|$)/.test(
    reading.key(at),
  );

function isMeasured(reading: Reading, at: number): boolean {
  return [1, 2, 3].some((ahead) => measure.test(reading.key(at + ahead)));
}

function placeAt(reading: Reading, mark: Range, isTime: (range: Range) => boolean, isCount: (at: number) => boolean): Place | undefined {
  const start = mark.to;
  if (isTime({ from: mark.from, to: start + 1 })) return undefined;
  // "Six hours after the strike | on Vesna"
  for (
    let back = mark.from - 2;
    back >= 0 && mark.from - back < 7 && isTime({ from: mark.from - 1, to: mark.from }) && isTime({ from: back, to: back + 1 });
    back--
  )
    if (
      /^(?:after|before|since)$/.test(reading.key(back)) &&
      !/^\d|day$/.test(reading.key(mark.from - 1)) &&
      reading.at("act", mark.from - 1) !== undefined
    )
      return undefined;
  let phrase = measured(reading, start) ?? nounPhraseAfter(reading, start, within);
  if (phrase !== undefined && reading.lexicon.language !== "en") phrase = slavicPlace(reading, phrase);
  if (phrase === undefined) return undefined;
  if (isCount(phrase.from) && !isMeasured(reading, phrase.from)) return undefined;
  // A date or hour inside ends it.
  for (let at = phrase.from; at < phrase.to; at++)
    if (isTime({ from: at, to: at + 1 }) || (at > phrase.from && isCount(at))) {
      phrase = { from: phrase.from, to: at };
      break;
    }
  if (phrase.to <= phrase.from) return undefined;
  // "On its door", "from crossing it": no place of an event.
  if (/^(?:doors?|side|sleeves?|bonnet|turret|cab|hood)$/.test(reading.key(phrase.to - 1))) return undefined;
  if (phrase.to - phrase.from === 1 && /ing$/.test(reading.key(phrase.from)) && reading.lexicon.language === "en") return undefined;
  // "Cut power to some 3,000 homes": how many, not where.
  if (
    /^(?:to|from)$/.test(reading.key(mark.from)) &&
    /^\d{2,}|^\d+,\d/.test(reading.key(reading.at("hedge", phrase.from)?.to ?? phrase.from)) &&
    !isNamed(reading, phrase) &&
    !isMeasured(reading, phrase.from)
  )
    return undefined;
  const named = isNamed(reading, phrase);
  if (!named && !hasPlaceHead(reading, phrase) && !besideSomething(reading, mark, phrase)) return undefined;
  if (reading.key(mark.from) === "by" && !hasPlaceNoun(reading, phrase)) return undefined;
  if (
    /^(?:to|from|in|with|into|by|on|at|over|against)$/.test(reading.key(mark.from)) &&
    !hasPlaceNoun(reading, phrase) &&
    isPerson(reading, phrase)
  )
    return undefined;
  let { to } = phrase;
  // "between X and Y", "in Harrow, Kent"
  const between =
    reading.words(mark).toLowerCase().includes("between") ||
    reading.words(mark).toLowerCase() === "між" ||
    reading.words(mark).toLowerCase() === "между";
  if (between && reading.at("joiner", to) !== undefined) {
    const second = nounPhraseAfter(reading, to + 1, within);
    if (second !== undefined) to = second.to;
  } else if (["and", "or", "і", "та", "и", "й"].includes(reading.key(to)) && reading.isCapital(to + 1) && named) {
    const second = nounPhraseAfter(reading, to + 1, within);
    if (second !== undefined && isNamed(reading, second) && !isPerson(reading, second) && !verbAfter(reading, second.to)) to = second.to;
  }
  if (reading.key(to) === "," && reading.isCapital(to + 1) && named && !isTime({ from: to + 1, to: to + 2 })) {
    const region = nounPhraseAfter(reading, to + 1, within);
    if (region !== undefined && /^[,.;)!?]?$/.test(reading.key(region.to)) && isNamed(reading, region) && !isPerson(reading, region))
      to = region.to;
  }
  return { from: mark.from, to: distanceBehind(reading, to) ?? to, named };
}

/** "In Harrow, some 40 kilometres inland": a measure and a direction behind the place belong to it. */
function distanceBehind(reading: Reading, comma: number): number | undefined {
  if (reading.key(comma) !== ",") return undefined;
  let at = comma + 1;
  while (at < comma + 5 && (reading.at("hedge", at)?.entry === "approximate" || isFigure(reading, at))) at++;
  if (at === comma + 1 || !measure.test(reading.key(at))) return undefined;
  const direction = at + 1;
  return (headings.test(reading.key(direction)) || /^(?:inland|offshore|away|upriver|downriver)$/.test(reading.key(direction))) &&
    !/^(?:of|from)$/.test(reading.key(direction + 1))
    ? direction + 1
    : undefined;
}

const adjective = /(?:ого|его|ої|ой|ей|их|ых|ього|ій|ому|ем|ым|им)$/;

/** Case is not known: a name ends a place, and behind its noun only a name or an adjective with its noun still belong to it. */
function slavicPlace(reading: Reading, phrase: Range): Range {
  for (let at = phrase.from; at < phrase.to; at++) {
    const next = at + 1;
    if (next >= phrase.to) break;
    if (reading.isCapital(at) && !reading.isCapital(next)) return { from: phrase.from, to: next };
    if (reading.at("placeNoun", at) === undefined || reading.isCapital(next) || reading.at("placeNoun", next) !== undefined) continue;
    if (adjective.test(reading.key(next))) return { from: phrase.from, to: Math.min(phrase.to, next + 2) };
    return { from: phrase.from, to: next };
  }
  return phrase;
}

/** "Near the elevator", "on the dam in Harrow": words that alone make a place of what follows. */
function besideSomething(reading: Reading, mark: Range, phrase: Range): boolean {
  if (isPerson(reading, phrase) || phrase.to - phrase.from > 3) return false;
  const lead = reading.words(mark).toLowerCase();
  if (/^(?:біля|поблизу|неподалік|возле|вблизи|недалеко|near|behind|beside|next to|opposite|outside|in front of|below|above)/.test(lead))
    return (
      reading.lexicon.language !== "en" ||
      (reading.at("determiner", phrase.from) !== undefined && reading.at("footage", phrase.to - 1) === undefined)
    );
  if (reading.lexicon.language === "en") return false;
  const next = reading.at("placePreposition", phrase.to);
  return next?.from === phrase.to && phrase.to - phrase.from <= 2 && reading.isCapital(next.to);
}

function verbAfter(reading: Reading, at: number): boolean {
  return reading.verbAt(at) !== undefined || reading.at("passive", at) !== undefined || reading.saysAt(at) !== undefined;
}

/** "about 7 miles southwest of Harrow" behind a preposition such as "on" is not meant; "within 300 yards of the station" is. */
function measured(reading: Reading, start: number): Range | undefined {
  let at = start;
  while (
    at < start + 5 &&
    (reading.at("hedge", at)?.entry === "approximate" ||
      /^\d|^(?:an?|few|hundred|thousand|one|two|three|four|five|six|seven|eight|nine|ten|half)$/.test(reading.key(at)))
  )
    at++;
  if (at === start || !measure.test(reading.key(at))) return undefined;
  // "За 10 км на південний захід від Герроу"
  for (let one = at + 1; one < at + 5 && !["of", "від", "от"].includes(reading.key(at + 1)); one++)
    if (["від", "от"].includes(reading.key(one))) at = one - 1;
  if (!["of", "від", "от"].includes(reading.key(at + 1))) return undefined;
  const phrase = nounPhraseAfter(reading, at + 2, within);
  return phrase === undefined ? undefined : { from: start, to: phrase.to };
}

/** "Headed for Ostrow", "left for the coast". */
function boundFor(reading: Reading, at: number): Range | undefined {
  if (reading.key(at) !== "for") return undefined;
  return reading.verbAt(at - 1)?.entry.act === "movement" || /^(?:off|out|bound)$/.test(reading.key(at - 1))
    ? { from: at, to: at + 1 }
    : undefined;
}

/** "About 7 miles" before "southwest of", "200 metres" before "from". */
function measureBefore(reading: Reading, from: number, least: number): number {
  let at = from;
  if (headings.test(reading.key(at - 1)) || /^(?:just|right|directly|halfway|somewhere)$/.test(reading.key(at - 1))) at--;
  if (!measure.test(reading.key(at - 1)) && !/^\d+(?:[.,]\d+)?(?:km|m|mi)$/.test(reading.key(at - 1)))
    return at < from && at >= least ? at : from;
  at--;
  const figure =
    /^[\d.,½¼¾–-]+$|^(?:an?|few|couple|several|some|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|hundreds|thousand|half|quarter|and|of|or|to|кілька|несколько|два|дві|две|три|чотири|четыре|п'ять|пять|сто|двісті|триста|двести|триста)$/u;
  while (
    at > least &&
    (figure.test(reading.key(at - 1)) ||
      /^(?:two|three|four|five|six|seven|eight|nine|twenty|thirty|forty|fifty)-/.test(reading.key(at - 1)))
  )
    at--;
  while (at > least && reading.at("hedge", at - 1)?.entry === "approximate" && (reading.at("hedge", at - 1)?.from ?? 0) >= least)
    at = reading.at("hedge", at - 1)?.from ?? at - 1;
  if (reading.lexicon.language !== "en" && /^(?:за|в|у|на)$/.test(reading.key(at - 1)) && at - 1 >= least) at--;
  return Math.max(at, least);
}

function isNamed(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++)
    if (
      reading.isCapital(at) &&
      reading.at("determiner", at) === undefined &&
      !/^(?:telegram|facebook|twitter|youtube|instagram|tiktok|x|whatsapp|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        reading.key(at),
      )
    )
      return true;
  return false;
}

function hasPlaceNoun(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++) if (reading.at("placeNoun", at) !== undefined) return true;
  return false;
}

/** The last word before "of" says what it is: "the road", not "road wheels". */
export function hasPlaceHead(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++) {
    const noun = reading.at("placeNoun", at);
    if (
      noun !== undefined &&
      (noun.to >= range.to || ["of", "for", "in", "at"].includes(reading.key(noun.to)) || reading.isCapital(noun.to))
    )
      return true;
    if (noun !== undefined && /^\d/.test(reading.key(noun.to))) return true;
  }
  return reading.lexicon.language !== "en" && hasPlaceNoun(reading, range);
}

export function isNamedPlace(reading: Reading, range: Range): boolean {
  return isNamed(reading, range) && !isPerson(reading, range);
}

function isPerson(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++)
    if (reading.at("speaker", at) !== undefined || reading.at("actor", at) !== undefined) return true;
  return false;
}

/** Phrases that follow each other belong together: "on a road north of the village, around 7 miles southwest of Harrow". */
function merge(reading: Reading, places: readonly Place[], moves: boolean): readonly Place[] {
  const merged: Place[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    const gap =
      last === undefined ? undefined : Array.from({ length: Math.max(0, place.from - last.to) }, (_, nth) => reading.key(last.to + nth));
    const near =
      gap !== undefined &&
      gap.every((one, nth) => one === "," || (last !== undefined && reading.at("hedge", last.to + nth)?.entry === "approximate"));
    // The two ends of a movement are two places.
    const ends =
      moves &&
      last !== undefined &&
      /^(?:from|off|out|leaving|з|із|зі|від|из|с|от)$/.test(reading.key(last.from)) &&
      /^(?:to|into|towards?|onto|до|в|у|на|к|ко)$/.test(reading.key(place.from));
    const through =
      moves &&
      /^(?:to|into|towards?|onto|from)$/.test(reading.key(place.from)) &&
      last !== undefined &&
      !/^(?:to|from|into|on|off)$/.test(reading.key(last.from));
    if (last !== undefined && near && !ends && !through)
      merged[merged.length - 1] = { from: last.from, to: place.to, named: last.named || place.named };
    else merged.push(place);
  }
  return merged;
}
