/**
 * Who answers for the words of each segment, from version to version. A segment that is new, or has other words, is not free of hands:
 * where it takes the place of others in time, whoever wrote those wrote it too. Else a second person could cut a segment in two, or
 * move words over the boundary between two, and their writer review them.
 */
import type { PersonId } from "../key/key.ts";
import { programWrote } from "./program-wrote.ts";
import type { TierMaking, TierSegment } from "./tier.ts";

export interface WrittenSegment {
  readonly id: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly writers: readonly PersonId[];
  /** Line and version that changed it last. */
  readonly changedAt: number;
  readonly changedIn: number;
}

export interface VersionWritten {
  readonly by: PersonId;
  readonly made: TierMaking;
  readonly line: number;
  readonly version: number;
  readonly segments: readonly (Pick<TierSegment, "id" | "startMs" | "endMs"> & { readonly machine?: TierSegment["machine"] })[];
  readonly isChanged: (id: number) => boolean;
  /** Of one that is changed: its words or its time, so that words may have gone from it to another, or come. */
  readonly isReworded: (id: number) => boolean;
}

/** A program's words, and those of a recogniser's file, are nobody's until somebody takes them over. */
export function writesWords(made: TierMaking): boolean {
  return !programWrote(made);
}

export function writersAfter(before: readonly WrittenSegment[], version: VersionWritten): WrittenSegment[] {
  const old = new Map(before.map((segment) => [segment.id, segment]));
  const writes = writesWords(version.made);
  const kept = new Set(version.segments.map(({ id }) => id));
  const replaced = handsOf(before.filter(({ id }) => !kept.has(id) || version.isReworded(id)));
  return version.segments.map(({ id, startMs, endMs, machine }) => {
    const was = old.get(id);
    if (was !== undefined && !version.isChanged(id)) return { ...was, startMs, endMs };
    const inherited = was === undefined || version.isReworded(id) ? replaced(startMs, endMs) : [];
    // What a program's version says to be a person's is that of who wrote the version: no words that may be quoted are nobody's.
    const hand = writes || machine === null ? [version.by] : [];
    const writers = [...new Set([...(was?.writers ?? []), ...inherited, ...hand])];
    return { id, startMs, endMs, writers, changedAt: version.line, changedIn: version.version };
  });
}

interface Hand {
  /** Starts of what they wrote, ascending, and the furthest end up to each. */
  readonly starts: number[];
  readonly furthest: number[];
}

/** Who wrote some of these segments within a stretch of time. Answered by halves: a version may replace 20,000 by as many. */
function handsOf(segments: readonly WrittenSegment[]): (startMs: number, endMs: number) => PersonId[] {
  const hands = new Map<PersonId, Hand>();
  for (const { startMs, endMs, writers } of [...segments].sort((a, b) => a.startMs - b.startMs))
    for (const who of writers) {
      const hand = hands.get(who) ?? { starts: [], furthest: [] };
      hands.set(who, hand);
      hand.starts.push(startMs);
      hand.furthest.push(Math.max(endMs, hand.furthest.at(-1) ?? endMs));
    }
  return (startMs, endMs) =>
    [...hands].flatMap(([who, { starts, furthest }]) => ((furthest[countBelow(starts, endMs) - 1] ?? startMs) > startMs ? [who] : []));
}

function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
