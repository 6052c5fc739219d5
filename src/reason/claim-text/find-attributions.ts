/**
 * Finds in a sentence who is said to say what: "X said that C", "C, said X", "C, X said, C", "X told Y C", "X quoted Y as saying C",
 * "according to X, C", "X: C". Scopes are cut where the next speaker takes over; where one cites another, the scopes lie in each other.
 */
import type { Attribution, Link } from "./attribution.ts";
import type { SayingWord } from "./languages/lexicon.ts";
import { isAttribute, nounPhraseAfter, nounPhraseBefore, skipHelpersBefore } from "./noun-phrase.ts";
import type { Mark } from "./phrase-index.ts";
import { inside, type Range, type Reading } from "./reading.ts";

const speakerLinks: ReadonlySet<string> = new Set(["of", "for", "at", "from", "in", "with", "on", "near"]);
const closingMark = /^[”"»“’]$/;
const openingMark = /^[“"«„‘]$/;

export function findAttributions(reading: Reading, times: readonly Range[], cues: readonly Range[]): readonly Attribution[] {
  const found: Attribution[] = [...colonSpeech(reading)];
  const taken = (at: number) => found.some(({ segment }) => inside(segment, at));
  const starts = [
    ...reading.marks("quotes").map((mark) => ({ sort: "quotes" as const, mark })),
    ...reading.marks("accordingTo").map((mark) => ({ sort: "accordingTo" as const, mark })),
    ...reading.marks<SayingWord>("says").map((mark) => ({ sort: "says" as const, mark })),
  ].sort((a, b) => a.mark.from - b.mark.from || b.mark.to - a.mark.to);
  for (const { sort, mark } of starts) {
    if (taken(mark.from) || cues.some((cue) => cue.from <= mark.from && mark.from < cue.to)) continue;
    if (sort !== "accordingTo" && reading.at("act", mark.from) !== undefined && (reading.at("act", mark.from)?.to ?? 0) > mark.to) continue;
    const one =
      sort === "quotes"
        ? quoting(reading, mark, found, times)
        : sort === "accordingTo"
          ? accordingTo(reading, mark as Mark<{ basis?: Attribution["basis"] }>)
          : saying(reading, mark as Mark<SayingWord>, times, found);
    if (one !== undefined) found.push(one);
  }
  for (const one of [...notSaying(reading), ...telling(reading)])
    // "The nurse said she did not know": she is the nurse.
    if (
      one.links.some(({ pronoun }) => pronoun) &&
      found.some(({ scope, behind }) => !behind && scope.some((range) => inside(range, one.segment.from)))
    )
      found.push({ ...one, links: [] });
    else if (!found.some(({ segment }) => segment.from < one.segment.to && one.segment.from < segment.to)) found.push(one);
  found.sort((a, b) => a.segment.from - b.segment.from);
  return cutScopes(reading, found);
}

/** "Police could not say who fired": they are asked, and do not know. */
function notSaying(reading: Reading): readonly Attribution[] {
  return reading.marks("unclear").flatMap((mark) => {
    if (!/\b(?:say|tell|know|specify|remember|establish(?:ed)?|determine|sure|knew)$/.test(reading.words(mark).toLowerCase())) return [];
    const subject = subjectBefore(reading, mark.from);
    // "We could not establish" is the text's own voice outside of quotations.
    if (subject?.pronoun === true && reading.key(subject.from) === "we" && reading.quoted[subject.from] === -1) return [];
    if (subject === undefined || /^(?:it|no one|nobody)$/.test(reading.words(subject.speaker ?? mark).toLowerCase())) return [];
    const scope = [{ from: mark.to, to: reading.tokens.length }];
    return [
      make(
        reading,
        [{ speaker: subject.speaker, pronoun: subject.pronoun, says: mark }],
        { from: subject.from, to: mark.to },
        scope,
        {},
        false,
      ),
    ];
  });
}

const tells =
  /^(?:identified|identifies|recognised|recognized|described|geolocated|placed|located|dated|traced|named|pinpointed|put|verified|confirmed)$/;
const thing = /^(?:it|them|him|her|the|a|an|this|these|two|one)$/;

/** "Analysts placed the clip near the mill", "identified as a T-72 by a gunner": who finds out says so. */
function telling(reading: Reading): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!tells.test(reading.key(at))) continue;
    const back = skipHelpersBefore(reading, at);
    const passive = rangeHas(reading, "passive", { from: back, to: at });
    const says = { from: at, to: at + 1 };
    if (passive) {
      const by = reading.marks("byWhom").find((one) => one.from > at && one.from < at + 14);
      const speaker = by === undefined ? undefined : nounPhraseAfter(reading, by.to, new Set(["of", "for", "at", "and"]));
      if (by === undefined || speaker === undefined || !isSpeaker(reading, speaker)) continue;
      const end = speaker.to;
      if (/^(?:verified|confirmed)$/.test(reading.key(at)) && reading.key(end) !== "as") continue;
      const scope = [{ from: at + 1, to: by.from }];
      if (reading.key(end) !== "," && end < reading.tokens.length) scope.push({ from: end, to: clauseStop(reading, end) });
      found.push(make(reading, [{ speaker, pronoun: false, says }], { from: by.from, to: end }, scope, {}, true));
      continue;
    }
    const subject = subjectBefore(reading, at);
    if (
      subject?.speaker === undefined ||
      subject.speaker === null ||
      /^(?:verified|confirmed)$/.test(reading.key(at)) ||
      !thing.test(reading.key(at + 1)) ||
      !(subject.pronoun || isSpeaker(reading, subject.speaker))
    )
      continue;
    found.push(
      make(
        reading,
        [{ speaker: subject.speaker, pronoun: subject.pronoun, says }],
        { from: subject.from, to: at + 1 },
        [{ from: at + 1, to: clauseStop(reading, at + 1) }],
        {},
        false,
      ),
    );
  }
  return found;
}

function clauseStop(reading: Reading, from: number): number {
  let at = from;
  while (at < reading.tokens.length && !/^[;,]$/.test(reading.key(at))) at++;
  return at;
}

/** "Mayor: the bridge is open." */
function colonSpeech(reading: Reading): readonly Attribution[] {
  const colon = reading.tokens.findIndex(({ text }) => text === ":");
  if (colon < 1 || colon > 7 || colon + 1 >= reading.tokens.length) return [];
  let start = openingMark.test(reading.key(0)) ? 1 : 0;
  // "16:30 – Rescuers: ..."
  while (start < colon && (/^\d{1,2}[:.]\d{2}$/.test(reading.key(start)) || /^[—–.-]$/.test(reading.key(start)))) start++;
  const speaker = nounPhraseAfter(reading, start, speakerLinks);
  if (
    speaker === undefined ||
    speaker.to !== colon ||
    /^(?:caption|photo|photos|picture|image|video|watch|update|live|note|map|updated|graphic|read more)$/.test(reading.key(speaker.to - 1))
  )
    return [];
  if (
    !reading
      .marks("speaker")
      .concat(reading.marks("actor"))
      .some((one) => inside(speaker, one.from))
  )
    return [];
  const scope = { from: colon + 1, to: reading.tokens.length };
  return [
    {
      links: [{ speaker, pronoun: false, says: { from: colon, to: colon + 1 } }],
      segment: { from: 0, to: colon + 1 },
      scope: [scope],
      basis: undefined,
      denies: false,
      hedge: undefined,
      behind: false,
      quotations: quotationsAt(reading, [colon + 1, colon + 2]),
    },
  ];
}

interface Subject {
  readonly speaker: Range | null;
  readonly pronoun: boolean;
  readonly from: number;
}

function subjectBefore(reading: Reading, verb: number): Subject | undefined {
  const end = skipHelpersBefore(reading, verb);
  if (end === 0) return undefined;
  if (relative.has(reading.key(end - 1))) {
    const comma = reading.key(end - 2) === "," ? end - 2 : end - 1;
    const speaker = nounPhraseBefore(reading, comma);
    return speaker === undefined ? undefined : { speaker, pronoun: false, from: reading.key(end - 2) === "," ? end - 1 : speaker.from };
  }
  if (reading.at("pronoun", end - 1) !== undefined) return { speaker: { from: end - 1, to: end }, pronoun: true, from: end - 1 };
  if (!reading.isWord(end - 1)) return undefined;
  const speaker = nounPhraseBefore(reading, end);
  if (
    speaker !== undefined &&
    (hasSpeakerNoun(reading, speaker) ||
      (isSpeaker(reading, speaker) && !/^(?:in|at|near|from|by|on|to)$/.test(reading.key(speaker.from - 1))))
  )
    return { speaker, pronoun: false, from: speaker.from };
  // "Soldiers he met in Pell had told him", "a resident who asked not to be named said": the clause begins with who speaks.
  for (let start = end - 1; start >= 0 && end - start < 16; start--) {
    if (start > 0 && !/^(?:[,;:—–]|and|but)$/.test(reading.key(start - 1)) && reading.at("that", start - 1) === undefined) continue;
    const first = nounPhraseAfter(reading, start, speakerLinks);
    if (first !== undefined && first.to <= end && hasSpeakerNoun(reading, first))
      return { speaker: first, pronoun: false, from: first.from };
    break;
  }
  return speaker === undefined ? undefined : { speaker, pronoun: false, from: speaker.from };
}

function hasSpeakerNoun(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++)
    if (
      reading.key(at) !== "times" &&
      !/^\d/.test(reading.key(at)) &&
      (reading.at("speaker", at) !== undefined || reading.at("actor", at) !== undefined)
    )
      return true;
  return false;
}
const relative = new Set(["who", "which", "який", "яка", "які", "який", "который", "которая", "которые"]);

/** "The mayor, who was there, said": the subject stands before the first of the two commas. */
function subjectBeforeAside(reading: Reading, comma: number): Subject | undefined {
  for (let at = comma - 1; at > 0 && comma - at < 25; at--) {
    if (closingMark.test(reading.key(at)) || reading.key(at) === ";") return undefined;
    if (reading.key(at) !== ",") continue;
    const speaker = nounPhraseBefore(reading, at);
    if (
      speaker !== undefined &&
      (speaker.from === 0 || /^(?:,|but|and|while|[”"“:;])$/.test(reading.key(speaker.from - 1))) &&
      isSpeaker(reading, speaker)
    )
      return { speaker, pronoun: false, from: speaker.from };
  }
  return undefined;
}

export function isSpeaker(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++) {
    // "20,000 times" is no newspaper.
    if (reading.key(at) === "times" && !reading.isCapital(at)) continue;
    if (reading.at("speaker", at) !== undefined || reading.at("actor", at) !== undefined || (reading.isCapital(at) && at > 0)) return true;
  }
  return false;
}

function saying(
  reading: Reading,
  mark: Mark<SayingWord>,
  times: readonly Range[],
  before: readonly Attribution[],
): Attribution | undefined {
  const { from, to, entry } = mark;
  // "The police reports", "a claim that": nouns; "police said" is not.
  if (reading.at("determiner", from - 1) !== undefined && isAttribute(reading, from)) return undefined;
  const previous = skipHelpersBefore(reading, from);
  const passive = rangeHas(reading, "passive", { from: previous, to: from });
  if (passive) return undefined;
  if (rangeMatches(reading, previous, from, /^(?:should|would|will|must|can)$/)) return undefined;
  // "A plane believed to be carrying pumps": nobody says so in this sentence.
  if (/^(?:believed|thought|said|reported|alleged|suspected)$/.test(reading.key(from)) && reading.key(to) === "to") return undefined;
  if (/^(?:neither|no|nobody|none)$/.test(reading.key(subjectBefore(reading, from)?.from ?? -1))) return undefined;
  // "Did not say who" is told elsewhere.
  if (reading.at("unclear", from) !== undefined || (rangeHas(reading, "negation", { from: previous, to: from }) && entry.denies !== true))
    return undefined;
  if (subjectIsFootage(reading, previous)) return undefined;
  if (reading.key(from - 1) === "to" || reading.key(from - 1) === "as") return undefined;
  const finds =
    /^(?:verified|found|showed|established|determined|suggested|suggests|heard)$/.test(reading.key(from)) &&
    to === from + 1 &&
    reading.at("that", to) === undefined;
  if (/^(?:responsibility|credit|victory|lives|life)$/.test(reading.key(to))) return undefined;
  const participle = /ing$/.test(reading.key(from)) && reading.lexicon.language === "en";
  const behindComma =
    [",", ";", "—", "–"].includes(reading.key(previous - 1)) || previous === 0 || closingMark.test(reading.key(previous - 1));
  if (participle) {
    const same = before.at(-1);
    const links = same?.links ?? mainSubject(reading, from);
    if (links === undefined) return undefined;
    const says = { from, to };
    const end = afterVerb(reading, to, entry.hearer === true, times);
    return make(
      reading,
      links.map((link, nth) => (nth === links.length - 1 ? { ...link, says } : link)),
      { from, to: end.content },
      [{ from: end.content, to: reading.tokens.length }],
      entry,
      false,
    );
  }
  const direct = subjectBefore(reading, from);
  const after = afterVerb(reading, to, entry.hearer === true, times);
  const joined = [",", "and", "but", "та", "і", "й", "и", "а"].includes(reading.key(previous - 1)) ? before.at(-1) : undefined;
  const [first] = joined?.links ?? [];
  if (
    direct === undefined &&
    first !== undefined &&
    /^(?:and|but|та|і|й|и|а)$/.test(reading.key(previous - 1)) &&
    !(previous - 1 > 0 && closingMark.test(reading.key(previous - 2)))
  ) {
    // "The army rejected it and said that C": the same speaker.
    return make(
      reading,
      [{ ...first, says: { from, to } }],
      { from: previous, to: after.content },
      [{ from: after.content, to: reading.tokens.length }],
      entry,
      false,
    );
  }
  if (direct === undefined && finds) return undefined;
  if (direct === undefined) {
    // ", said X" or "... ”, said X, C", or "X, the mayor, said".
    const when = times.find((one) => one.from === to);
    let start = when === undefined ? to : when.to;
    // "Сказано в заяві"
    if (reading.lexicon.language !== "en" && /^(?:в|у|во)$/.test(reading.key(start))) start++;
    const behind = nounPhraseAfter(reading, start, speakerLinks) ?? pronounAt(reading, start);
    const aside = reading.key(previous - 1) === "," ? subjectBeforeAside(reading, previous - 1) : undefined;
    if (
      behind !== undefined &&
      (behindComma || previous === 0) &&
      (closes(reading, previous) || endsAfter(reading, behind.to, times) !== undefined)
    ) {
      const pronoun = reading.at("pronoun", start) !== undefined;
      const [says, end] = [{ from, to }, endsAfter(reading, behind.to, times)];
      const links: Link[] = [{ speaker: behind, pronoun, says }];
      // "Reported the agency that C", or nothing behind it that says anything.
      if (previous === 0) {
        const content = contentStart(reading, behind.to);
        return content === undefined
          ? undefined
          : make(reading, links, { from, to: content }, [{ from: content, to: reading.tokens.length }], entry, false);
      }
      const scope = [{ from: 0, to: previous }];
      const tail = end ?? behind.to;
      if (tail < reading.tokens.length) scope.push({ from: tail, to: reading.tokens.length });
      return make(reading, links, { from: previous, to: tail }, scope, entry, true);
    }
    if (aside !== undefined && after.nothing && aside.from > 0) {
      // "C, the governor, Per Holt, wrote."
      const scope = [{ from: 0, to: aside.from }];
      if (after.content < reading.tokens.length) scope.push({ from: after.content, to: reading.tokens.length });
      return make(reading, [{ ...aside, says: { from, to } }], { from: aside.from, to: after.content }, scope, entry, true);
    }
    if (aside === undefined) {
      const apposed = reading.key(previous - 1) === "," ? nounPhraseBefore(reading, previous - 1) : undefined;
      if (apposed === undefined || !isSpeaker(reading, apposed)) return undefined;
      return make(
        reading,
        [{ speaker: apposed, pronoun: false, says: { from, to } }],
        { from: apposed.from, to: after.content },
        [{ from: after.content, to: reading.tokens.length }],
        entry,
        false,
      );
    }
    return make(
      reading,
      [{ ...aside, says: { from, to } }],
      { from: aside.from, to: after.content },
      [{ from: after.content, to: reading.tokens.length }],
      entry,
      false,
    );
  }
  const links: Link[] = [...quotedBy(reading, direct.speaker), { speaker: direct.speaker, pronoun: direct.pronoun, says: { from, to } }];
  if (reading.key(direct.from - 1) === "as") {
    // "Not in Pell, as the post claimed" is denied by the text; "as the mayor said" hands the sentence over.
    for (let at = direct.from - 2; at >= 0 && direct.from - at < 9; at--) if (reading.key(at) === "not") return undefined;
    const scope = [
      { from: 0, to: direct.from - 1 },
      { from: to, to: reading.tokens.length },
    ];
    return make(reading, links, { from: direct.from - 1, to }, scope, entry, true);
  }
  const lead = reading.key(direct.from - 1);
  const aside = lead === "," || closingMark.test(lead) || lead === "–" || lead === "—";
  if (finds && !(after.nothing && aside && after.content === to)) return undefined;
  if (after.nothing && direct.from > 0 && aside) {
    const scope = [{ from: 0, to: direct.from }];
    if (after.content < reading.tokens.length) scope.push({ from: after.content, to: reading.tokens.length });
    return make(reading, links, { from: direct.from, to: after.content }, scope, entry, true);
  }
  if (after.nothing && direct.from > 0 && !aside && after.content >= reading.tokens.length) {
    // "Two men were hurt police said": too loose to call; the speaker limits what stands before all the same.
    return make(reading, links, { from: direct.from, to: after.content }, [{ from: 0, to: direct.from }], entry, true);
  }
  return make(reading, links, { from: direct.from, to: after.content }, [{ from: after.content, to: reading.tokens.length }], entry, false);
}

/** "The video shows that" is how it is known, not who says it. */
function subjectIsFootage(reading: Reading, end: number): boolean {
  if (/^(?:claim|claims|claimed)$/.test(reading.key(end))) return false;
  if (reading.at("footage", end - 1) !== undefined) return true;
  return (
    /^(?:shows?|showed|showing)$/.test(reading.key(end)) && reading.marks("footage").some((mark) => mark.from < end && end - mark.from < 14)
  );
}

/** "An officer quoted by Radio Orla said". */
function quotedBy(reading: Reading, speaker: Range | null): readonly Link[] {
  if (speaker === null || !/^(?:quoted|cited)$/.test(reading.key(speaker.to)) || reading.key(speaker.to + 1) !== "by") return [];
  const by = nounPhraseAfter(reading, speaker.to + 2, speakerLinks);
  return by === undefined ? [] : [{ speaker: by, pronoun: false, says: { from: speaker.to, to: speaker.to + 1 } }];
}

/** A quotation ends right before a verb, or the sentence begins with it. */
function closes(reading: Reading, verb: number): boolean {
  let at = verb - 1;
  while (at > 0 && /^[,—–-]$/.test(reading.key(at))) at--;
  return at < 0 || closingMark.test(reading.key(at)) || (at < verb - 1 && /^[—–]$/.test(reading.key(verb - 1)));
}

function pronounAt(reading: Reading, at: number): Range | undefined {
  return reading.at("pronoun", at) === undefined ? undefined : { from: at, to: at + 1 };
}

function mainSubject(reading: Reading, before: number): readonly Link[] | undefined {
  const speaker = nounPhraseAfter(reading, 0, speakerLinks);
  return speaker === undefined || speaker.to > before || !isSpeaker(reading, speaker)
    ? undefined
    : [{ speaker, pronoun: false, says: { from: before, to: before + 1 } }];
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

function afterVerb(reading: Reading, start: number, hearer: boolean, times: readonly Range[]): After {
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
function contentStart(reading: Reading, at: number): number | undefined {
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
function endsAfter(reading: Reading, start: number, times: readonly Range[]): number | undefined {
  const { content, nothing } = afterVerb(reading, start, false, times);
  return nothing ? content : undefined;
}

function accordingTo(reading: Reading, mark: Mark<{ basis?: Attribution["basis"] }>): Attribution | undefined {
  const within = Array.from({ length: mark.to - mark.from }, (_, nth) => mark.from + nth).find(
    (at) => mark.to - mark.from > 2 && /^(?:його|її|їхніми|его|ее|их)$/.test(reading.key(at)),
  );
  const speaker =
    within === undefined
      ? (nounPhraseAfter(reading, mark.to, speakerLinks) ?? pronounAt(reading, mark.to))
      : { from: within, to: within + 1 };
  if (
    speaker === undefined ||
    (within === undefined &&
      reading.at("pronoun", mark.to) === undefined &&
      reading.key(mark.from) !== "according" &&
      !isSpeaker(reading, speaker))
  )
    return undefined;
  const links: Link[] = [
    { speaker, pronoun: reading.at("pronoun", speaker.from)?.to === speaker.to, says: { from: mark.from, to: mark.to } },
  ];
  const segment = { from: mark.from, to: participleEnd(reading, Math.max(mark.to, speaker.to)) };
  const scope: Range[] = [];
  // "1,500 according to the police and 3,000 according to the organisers": without a pause it is of the words right before.
  let before = 0;
  if (mark.from > 1 && reading.isWord(mark.from - 1) && reading.marks("accordingTo").length > 1)
    for (let at = mark.from - 1; at > 0 && before === 0; at--) if (/^(?:,|and)$/.test(reading.key(at))) before = at + 1;
  const local = before > 0;
  if (mark.from > 0) scope.push({ from: before, to: mark.from });
  if (!local && segment.to < reading.tokens.length) scope.push({ from: segment.to, to: reading.tokens.length });
  return make(reading, links, segment, scope, { ...(mark.entry.basis === undefined ? {} : { basis: mark.entry.basis }) }, mark.from > 1);
}

/** "According to a diplomat briefed on the talks, ..." */
function participleEnd(reading: Reading, at: number): number {
  if (!/(?:ed|en)$/.test(reading.key(at)) || reading.lexicon.language !== "en") return at;
  for (let end = at; end < at + 9; end++) if (reading.key(end) === ",") return end;
  return at;
}

/** "The agency quoted soldiers as saying C", "X, citing Y, said C", "C, X said, citing Y". */
function quoting(reading: Reading, mark: Mark, before: Attribution[], times: readonly Range[]): Attribution | undefined {
  const object = nounPhraseAfter(reading, mark.to, speakerLinks);
  if (object === undefined || reading.at("passive", mark.from - 1) !== undefined) return undefined;
  const as = reading.marks("quotesAs").find((one) => one.from >= object.to && one.from <= object.to + 1);
  const inner: Link = { speaker: object, pronoun: false, says: as ?? { from: mark.from, to: mark.to } };
  const says = { from: mark.from, to: mark.to };
  const last = before.at(-1);
  const outer =
    subjectBefore(reading, mark.from) ??
    (reading.key(mark.from - 1) === "," ? (last === undefined ? subjectAtComma(reading, mark.from - 1) : undefined) : undefined);
  const links: Link[] =
    outer === undefined ? [...(last?.links ?? []), inner] : [{ speaker: outer.speaker, pronoun: outer.pronoun, says }, inner];
  if (as !== undefined) {
    const that = reading.at("that", as.to);
    const content = that === undefined ? as.to : that.to;
    return make(reading, links, { from: outer?.from ?? mark.from, to: content }, [{ from: content, to: reading.tokens.length }], {}, false);
  }
  // The clause they are cited for is that of the speaker who cites.
  const end = reading.key(object.to) === "," ? object.to + 1 : object.to;
  const again =
    outer !== undefined &&
    last !== undefined &&
    (outer.pronoun || relative.has(reading.key(outer.from)) || relative.has(reading.key(mark.from - 1))) &&
    last.segment.to <= mark.from &&
    mark.from - last.segment.to <= 3;
  if (last !== undefined && again) {
    // "According to the agency, which cited soldiers"
    before[before.indexOf(last)] = { ...last, links: [] };
    return make(reading, [...last.links, inner], { from: outer.from, to: end }, last.scope, {}, true);
  }
  if (last !== undefined && outer === undefined) {
    before[before.indexOf(last)] = { ...last, links: [] };
    return make(reading, links, { from: mark.from, to: end }, last.scope, {}, true);
  }
  const said = reading.marks<SayingWord>("says").find((one) => one.from === end || one.from === end + 1);
  const that = reading.at("that", said?.to ?? end);
  const content = that?.to ?? (said === undefined ? end : afterVerb(reading, said.to, false, times).content);
  return make(reading, links, { from: outer?.from ?? mark.from, to: content }, [{ from: content, to: reading.tokens.length }], {}, false);
}

function subjectAtComma(reading: Reading, comma: number): Subject | undefined {
  const speaker = nounPhraseBefore(reading, comma);
  return speaker === undefined || !isSpeaker(reading, speaker) ? undefined : { speaker, pronoun: false, from: speaker.from };
}

function make(
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

function quotationsAt(reading: Reading, tokens: readonly number[]): readonly number[] {
  return [...new Set(tokens.map((at) => reading.quoted[at] ?? -1).filter((nth) => nth >= 0))];
}

function rangeMatches(reading: Reading, from: number, to: number, words: RegExp): boolean {
  for (let at = from; at < to; at++) if (words.test(reading.key(at))) return true;
  return false;
}

function rangeHas(reading: Reading, sort: string, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (reading.at(sort, at) !== undefined) return true;
  return false;
}

/** A scope ends where the next speaker takes over: "X said A, but Y said B", "X said A; Y said B". */
function cutScopes(reading: Reading, found: readonly Attribution[]): readonly Attribution[] {
  return found.map((one) => {
    let { scope } = one;
    for (const other of found) {
      if (other === one) continue;
      const lead = leadOf(reading, other.segment.from);
      if (!other.behind && lead !== undefined && lead < other.segment.from) {
        // The other takes over from its joiner on, or one stands after the other has begun.
        scope =
          one.segment.from < other.segment.from
            ? scope.map((range) => ({ ...range, to: range.to > lead && range.from < lead ? lead : range.to }))
            : scope.map((range) => ({
                ...range,
                from: range.from < lead && range.to > lead && !one.behind ? Math.max(range.from, lead) : range.from,
              }));
      } else if (other.behind && !one.behind && one.segment.to <= other.segment.from) {
        scope = scope.map((range) =>
          range.from < other.segment.from && range.to > other.segment.from ? { ...range, to: other.segment.from } : range,
        );
      }
    }
    return { ...one, scope: scope.filter(({ from, to }) => from < to) };
  });
}

/** Where the joiner before a speaker begins: "; ", ", but", "while". */
function leadOf(reading: Reading, start: number): number | undefined {
  let at = start;
  while (
    at > 0 &&
    (reading.at("joiner", at - 1) !== undefined ||
      /^(?:although|though|whereas|while)$/.test(reading.key(at - 1)) ||
      [",", ";", "—", "–"].includes(reading.key(at - 1)))
  )
    at--;
  if (at === start) return undefined;
  const keys = Array.from({ length: start - at }, (_, nth) => reading.key(at + nth));
  return keys.some((key) => key !== ",") ? at : undefined;
}
