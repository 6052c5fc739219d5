/** A person's changes brought onto a version that somebody else wrote meanwhile. Where both changed one segment, a person decides. */
import type { TierSegment } from "../../core/tier/tier.ts";

export interface OntoNewer {
  readonly segments: readonly TierSegment[];
  /** Both changed them, each in another way: mine stand here, to be looked at beside theirs. */
  readonly both: readonly number[];
  /** New ones of mine that got another number, since theirs has taken it: was, is. */
  readonly renumbered: ReadonlyMap<number, number>;
  readonly nextId: number;
}

export function ontoNewer(
  base: readonly TierSegment[],
  mine: readonly TierSegment[],
  theirs: readonly TierSegment[],
  nextId: number,
): OntoNewer {
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)];
  const renumbered = new Map<number, number>();
  const both: number[] = [];
  let next = nextId;
  const kept: TierSegment[] = [];
  for (const id of new Set([...my.keys(), ...their.keys()])) {
    const [before, mineNow, theirNow] = [was.get(id), my.get(id), their.get(id)];
    const iChanged = !same(before, mineNow);
    const theyChanged = !same(before, theirNow);
    if (before === undefined && mineNow !== undefined && theirNow !== undefined) {
      renumbered.set(id, next);
      kept.push(theirNow, { ...mineNow, id: next++ });
      continue;
    }
    if (iChanged && theyChanged && !same(mineNow, theirNow)) both.push(id);
    const stands = iChanged ? takenOverByThem(mineNow, theirNow) : theirNow;
    if (stands !== undefined) kept.push(stands);
  }
  const segments = kept.toSorted((a, b) => a.startMs - b.startMs || a.id - b.id);
  return { segments, both, renumbered, nextId: next };
}

/** A draft of which I changed no word, and which they took over: their words stand, since a person's never become a program's again. */
function takenOverByThem(mine: TierSegment | undefined, theirs: TierSegment | undefined): TierSegment | undefined {
  if (mine === undefined || mine.machine === null || theirs === undefined || theirs.machine !== null) return mine;
  return { ...mine, text: theirs.text, alternatives: theirs.alternatives, machine: null };
}

function byId(segments: readonly TierSegment[]): Map<number, TierSegment> {
  return new Map(segments.map((one) => [one.id, one]));
}

function same(a: TierSegment | undefined, b: TierSegment | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
