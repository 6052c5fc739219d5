/** Everything that one sentence says, before it is known how it stands to the sentences around it. */
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { clausesOf } from "./clauses.ts";
import type { Act } from "./find-acts.ts";
import { eventOf } from "./event-of.ts";
import { aroundAct, findActors, isActor } from "./find-actors.ts";
import { findAttributions } from "./find-attributions.ts";
import { findChecks } from "./find-checks.ts";
import { findOrders, unitHours } from "./find-orders.ts";
import { findPlaces, hasPlaceHead, isNamedPlace } from "./find-places.ts";
import { findIdentifications, findSpeech } from "./find-things.ts";
import { findUnknowns } from "./find-unknowns.ts";
import type { FoundValue } from "./found-value.ts";
import type { SentenceFacts } from "./limits.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import { inside, overlaps, type Range, type Reading } from "./reading.ts";
import { readTimes } from "./times/read-times.ts";
import { putRightOf, questionsOf, turnsOf } from "./turned.ts";

export interface ReadSentence {
  readonly reading: Reading;
  readonly facts: SentenceFacts;
  readonly values: readonly FoundValue[];
  /** Words about a time that no reading could place. */
  readonly unread: readonly { readonly span: TextSpan; readonly words: string; readonly why: string }[];
}

export function readSentence(reading: Reading, text: Pick<SourceText, "published" | "zone">, before = "", first = false): ReadSentence {
  const language = reading.lexicon.language;
  const times = timesOf(reading.text, before, { published: text.published, zone: text.zone, language });
  const timeRanges = times.map(({ span }) => reading.range(span));
  const speech = findSpeech(reading, /\b(?:video|footage|clip|recording|film)\b/i.test(before));
  const attributions = findAttributions(
    reading,
    timeRanges,
    speech.flatMap(({ cue }) => cue ?? []),
  );
  const clauses = clausesOf(reading, attributions, timeRanges);
  const attributed = (at: number) => attributions.some(({ segment }) => inside(segment, at));
  const unknowns = findUnknowns(reading);
  const closed = (at: number) =>
    attributed(at) ||
    speech.some(({ range }) => inside(range, at)) ||
    unknowns.some(({ range }) => inside(range, at) && !/^(?:whether|if)$/.test(reading.key(range.from)));
  const happened = (at: number) => !hasNotHappened(reading, clauses.of, at);
  const written =
    speech.length > 0 ||
    reading.marks("spokenThere").some((mark) => reading.quoted[mark.to + 1] !== -1 && reading.quoted[mark.to + 1] !== undefined);
  const acts = clauses.acts.filter(
    (act) => !closed(act.from) && happened(act.from) && !(written && reading.at("spokenThere", act.from) !== undefined),
  );
  const inSegment = (range: Range) =>
    attributions.find(({ segment, behind }) => inside(segment, range.from) || (!behind && leadsIn(reading, range, segment.from)));
  const numbers = mayCount.test(reading.text) ? readNumbers(reading.text, language).map((one) => ofThem(reading, one)) : [];
  const numberRanges = numbers.map(({ span }) => reading.range(span));
  const notPlace = (at: number) =>
    speech.some(({ range }) => inside(range, at)) || unknowns.some(({ range }) => inside(range, at)) || inSpeaker(attributions, at);
  const inVerb = (at: number) => clauses.acts.some((act) => inside(act, at) && act.from < at);
  const places = findPlaces(
    reading,
    timeRanges,
    notPlace,
    inVerb,
    numberRanges,
    clauses.acts.some((act) => act.word.act === "movement" && act.word.noun !== true),
  );
  const grounds = acts.flatMap((act) => groundOf(reading, act, places, timeRanges, closed));
  const allPlaces = [...places.filter((place) => !grounds.some((one) => overlaps(one, place))), ...grounds];
  const measured = [...timeRanges, ...allPlaces];
  const licensed = (at: number) => {
    const clause = clauses.of[at];
    if (!happened(at)) return false;
    if (acts.some((act) => act.clause === clause)) return true;
    const first = clauses.of.indexOf(clause ?? 0);
    if (/^(?:who|which|whose)$/.test(reading.key(first)) && first > 0) return false;
    return (
      acts.length > 0 ||
      isPast(reading) ||
      (language === "en" && clauses.acts.length === 0 && reading.tokens.length <= 24 && !isPresent(reading))
    );
  };
  const checks = findChecks(reading, (at) => speech.some(({ range }) => inside(range, at)), unknowns);
  const things = findIdentifications(reading, closed).filter(({ at }) => happened(at));
  const lasting = numbers.flatMap((number, nth) =>
    unitHours(number.unit) === undefined || number.best === null
      ? []
      : [
          {
            range: numberRanges[nth] ?? { from: 0, to: 0 },
            hours: number.best * (unitHours(number.unit) ?? 0),
            half: (unitHours(number.unit) ?? 0) / 2,
          },
        ],
  );
  const orders = findOrders(reading, clauses, timeRanges, closed, lasting);
  const values: FoundValue[] = [];
  const event = (range: Range) => eventOf(reading, clauses, acts, range);

  times.forEach((time, nth) => {
    const range = timeRanges[nth] ?? { from: 0, to: 0 };
    if (
      speech.some((one) => inside(one.range, range.from)) ||
      inSpeaker(attributions, range.from) ||
      unknowns.some((one) => overlaps(one.range, range))
    )
      return;
    const said = inSegment(range);
    if (isEntryTime(reading, range) || time.readings.length === 0 || (said === undefined && !licensed(range.from))) return;
    values.push({
      aspect: "when",
      value: { is: "time", words: time.words, readings: time.readings.slice(0, 8) },
      span: time.span,
      range,
      own: time.hedges,
      notes: time.notes,
      ...governed(said, range, event),
    });
  });
  values.push(
    ...orders.filter(({ at }) => licensed(at)).map((value) => ({ ...value, event: event({ from: value.at, to: value.at + 1 }) })),
  );
  const heading = headingPlace(reading, first);
  if (heading !== undefined) values.push(heading);
  for (const place of allPlaces) {
    const said = inSegment(place);
    if (said === undefined && (!licensed(place.from) || (written && acts.length === 0 && !isWriting(reading)))) continue;
    const span = reading.span(place);
    values.push({
      aspect: "where",
      value: { is: "place", words: reading.text.slice(span.start, span.end) },
      span,
      range: place,
      ...governed(said, place, event),
    });
  }
  numbers.forEach((number, nth) => {
    const range = numberRanges[nth] ?? { from: 0, to: 0 };
    if (
      /^(?:no|жод\p{L}*|ні|ни)\s/iu.test(number.words) ||
      closed(range.from) ||
      things.some((one) => overlaps(one.range, range)) ||
      isVague(number.words) ||
      reading.key(range.from - 1) === "struck" ||
      inSpeaker(attributions, range.from) ||
      orders.some((one) => overlaps(one.range, range) && one.range.from === range.from) ||
      isAge(reading, range, number.unit) ||
      checks.some(({ agent }) => agent !== undefined && overlaps(agent, range)) ||
      timeRanges.some((one) => overlaps(one, range)) ||
      (number.isDistance && allPlaces.some((one) => overlaps(one, range))) ||
      !licensed(range.from)
    )
      return;
    values.push({
      aspect: "how-many",
      value: { is: "number", words: number.words, unit: number.unit, low: number.low, best: number.best, high: number.high },
      span: number.span,
      range,
      own: number.hedges,
      ...governed(undefined, range, event),
    });
  });
  for (const act of acts) {
    const span = reading.span(act);
    if (act.word.noun === true && !assertedNoun(reading, act, acts)) continue;
    const { subject, object } = aroundAct(reading, act, closed, timeRanges);
    const inert =
      subject !== undefined && object === undefined && !isActor(reading, subject) && ["destruction", "other"].includes(act.word.act);
    const done = act.passive || act.word.suffers === true || inert ? (subject ?? object) : object;
    const words = done === undefined || reading.at("pronoun", done.from)?.to === done.to ? null : reading.words(done);
    values.push({
      aspect: "what",
      value: { is: "act", words: reading.text.slice(span.start, span.end), act: act.word.act, object: words },
      span,
      range: act,
      at: act.from,
      event: eventOf(reading, clauses, acts, act),
    });
  }
  values.push(
    ...findActors(reading, acts, closed, [...measured, ...checks.flatMap(({ agent }) => agent ?? [])], timeRanges, licensed).map(
      (value) => ({
        ...value,
        event: event({ from: value.at, to: value.at + 1 }),
      }),
    ),
  );
  values.push(...things.map((value) => ({ ...value, event: event(value.range) })));
  values.push(...checks.map((value) => ({ ...value, event: reading.marks("footage").length > 0 ? ("filming" as const) : undefined })));
  values.push(...speech.map((value) => ({ ...value, event: reading.marks("footage").length > 0 ? ("filming" as const) : undefined })));
  values.push(
    ...unknowns.map((value) => ({
      ...value,
      event: eventOf(reading, clauses, clauses.acts, clauses.acts.find((act) => inside(value.range, act.from)) ?? value.range),
    })),
  );
  values.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const open = [...reading.marks("unclear"), ...reading.marks("notVerified")].flatMap((mark) => {
    const first = unknowns.find(({ range }) => range.to === mark.from && /^(?:whether|if|чи)$/.test(reading.key(range.from)));
    if (first !== undefined) return [{ range: first.range, says: mark }];
    const whether = unknowns.find(
      ({ range }) => range.from >= mark.to && range.from <= mark.to + 3 && /^(?:whether|if|чи|ли)$/.test(reading.key(range.from)),
    );
    return whether === undefined ? [] : [{ range: whether.range, says: mark }];
  });
  const questions = questionsOf(reading);
  const kept = values.filter(
    (value) =>
      (value.aspect === "speech" || !questions.some((one) => inside(one, value.range.from))) &&
      !(
        value.value.is === "unknown" &&
        open.some(({ range }) => range.from === value.range.from) &&
        acts.some((act) => inside(value.range, act.from))
      ),
  );
  const facts: SentenceFacts = {
    reading,
    clauses,
    attributions,
    measured: [...measured, ...numberRanges],
    figures: numberRanges,
    speech: speech.map(({ range }) => range),
    turns: turnsOf(reading, clauses),
    putRight: putRightOf(reading, clauses, kept),
    open,
    unknown: unknowns.flatMap(({ says }) => says ?? []),
  };
  const unread = times
    .filter(({ readings }) => readings.length === 0)
    .map(({ span, words, notes }) => ({ span, words, why: notes.join(" ") || "words about a time that could not be placed" }));
  return { reading, facts, values: kept.slice(0, mostValues), unread: [...unread, ...tooMany(kept)] };
}

/** Letters of every word by which the readers of times and numbers begin: most sentences of a long text hold none. */
const mayTell =
  /\d|day|night|noon|morning|evening|dawn|dusk|sun|light|week|month|year|hour|minute|second|ago|later|earlier|since|before|after|until|till|during|while|when|now|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat)\b|yesterday|tomorrow|clock|[\u0400-\u04ff]/i;
const mayCount =
  /\d|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores?|half|halves|pair|couple|several|few|no|both|once|twice|none)\b|(?:ty)-|[\u0400-\u04ff]/i;

/** "1,500 of them". */
function ofThem<T extends { readonly span: TextSpan; readonly words: string }>(reading: Reading, number: T): T {
  const tail = /^ of (?:them|us|those)\b/.exec(reading.text.slice(number.span.end, number.span.end + 12));
  if (tail === null) return number;
  const span = { start: number.span.start, end: number.span.end + tail[0].length };
  return { ...number, span, words: reading.text.slice(span.start, span.end) };
}

/** "That day", a clock without a day: the day may stand in the sentence before. */
const leansBack =
  /\b(?:that|same|following|next|previous)\s+(?:day|night|evening|morning|afternoon)|\d[:.]\d\d|[ap]\.?m\b|o[’']clock|\b(?:noon|midnight)\b|\b(?:at|by|around|about) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|(?:того|тієї|цього|той|тот|тем|тогож)\s|\sо\s\p{L}+ій|\sв\s\p{L}+\s(?:часов|утра|вечера)/iu;

/** No sentence says so much; a table or a heap of figures does. */
const mostValues = 60;

function tooMany(values: readonly FoundValue[]): ReadSentence["unread"] {
  const [first, last] = [values[mostValues], values.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      span: { start: first.span.start, end: last.span.end },
      words: "",
      why: `${mostValues} claims of one sentence are proposed at most; ${values.length - mostValues} more were found`,
    },
  ];
}

function timesOf(text: string, before: string, setting: Parameters<typeof readTimes>[1]): ReturnType<typeof readTimes> {
  if (!mayTell.test(text)) return [];
  if (before === "" || !leansBack.test(text)) return readTimes(text, setting);
  const by = before.length + 1;
  const moved = <T extends { readonly span: TextSpan }>(one: T): T => ({
    ...one,
    span: { start: one.span.start - by, end: one.span.end - by },
  });
  return readTimes(`${before} ${text}`, setting)
    .filter(({ span }) => span.start >= by)
    .map((time) => ({ ...moved(time), hedges: time.hedges.map(moved) }));
}

function governed(
  said: SentenceFacts["attributions"][number] | undefined,
  range: Range,
  event: (range: Range) => FoundValue["event"],
): Pick<FoundValue, "at" | "event" | "saidAbout"> {
  if (said !== undefined) return { at: range.from, event: "statement", saidAbout: said };
  const found = event(range);
  return { at: range.from, ...(found === undefined ? {} : { event: found }) };
}

/** What a movement crosses, leaves or reaches is a place: "left Brask", "crossed the border at Tilden". */
function groundOf(
  reading: Reading,
  act: Act,
  places: readonly Range[],
  times: readonly Range[],
  closed: (token: number) => boolean,
): readonly Range[] {
  if (act.word.act !== "movement" || act.passive || act.word.noun === true) return [];
  const { object } = aroundAct(reading, act, closed, times);
  if (object === undefined || object.from !== act.to || times.some((time) => overlaps(time, object))) return [];
  if (/^(?:north|south|east|west)$/.test(reading.words(object).toLowerCase())) return [];
  if (!hasPlaceHead(reading, object) && !isNamedPlace(reading, object)) return [];
  const next = places.find((place) => place.from <= object.to && place.to > object.to && place.from > object.from);
  const joined =
    next !== undefined &&
    /^(?:in|at|near|on|of|into|behind|beside|along|between|outside|below|above|opposite)$/.test(reading.key(next.from)) &&
    next.from <= object.to;
  return [{ from: object.from, to: joined ? next.to : object.to }];
}

/** "Brask." at the head of a post. */
function headingPlace(reading: Reading, first: boolean): FoundValue | undefined {
  const words = reading.tokens.map((_, at) => at).filter((at) => reading.isWord(at));
  const [from, to] = [words[0] ?? 0, (words.at(-1) ?? 0) + 1];
  if (!first || words.length === 0 || words.length > 2 || !words.every((at) => reading.isCapital(at)) || !/[.:]$/.test(reading.text))
    return undefined;
  if (
    words.some(
      (at) =>
        ["speaker", "actor", "footage", "hedge", "act", "small", "notVerified"].some((sort) => reading.at(sort, at) !== undefined) ||
        /^\p{Lu}{2,}$/u.test(reading.tokens[at]?.text ?? ""),
    )
  )
    return undefined;
  const range = { from, to };
  const span = reading.span(range);
  return { aspect: "where", value: { is: "place", words: reading.text.slice(span.start, span.end) }, span, range, at: from };
}

function inSpeaker(attributions: SentenceFacts["attributions"], at: number): boolean {
  return attributions.some(({ links, segment }) =>
    links.some(
      ({ speaker, says }) =>
        speaker !== null &&
        (inside(speaker, at) ||
          (segment.from === says.from && inside(says, at)) ||
          (at > speaker.from && at < says.from && inside(segment, at))),
    ),
  );
}

/** "On the quay somebody had written": the writing itself is told, and so its place. */
function isWriting(reading: Reading): boolean {
  return reading.tokens.some(
    ({ key }, at) =>
      /^(?:written|chalked|painted|sprayed|daubed|scrawled|scratched|написа\p{L}+)$/u.test(key) &&
      /^(?:had|has|have|хтось|кто-то)$/.test(reading.key(at - 1)),
  );
}

/** "Several houses" is no number. */
const isVague = (words: string): boolean => /^(?:some|many|few|most)(?:\s|$)/iu.test(words);

/** "The driver, 52, was": how old, not how many. */
function isAge(reading: Reading, { from, to }: Range, unit: string): boolean {
  return unit === "unstated" && reading.key(from - 1) === "," && reading.key(to) === ",";
}

/** "09:40 Police say": when an entry of a live report was made. */
function isEntryTime(reading: Reading, range: Range): boolean {
  return (
    range.from === 0 &&
    range.to <= 2 &&
    /^\d{1,2}[:.]\d{2}$/.test(reading.key(0)) &&
    !/^[,]$/.test(reading.key(range.to)) &&
    reading.tokens.length > range.to
  );
}

/** "Would", "plans to", "if" before it in its clause. */
function hasNotHappened(reading: Reading, of: readonly number[], at: number): boolean {
  if (habitual(reading, of, at) || askedWhether(reading, of, at)) return true;
  return reading.marks("notHappened").some((mark) => mark.from < at && of[mark.from] === of[at] && of[at] !== -1);
}

/** "Asked whether there were soldiers": nobody says so. Where it is not known, that is told apart. */
function askedWhether(reading: Reading, of: readonly number[], at: number): boolean {
  if (reading.marks("unclear").length > 0 || reading.marks("notVerified").length > 0) return false;
  for (let one = at - 1; one >= 0 && of[one] === of[at]; one--)
    if (/^(?:whether|чи)$/.test(reading.key(one)) && reading.at("hedge", one) === undefined) return true;
  return false;
}

function habitual(reading: Reading, of: readonly number[], at: number): boolean {
  return reading.tokens.some((_, one) => of[one] === of[at] && /^(?:every|usually|normally|always|often)$/.test(reading.key(one)));
}

/** "On Tuesday, the mayor said": when it was said. */
function leadsIn(reading: Reading, { from, to }: Range, start: number): boolean {
  return from === 0 && (to === start || (to === start - 1 && reading.key(to) === ","));
}

function isPast(reading: Reading): boolean {
  return reading.tokens.some((_, at) => /^(?:was|were|had|did|been|було|був|була|были|был|была)$/.test(reading.key(at)));
}

/** "Has 9,000 inhabitants": how things are, not what happened. */
function isPresent(reading: Reading): boolean {
  return reading.tokens.some((_, at) => /^(?:is|are|has|have|can|will|remains?|є|має|мають|есть|имеет)$/u.test(reading.key(at)));
}

/** A noun of an act is marked only where the sentence asserts it: "there was an explosion", "shots were heard", a headline. */
function assertedNoun(reading: Reading, noun: Act, acts: readonly Act[]): boolean {
  if (
    /^(?:after|before|during|since|of|in|from|for|until|about|на|під|після|после|во|в|у|о|об|про)$/.test(reading.key(noun.from - 1)) ||
    /^(?:after|before|during|since|of|in|from|for|until|about|про|під|після|после|во|в|у)$/.test(reading.key(noun.from - 2))
  )
    return false;
  const heard = Array.from({ length: Math.min(5, noun.from) }, (_, back) => reading.key(noun.from - 1 - back)).some((key) =>
    /^(?:heard|saw|reported|confirmed|shows?|showed|чули|слышали|підтверд\p{L}*|подтверд\p{L}*)$/u.test(key),
  );
  return heard || !acts.some((act) => act.word.noun !== true && act.clause === noun.clause);
}
