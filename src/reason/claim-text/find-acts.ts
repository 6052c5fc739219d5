/** What is told to have been done: listed words, other forms of them, and pasts that no list holds. */
import type { Attribution } from "./attribution.ts";
import { shownBy } from "./footage.ts";
import { formOf } from "./languages/en-forms.ts";
import type { ActWord } from "./languages/lexicon.ts";
import { actsBefore, isAttribute, isNounLike, skipHelpersBefore } from "./noun-phrase.ts";
import { type Range, type Reading, inside } from "./reading.ts";
import { isFuture, slavicPasts } from "./slavic-pasts.ts";

export interface Act extends Range {
  readonly word: ActWord;
  readonly passive: boolean;
  readonly clause: number;
}

const notVerbs = new Set(
  "used named called based located needed supposed unarmed united limited related aged armed masked uniformed alleged reported said red bed shed need seed speed feed indeed bred hundred sacred naked wicked led fed wed sped deed weed reed interested concerned involved so-called abandoned wooded paved disused detailed unidentified deserted registered required allowed seemed appeared looked believed wanted hoped planned tried continued remained stayed lived owned belonged expected known dated verified confirmed geolocated identified armoured armored tracked wheeled checked marked dressed described recognised recognized recognised cited quoted compared matched counted inferred measured judged worried unnamed retired agreed declined watched counted disagreed accused blamed painted sprayed phoned showed blamed pointed asked hoped wished referred relied consisted contained included numbered entitled titled dubbed crowded populated estimated priced scheduled due tired suited unconfirmed unverified injured-looking".split(
    " ",
  ),
);

export function actsOf(reading: Reading, attributions: readonly Attribution[]): readonly Act[] {
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
      to === from + 1 &&
      // "The road is closed", "nobody is missing": what has happened and lasts.
      !/^(?:closed|shut|sealed|missing|cancelled|suspended)$/.test(reading.key(from))
    )
      continue;
    // "Gave no details": nothing was done.
    if (/^(?:gave|given|give)$/.test(reading.key(from)) && reading.at("negation", to) !== undefined) continue;
    // "In stolen uniforms": how they are, not what was done.
    if (
      entry.noun !== true &&
      /^(?:in|with|from|through|behind|on|under)$/.test(reading.key(from - 1)) &&
      /(?:ed|en)$/.test(reading.key(from)) &&
      to === from + 1 &&
      isNounLike(reading, to) &&
      reading.at("determiner", to) === undefined
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

export const filming = (word: ActWord): ActWord => ({ phrase: word.phrase, act: "filming", event: "filming" });

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
  // "The Sava Mill works": a name with its noun.
  if (
    /^(?:works|signs|stores|fields|banks|rings)$/.test(reading.key(at)) &&
    (reading.isCapital(at - 1) || (isNounLike(reading, at - 2) && reading.at("pronoun", at - 1) === undefined))
  )
    return undefined;
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
      before === "it" ||
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
