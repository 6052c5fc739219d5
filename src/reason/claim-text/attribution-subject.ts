/** Whose words they are: the noun phrase before a verb of saying, behind an aside, or at the beginning of its clause. */
import { closingMark, speakerLinks } from "./attribution-parts.ts";
import type { Link } from "./attribution.ts";
import { nounPhraseAfter, nounPhraseBefore, skipHelpersBefore } from "./noun-phrase.ts";
import type { Range, Reading } from "./reading.ts";

interface Subject {
  readonly speaker: Range | null;
  readonly pronoun: boolean;
  readonly from: number;
}

export function subjectBefore(reading: Reading, verb: number): Subject | undefined {
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
  // "A lab that examined the file for Grayline concluded": what stands behind a verb of its own is not who concluded.
  const isObject = speaker !== undefined && speaker.from > 1 && reading.verbAt(speaker.from - 1) !== undefined;
  if (
    speaker !== undefined &&
    !isObject &&
    (hasSpeakerNoun(reading, speaker) ||
      (isSpeaker(reading, speaker) && !/^(?:in|at|near|from|by|on|to|for|of|with|about|against)$/.test(reading.key(speaker.from - 1))))
  )
    return { speaker, pronoun: false, from: speaker.from };
  // "Soldiers he met in Pell had told him", "a resident who asked not to be named said": the clause begins with who speaks.
  for (let start = end - 1; start >= 0 && end - start < 16; start--) {
    if (start > 0 && !/^(?:[,;:—–]|and|but)$/.test(reading.key(start - 1)) && reading.at("that", start - 1) === undefined) continue;
    // "A lab that examined the file": what the speaker did.
    if (reading.key(start - 1) === "that" && reading.at("speaker", start - 2) !== undefined) continue;
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
export const relative = new Set(["who", "which", "який", "яка", "які", "який", "который", "которая", "которые"]);

/** "The mayor, who was there, said": the subject stands before the first of the two commas. */
export function subjectBeforeAside(reading: Reading, comma: number): Subject | undefined {
  for (let at = comma - 1; at > 0 && comma - at < 25; at--) {
    if (closingMark.test(reading.key(at)) || reading.key(at) === ";") return undefined;
    if (reading.key(at) !== ",") continue;
    const speaker = nounPhraseBefore(reading, at);
    if (
      speaker !== undefined &&
      (speaker.from === 0 || /^(?:,|but|and|while|[”"“:;])$/.test(reading.key(speaker.from - 1))) &&
      (speaker.from === 0 || isSpeaker(reading, speaker))
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

/** "An officer quoted by Radio Orla said". */
export function quotedBy(reading: Reading, speaker: Range | null): readonly Link[] {
  if (speaker === null || !/^(?:quoted|cited)$/.test(reading.key(speaker.to)) || reading.key(speaker.to + 1) !== "by") return [];
  const by = nounPhraseAfter(reading, speaker.to + 2, speakerLinks);
  return by === undefined ? [] : [{ speaker: by, pronoun: false, says: { from: speaker.to, to: speaker.to + 1 } }];
}

export function pronounAt(reading: Reading, at: number): Range | undefined {
  return reading.at("pronoun", at) === undefined ? undefined : { from: at, to: at + 1 };
}

export function mainSubject(reading: Reading, before: number): readonly Link[] | undefined {
  const speaker = nounPhraseAfter(reading, 0, speakerLinks);
  return speaker === undefined || speaker.to > before || !isSpeaker(reading, speaker)
    ? undefined
    : [{ speaker, pronoun: false, says: { from: before, to: before + 1 } }];
}

export function subjectAtComma(reading: Reading, comma: number): Subject | undefined {
  const speaker = nounPhraseBefore(reading, comma);
  return speaker === undefined || !isSpeaker(reading, speaker) ? undefined : { speaker, pronoun: false, from: speaker.from };
}
