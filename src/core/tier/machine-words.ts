/**
 * What a person may not do with a machine's words: change them and leave them the machine's, or say that a machine wrote what it did
 * not. Moving a segment, naming its speaker or cutting it in two changes no word, so it may stay a draft. A draft that became shorter
 * is one only together with the rest of its words: a negation that is cut away changes what is said.
 */
import type { TierSegment } from "./tier.ts";

/** The first fault, or undefined. */
export function faultOfTakingOver(before: readonly TierSegment[], after: readonly TierSegment[]): string | undefined {
  const old = new Map(before.map((segment) => [segment.id, segment]));
  const drafts = before.filter(({ machine }) => machine !== null);
  const pieces = new Map<TierSegment, TierSegment[]>();
  for (const segment of after) {
    if (segment.machine === null) continue;
    const was = old.get(segment.id);
    if (was?.machine === null) return `segment ${segment.id}: expected it to stay a person's; found it said to be a machine's`;
    if (was !== undefined && !sameReading(was, segment))
      return `segment ${segment.id}: expected what the recogniser said of its own words; found something else`;
    const draft = was ?? cutFrom(drafts, segment);
    if (draft === undefined)
      return `segment ${segment.id}: expected a machine's words where a machine wrote them; found new words that are said to be a machine's`;
    pieces.set(draft, [...(pieces.get(draft) ?? []), segment]);
  }
  // Half of a draft may be taken over while the other half stays one; the person's half answers for the words that are not there.
  const taken = after.filter(({ id, machine, text }) => machine === null && text.trim() !== "" && old.get(id)?.machine !== null);
  for (const [draft, parts] of pieces) {
    const fault = faultOfPieces(draft, parts, taken);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfPieces(draft: TierSegment, parts: readonly TierSegment[], taken: readonly TierSegment[]): string | undefined {
  const words = bare(draft.text);
  let at = 0;
  let gap = false;
  const whole = parts.length === 1 && bare(parts[0]?.text ?? "") === words;
  // What else the draft may say is said of all of it, so a part of it has none.
  const others = JSON.stringify(whole ? draft.alternatives : []);
  for (const part of parts) {
    if (JSON.stringify(part.alternatives) !== others) return takeOver(part, "other ways to read a machine's words");
    const found = words.indexOf(bare(part.text), at);
    if (found < 0) return takeOver(part, "words that were changed");
    gap ||= found > at;
    at = found + bare(part.text).length;
  }
  const [first] = parts;
  if (first === undefined || (!gap && at === words.length) || taken.some((one) => overlaps(one, draft))) return undefined;
  return takeOver(first, "words of which some were left out");
}

function takeOver({ id }: TierSegment, what: string): string {
  return `segment ${id}: expected ${what} to be taken over by who changed them; found them still a machine's`;
}

/** Of the drafts that a new segment may be cut from, the one that it lies in most. */
function cutFrom(drafts: readonly TierSegment[], segment: TierSegment): TierSegment | undefined {
  const shared = (draft: TierSegment): number => Math.min(draft.endMs, segment.endMs) - Math.max(draft.startMs, segment.startMs);
  const could = drafts.filter(
    (draft) => overlaps(draft, segment) && sameReading(draft, segment) && bare(draft.text).includes(bare(segment.text)),
  );
  return could.toSorted((a, b) => shared(b) - shared(a))[0];
}

/** Spaces do not count: where words are cut, one is lost. */
function bare(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

function overlaps(a: TierSegment, b: TierSegment): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs;
}

function sameReading({ machine: a }: TierSegment, { machine: b }: TierSegment): boolean {
  return JSON.stringify(a && [a.confidence, a.suspect]) === JSON.stringify(b && [b.confidence, b.suspect]);
}
