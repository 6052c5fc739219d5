/** Speakers without a verb of saying of their own: "according to X", "X, citing Y", "identified by X", "X could not say". */
import { afterVerb, clauseStop, make, rangeHas, speakerLinks } from "./attribution-parts.ts";
import type { HedgeSort } from "../../core/claim/claim.ts";
import { isSpeaker, pronounAt, relative, subjectAtComma, subjectBefore } from "./attribution-subject.ts";
import type { Attribution, Link } from "./attribution.ts";
import type { SayingWord } from "./languages/lexicon.ts";
import { nounPhraseAfter, skipHelpersBefore } from "./noun-phrase.ts";
import type { Mark } from "./phrase-index.ts";
import type { Range, Reading } from "./reading.ts";

/** "Police could not say who fired": they are asked, and do not know. */
export function notSaying(reading: Reading): readonly Attribution[] {
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
export function telling(reading: Reading): readonly Attribution[] {
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
      !(thing.test(reading.key(at + 1)) || asFollows(reading, at)) ||
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

/** "Which a historian identified from photographs as C" */
function asFollows(reading: Reading, verb: number): boolean {
  if (!/^(?:identified|recogni[sz]ed|described)$/.test(reading.key(verb))) return false;
  for (let at = verb + 1; at < verb + 8 && !/^[,;]$/.test(reading.key(at)); at++) if (reading.key(at) === "as") return true;
  return false;
}

export function accordingTo(reading: Reading, mark: Mark<{ basis?: Attribution["basis"] }>): Attribution | undefined {
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
      reading.lexicon.language === "en" &&
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
  const pause = /^[;]$/.test(reading.key(mark.from - 1));
  if (mark.from > 0 && !pause) scope.push({ from: before, to: mark.from });
  if (!local && segment.to < reading.tokens.length) scope.push({ from: segment.to, to: reading.tokens.length });
  return make(
    reading,
    links,
    segment,
    scope,
    { ...(mark.entry.basis === undefined ? {} : { basis: mark.entry.basis }), ...hedgeOf(reading, mark) },
    mark.from > 1 && !pause,
  );
}

/** "By preliminary findings of the police": both a speaker and a limit. */
function hedgeOf(reading: Reading, mark: Mark): { readonly hedge?: HedgeSort } {
  const hedge = reading.at<HedgeSort>("hedge", mark.from);
  return hedge?.from === mark.from && hedge.entry === "report" ? { hedge: "report" } : {};
}

/** "According to a diplomat briefed on the talks, ..." */
function participleEnd(reading: Reading, at: number): number {
  if (!/(?:ed|en)$/.test(reading.key(at)) || reading.lexicon.language !== "en") return at;
  for (let end = at; end < at + 9; end++) if (reading.key(end) === ",") return end;
  return at;
}

/** "The agency quoted soldiers as saying C", "X, citing Y, said C", "C, X said, citing Y". */
export function quoting(reading: Reading, mark: Mark, before: Attribution[], times: readonly Range[]): Attribution | undefined {
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
