/**
 * Finds in a sentence who is said to say what: "X said that C", "C, said X", "C, X said, C", "X told Y C", "X quoted Y as saying C",
 * "according to X, C", "X: C". Scopes are cut where the next speaker takes over; where one cites another, the scopes lie in each other.
 */
import {
  afterVerb,
  closes,
  closingMark,
  contentStart,
  endsAfter,
  make,
  openingMark,
  quotationsAt,
  rangeHas,
  rangeMatches,
  speakerLinks,
  subjectIsFootage,
} from "./attribution-parts.ts";
import { isSpeaker, mainSubject, pronounAt, quotedBy, subjectBefore, subjectBeforeAside } from "./attribution-subject.ts";
import type { Attribution, Link } from "./attribution.ts";
import { accordingTo, notSaying, quoting, telling } from "./cited-attributions.ts";
import type { SayingWord } from "./languages/lexicon.ts";
import { isAttribute, nounPhraseAfter, nounPhraseBefore, skipHelpersBefore } from "./noun-phrase.ts";
import type { Mark } from "./phrase-index.ts";
import { type Range, type Reading, inside } from "./reading.ts";

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

export function saying(
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
  const joined = [",", "and", "but", "та", "і", "й", "и", "а", "але", "но"].includes(reading.key(previous - 1)) ? before.at(-1) : undefined;
  const [first] = joined?.links ?? [];
  if (
    direct === undefined &&
    first !== undefined &&
    /^(?:and|but|та|і|й|и|а|але|но)$/.test(reading.key(previous - 1)) &&
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
    const behind = withName(reading, nounPhraseAfter(reading, start, speakerLinks)) ?? pronounAt(reading, start);
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
  if (after.nothing && direct.from > 0 && !aside && after.content >= reading.tokens.length - (reading.lexicon.language === "en" ? 0 : 1)) {
    // "Two men were hurt police said": too loose to call; the speaker limits what stands before all the same.
    return make(reading, links, { from: direct.from, to: after.content }, [{ from: 0, to: direct.from }], entry, true);
  }
  return make(reading, links, { from: direct.from, to: after.content }, [{ from: after.content, to: reading.tokens.length }], entry, false);
}

/** "Канал «Рудки»": a name between marks belongs to the speaker it names. */
function withName(reading: Reading, speaker: Range | undefined): Range | undefined {
  if (speaker === undefined || !/^[«“"]$/.test(reading.key(speaker.to)) || !reading.isCapital(speaker.to + 1)) return speaker;
  for (let to = speaker.to + 2; to < speaker.to + 7; to++) if (/^[»”"]$/.test(reading.key(to))) return { from: speaker.from, to: to + 1 };
  return speaker;
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
