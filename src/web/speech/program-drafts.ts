/**
 * Which segments were a program's draft in the version that a person started from, and what became of them. Typing takes a draft over
 * only while it says something else: a key pressed by mistake and taken back must not make a person answer for words nobody heard.
 */
import type { TierSegment } from "../../core/tier/tier.ts";

/** As the program left them, by number; without those that a person took over as they stand. */
export type ProgramDrafts = ReadonlyMap<number, TierSegment>;

/** A person's now, with the very words of the draft: it was taken over as it stands, and typing does not undo that. */
export function draftsOf(before: readonly TierSegment[], now: readonly TierSegment[]): ProgramDrafts {
  const is = new Map(now.map((one) => [one.id, one]));
  const drafts = before.filter((one) => {
    const own = is.get(one.id);
    return one.machine !== null && (own === undefined || own.machine !== null || !saysTheSame(own, one));
  });
  return new Map(drafts.map((one) => [one.id, one]));
}

/** Whose words these are after typing: the program's where they say what its draft said, else whoever typed them. */
export function retyped(one: TierSegment, drafts: ProgramDrafts): TierSegment {
  const draft = drafts.get(one.id);
  return { ...one, machine: draft !== undefined && saysTheSame(one, draft) ? draft.machine : null };
}

export interface TakenOver {
  /** Each was a draft, is a person's in what would be written, and did not sound here. */
  readonly unheard: readonly number[];
  /** Other letters, yet the same words: only spaces, signs or capitals differ from the draft. */
  readonly sameWords: readonly number[];
}

export function takenOver(
  before: readonly TierSegment[],
  now: readonly TierSegment[],
  wasHeard: (segment: TierSegment) => boolean,
): TakenOver {
  const old = new Map(before.map((one) => [one.id, one]));
  const taken = now.flatMap((one) => {
    const draft = old.get(one.id);
    return one.machine === null && draft !== undefined && draft.machine !== null ? [{ one, draft }] : [];
  });
  return {
    unheard: taken.filter(({ one, draft }) => !wasHeard(draft) && !wasHeard(one)).map(({ one }) => one.id),
    sameWords: taken.filter(({ one, draft }) => bare(one.text) === bare(draft.text)).map(({ one }) => one.id),
  };
}

function saysTheSame(a: TierSegment, b: TierSegment): boolean {
  return a.text === b.text && JSON.stringify(a.alternatives) === JSON.stringify(b.alternatives);
}

/** Letters, marks and digits alone. */
function bare(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
