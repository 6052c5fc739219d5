/**
 * Cuts a sentence into clauses: what a hedge or a "not" reaches. An aside between commas ("which ...", "who ...") is a clause of its own
 * and the clause around it goes on behind it. Where it is not plain that a new clause begins, none does: words that limit then reach further.
 */
import type { Attribution } from "./attribution.ts";
import type { ActWord } from "./languages/lexicon.ts";
import { shownBy } from "./footage.ts";
import { formOf } from "./languages/en-forms.ts";
import { actsBefore, isAdverb, isAttribute, isNounLike, skipHelpersBefore } from "./noun-phrase.ts";
import { inside, type Range, type Reading } from "./reading.ts";

export interface Act extends Range {
  readonly word: ActWord;
  readonly passive: boolean;
  readonly clause: number;
}

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
    const begins = reading.at("clauseOpener", at);
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

const notVerbs = new Set(
  "used named called based located needed supposed unarmed united limited related aged armed masked uniformed alleged reported said red bed shed need seed speed feed indeed bred hundred sacred naked wicked led fed wed sped deed weed reed interested concerned involved so-called abandoned wooded paved disused detailed unidentified deserted registered required allowed seemed appeared looked believed wanted hoped planned tried continued remained stayed lived owned belonged expected known dated verified confirmed geolocated identified armoured armored tracked wheeled checked marked dressed described recognised recognized recognised cited quoted compared matched counted inferred measured judged worried unnamed retired agreed declined watched counted disagreed painted sprayed phoned showed blamed pointed asked hoped wished referred relied consisted contained included numbered entitled titled dubbed crowded populated estimated priced scheduled due tired suited unconfirmed unverified injured-looking".split(
    " ",
  ),
);

function actsOf(reading: Reading, attributions: readonly Attribution[]): readonly Act[] {
  const acts: Act[] = [];
  const free = (at: number) => !attributions.some(({ segment }) => inside(segment, at));
  const known = reading.marks<ActWord>("act");
  for (const { from: start, to: end, entry } of known) {
    if (
      reading.lexicon.language !== "en" &&
      ((reading.at("actor", start) ?? reading.at("bareActor", start)) !== undefined || /вш(?:ие|их|ий|им|ими|і)$/.test(reading.key(start)))
    )
      continue;
    // "Was found dead" is "found dead".
    let from = start;
    while (from < end - 1 && reading.at("passive", from) !== undefined && reading.key(from) !== "got") from++;
    // "Снято на": the preposition belongs to the place.
    const to =
      reading.lexicon.language !== "en" && end - from > 1 && reading.at("placePreposition", end - 1)?.from === end - 1 ? end - 1 : end;
    if (!free(from)) continue;
    if (entry.noun !== true && reading.lexicon.language === "en" && isAttribute(reading, from)) {
      // "A shot is heard"
      if (reading.key(from) === "shot" && end === start + 1 && /^(?:an?|one|another|single|first|second)$/.test(reading.key(from - 1)))
        acts.push({ from, to, word: { phrase: "shot", act: "attack", event: "other", noun: true }, passive: false, clause: 0 });
      continue;
    }
    // "Received 31 injured": people, not what happened to them.
    if (
      /^(?:injured|wounded|dead|missing)$/.test(reading.key(from)) &&
      /^\\d|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)$/.test(reading.key(from - 1)) &&
      (reading.verbAt(from - 2) !== undefined || /^(?:of|whom)$/.test(reading.key(from - 2)))
    )
      continue;
    if (/^(?:failed|order|emerged)$/.test(reading.key(from)) && ["to", "that"].includes(reading.key(to))) continue;
    if (
      entry.noun !== true &&
      /^(?:of|those)$/.test(reading.key(from - 1)) &&
      /ed$|hurt|killed/.test(reading.key(from)) &&
      reading.at("determiner", to) === undefined
    )
      continue;
    if (
      reading.key(from) === "struck" &&
      /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)$/.test(reading.key(to)) &&
      !reading.isWord(to + 1)
    )
      continue;
    if (/^(?:issued)$/.test(reading.key(from)) && reading.key(to) === "to") continue;
    if (/^(?:to|will|would|shall|should|can|must)$/.test(reading.key(from - 1)) && reading.lexicon.language === "en") continue;
    if (
      reading.lexicon.language === "en" &&
      /^(?:is|are)$/.test(reading.key(from - 1)) &&
      entry.act === "other" &&
      entry.event === "other" &&
      to === from + 1
    )
      continue;
    const passive = isPassive(reading, from);
    acts.push({
      from,
      to,
      word: sensed(reading, from, takesPictures(reading, from) ? filming(entry) : entry),
      passive,
      clause: 0,
    });
  }
  if (reading.lexicon.language !== "en")
    return [...acts.filter((act) => !isFuture(reading, act)), ...slavicPasts(reading, acts, free)].sort((a, b) => a.from - b.from);
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!free(at) || reading.at("act", at) !== undefined || reading.at("hedge", at)?.entry === "appearance") continue;
    const act = inflected(reading, at) ?? unlisted(reading, at);
    if (act !== undefined) acts.push(act);
  }
  return acts
    .map((act) =>
      leavesBehind(reading, act.from) ? { ...act, word: { phrase: act.word.phrase, act: "other" as const, event: "other" as const } } : act,
    )
    .filter((act) => !attributive(acts, act) && !ofFootageItself(reading, act))
    .map((act) => withParticle(reading, act, attributions))
    .sort((a, b) => a.from - b.from);
}

/** "The picture was taken" is a filming, "was taken to hospital" is not. */
function takesPictures(reading: Reading, verb: number): boolean {
  if (!/^(?:taken|shot|made|captured)$/.test(reading.key(verb))) return false;
  const end = skipHelpersBefore(reading, verb);
  if (/^(?:it|they)$/.test(reading.key(end - 1)) && reading.key(verb) === "taken")
    return !/^(?:to|into|away|from|off)$/.test(reading.key(verb + 1));
  return reading.at("footage", end - 1) !== undefined || reading.at("footage", end - 2) !== undefined;
}
/** "Sensors recorded", "police recorded 12 cases": no filming where no footage is spoken of. */
function sensed(reading: Reading, verb: number, word: ActWord): ActWord {
  return reading.key(verb) === "recorded" && reading.marks("footage").length === 0 ? { ...word, act: "other", event: "other" } : word;
}

const filming = (word: ActWord): ActWord => ({ phrase: word.phrase, act: "filming", event: "filming" });

const particles = new Set(["up", "off", "out", "away", "back", "down", "apart", "together", "aside", "ashore"]);

/** "Drove off", "gave way": a particle right behind belongs to the verb. */
function withParticle(reading: Reading, act: Act, attributions: readonly Attribution[]): Act {
  if (
    act.word.noun === true ||
    (reading.key(act.to) === "off" && (reading.isCapital(act.to + 1) || reading.at("determiner", act.to + 1) !== undefined)) ||
    !particles.has(reading.key(act.to)) ||
    (reading.key(act.to + 1) === "of" && reading.key(act.to) !== "out")
  )
    return act;
  return attributions.some(({ segment }) => inside(segment, act.to)) ? act : { ...act, to: act.to + 1 };
}

const beforeBase = /^(?:did|didn't|does|doesn't|may|might|could|couldn't|can|cannot)$/;
const opensBase =
  /^(?:appears?|appeared|seems?|seemed|failed|refused|managed|forced|began|started|continued|seen|heard|able|unable|helped|made|let)$/;

/** Other forms of a listed verb, where they tell of something done. */
function inflected(reading: Reading, at: number): Act | undefined {
  const found = formOf(reading.key(at));
  if (
    found === undefined &&
    /[a-z]{3}ing$/.test(reading.key(at)) &&
    at > 0 &&
    isNounLike(reading, at - 1) &&
    reading.at("determiner", at - 1) === undefined &&
    !/^(?:during|including|following|according|morning|evening|building|regarding|concerning)$/.test(reading.key(at)) &&
    reading.at("small", at) === undefined &&
    shownBy(reading, at) !== undefined &&
    (!reading.isWord(at + 1) || reading.at("small", at + 1) !== undefined || reading.at("determiner", at + 1) !== undefined)
  )
    return { from: at, to: at + 1, word: { phrase: reading.key(at), act: "other", event: "other" }, passive: false, clause: 0 };
  if (found === undefined || (reading.isCapital(at) && at > 0)) return undefined;
  const act = { from: at, to: at + 1, word: found.word, passive: false, clause: 0 };
  const back = skipHelpersBefore(reading, at);
  const before = reading.key(at - 1);
  if (found.form === "ing") {
    const be = Array.from({ length: at - back }, (_, nth) => back + nth).some((one) => reading.at("passive", one) !== undefined);
    if (be) return act;
    const next = reading.at("determiner", at + 1) ?? reading.at("pronoun", at + 1);
    if ((found.doubtful && next === undefined && !actsBefore(reading, at)) || reading.at("determiner", at - 1) !== undefined)
      return undefined;
    // ", killing the driver and wounding two"
    if (before === "," && reading.isWord(at + 1) && reading.at("small", at + 1) === undefined) return act;
    if (/^(?:,|and|then)$/.test(before))
      return next !== undefined ||
        /^\d/.test(reading.key(at + 1)) ||
        reading.at("hedge", at + 1) !== undefined ||
        reading.at("actor", at + 1) !== undefined ||
        figure.test(reading.key(at + 1))
        ? act
        : undefined;
    return /^(?:seen|heard|saw|watched|caught|spotted)$/.test(before) ||
      isNounLike(reading, at - 1) ||
      before === "them" ||
      before === "him" ||
      before === "her"
      ? act
      : undefined;
  }
  if (found.form === "base") {
    if (isHeadline(reading) && at > 0 && (reading.at("actor", at - 1) !== undefined || reading.at("bareActor", at - 1) !== undefined))
      return act;
    for (let one = at - 1; one >= Math.max(0, at - 4); one--) {
      if (/^(?:had|has|have|having)$/.test(reading.key(one)) && /^(?:come|run|become|overrun)$/.test(reading.key(at))) return act;
      if (beforeBase.test(reading.key(one))) return reading.key(one + 1) === "have" ? undefined : act;
      if (reading.key(one) === "to" && (opensBase.test(reading.key(one - 1)) || reading.at("hedge", one) !== undefined)) return act;
      if (
        !/ly$/.test(reading.key(one)) &&
        reading.at("negation", one) === undefined &&
        reading.key(one) !== "have" &&
        reading.key(one) !== "be" &&
        reading.key(one) !== "also"
      )
        break;
    }
    // "Saw smoke rise over the mill"
    for (let one = at - 2; one >= Math.max(0, at - 6); one--)
      if (
        /^(?:saw|seen|see|heard|hear|watched|watch|shows?|showed)$/.test(reading.key(one)) &&
        ((isNounLike(reading, at - 1) && reading.at("determiner", at - 1) === undefined) || reading.at("pronoun", at - 1) !== undefined)
      )
        return act;
    return undefined;
  }
  if (found.doubtful || (/^(?:who|which|that)$/.test(before) && shownBy(reading, at) === undefined)) return undefined;
  const subject =
    isHeadline(reading) ||
    (isNounLike(reading, at - 1) && reading.at("determiner", at - 1) === undefined && !/s$/.test(before)) ||
    /^(?:he|she|it|who|which|that|everyone|someone|one)$/.test(before) ||
    (reading.key(at - 1) === "and" && at > 1);
  const next = reading.key(at + 1);
  const follows =
    at + 1 >= reading.tokens.length ||
    reading.at("small", at + 1) !== undefined ||
    reading.at("determiner", at + 1) !== undefined ||
    reading.at("pronoun", at + 1) !== undefined ||
    /^[,.;\d]/.test(next);
  return subject && follows ? act : undefined;
}

/** "Shooting captured men": a participle right behind a verb tells of what follows. */
function attributive(acts: readonly Act[], act: Act): boolean {
  return (
    act.word.noun !== true &&
    !act.passive &&
    acts.some((other) => other.to === act.from && other.word.noun !== true && /(?:ed|en)$/.test(act.word.phrase))
  );
}

/** "Відкриється", "откроется": not yet, unless it is told of footage. */
function isFuture(reading: Reading, act: Act): boolean {
  return act.word.noun !== true && /(?:ться|тся)$/.test(reading.key(act.from)) && reading.marks("footage").length === 0;
}

const pastEnding = {
  uk: /(?:[аиіуяїо](?:ла|ло|ли)(?:ся|сь)?|(?:ив|ав|ув|яв)(?:ся|сь)?|(?:ен|ан)о)$/,
  ru: /(?:[аиеуяыо](?:ла|ло|ли|л)(?:сь|ся)?|(?:ен|ан)о)$/,
};
const noPasts = new Set(
  "рано погано бачила бачив видел видела говорив говорил говорила чули бачили слышали видели увидели почули побачили услышали вдалося вдалось удалось довелося пришлось стена стало було були була було був были была было был коли если если ли мало мала мали стало село сила школа скала начало кресло тепло видео скоро около слева справа".split(
    " ",
  ),
);

/** Pasts that no list holds, told by their ending. */
function slavicPasts(reading: Reading, acts: readonly Act[], free: (at: number) => boolean): readonly Act[] {
  const { language } = reading.lexicon;
  if (language === "en") return [];
  return reading.tokens.flatMap(({ key }, at) => {
    if (key.length < 5 || !pastEnding[language].test(key) || noPasts.has(key) || reading.isCapital(at) || !free(at)) return [];
    const known = [
      "act",
      "says",
      "verifies",
      "hedge",
      "identifiedAs",
      "placeNoun",
      "actor",
      "bareActor",
      "speaker",
      "small",
      "pronoun",
      "footage",
      "identified",
      "unclear",
      "notVerified",
      "placePreposition",
      "spokenThere",
      "clauseOpener",
    ];
    if (known.some((sort) => reading.at(sort, at) !== undefined) || acts.some((act) => inside(act, at))) return [];
    return [
      {
        from: at,
        to: at + 1,
        word: { phrase: key, act: "other" as const, event: "other" as const, suffers: true as const },
        passive: false,
        clause: 0,
      },
    ];
  });
}

/** A line without a stop at its end tells in the present what has happened. */
function isHeadline(reading: Reading): boolean {
  if (/^(?:photo|caption|picture|image)$/.test(reading.key(0)) && reading.key(1) === ":") return true;
  return reading.tokens.length <= 16 && !/^[.!?…”"»:]$/.test(reading.key(reading.tokens.length - 1));
}

/** "Left the clinic in ruins", "left two dead": no movement. */
function leavesBehind(reading: Reading, verb: number): boolean {
  if (!/^(?:left|leaving|leaves)$/.test(reading.key(verb))) return false;
  for (let at = verb + 2; at < verb + 9; at++)
    if (/^(?:ruins|dead|wounded|injured|homeless|without|stranded|unconscious|trapped|blind|behind)$/.test(reading.key(at))) return true;
  return false;
}

/** "The footage begins on the ring road": nothing happens there. */
function ofFootageItself(reading: Reading, act: Act): boolean {
  return (
    /^(?:begins?|starts?|ends?|lasts?|began|started|ended|lasted|going)$/.test(reading.key(act.from)) &&
    (reading.at("footage", act.from - 1) ?? reading.at("footage", act.from - 2)) !== undefined
  );
}

const figure = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|several|twenty|thirty|forty)(?:-|$)/;

/** A past that no list holds: "-ed" behind a subject or a helping verb. */
function unlisted(reading: Reading, at: number): Act | undefined {
  const key = reading.key(at);
  if ((key !== "made" && !/^(?:re-?)?[a-z]{2,}ed$/.test(key)) || notVerbs.has(key) || reading.isCapital(at) || at === 0) return undefined;
  if (
    reading.at("says", at) !== undefined ||
    reading.at("verifies", at) !== undefined ||
    reading.at("hedge", at) !== undefined ||
    reading.at("identifiedAs", at) !== undefined
  )
    return undefined;
  if (isAttribute(reading, at)) return undefined;
  const before = at - 1;
  const back = skipHelpersBefore(reading, at);
  const helpers = Array.from({ length: at - back }, (_, nth) =>
    reading.at("hedge", back + nth) === undefined ? reading.key(back + nth) : "",
  );
  if (
    key === "made" &&
    before >= 0 &&
    (reading.at("footage", before) !== undefined ||
      reading.at("footage", before - 1) !== undefined ||
      reading.at("footage", before - 2) !== undefined)
  )
    return { from: at, to: at + 1, word: { phrase: key, act: "filming", event: "filming" }, passive: false, clause: 0 };
  // "Visitors are asked to": how things are, not what happened.
  if (helpers.some((one) => /^(?:is|are|be)$/.test(one))) return undefined;
  const passive = helpers.some((one) => /^(?:was|were|been|being)$/.test(one));
  const subject =
    passive ||
    isNounLike(reading, before) ||
    reading.at("pronoun", before) !== undefined ||
    /^(?:and|also|later|then|had|has|have|never|not)$/.test(reading.key(before)) ||
    /ly$/.test(reading.key(before));
  return subject ? { from: at, to: at + 1, word: { phrase: key, act: "other", event: "other" }, passive, clause: 0 } : undefined;
}

/** "Was", "have been", with adverbs between, right before the verb. */
function isPassive(reading: Reading, verb: number): boolean {
  if (reading.lexicon.language === "en" && /ing$/.test(reading.key(verb))) return false;
  for (let at = verb - 1; at >= 0 && verb - at < 5; at--) {
    if (reading.at("passive", at) !== undefined) return true;
    const between =
      /ly$/.test(reading.key(at)) ||
      reading.at("negation", at) !== undefined ||
      reading.at("hedge", at) !== undefined ||
      /^(?:also|then|later|first|now|still|already|all|both|shot|and|only|just|n't)$/.test(reading.key(at)) ||
      reading.verbAt(at) !== undefined;
    if (!between) return false;
  }
  return false;
}
