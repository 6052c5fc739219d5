/**
 * Who answers for the words of each segment, from version to version. A segment that is new is not free of hands: where it takes the
 * place of others in time, whoever wrote those wrote it too. Else a second person could cut a segment in two and its writer review
 * the halves.
 */
import type { PersonId } from "../key/key.ts";
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
  readonly segments: readonly Pick<TierSegment, "id" | "startMs" | "endMs">[];
  readonly isChanged: (id: number) => boolean;
}

/** A program's words, and those of a recogniser's file, are nobody's until somebody takes them over. */
export function writesWords(made: TierMaking): boolean {
  return made.by === "person" || (made.by === "import" && made.format !== "whisper-json");
}

export function writersAfter(before: readonly WrittenSegment[], version: VersionWritten): WrittenSegment[] {
  const old = new Map(before.map((segment) => [segment.id, segment]));
  const hand = writesWords(version.made) ? [version.by] : [];
  const kept = new Set(version.segments.map(({ id }) => id));
  const removed = byStart(before.filter(({ id }) => !kept.has(id)));
  const replaced = byStart(before.filter(({ id }) => !kept.has(id) || version.isChanged(id)));
  return version.segments.map(({ id, startMs, endMs }) => {
    const was = old.get(id);
    if (was !== undefined && !version.isChanged(id)) return { ...was, startMs, endMs };
    const inherited = was === undefined ? overlapping(replaced, startMs, endMs) : [was, ...overlapping(removed, startMs, endMs)];
    const writers = [...new Set([...inherited.flatMap((one) => one.writers), ...hand])];
    return { id, startMs, endMs, writers, changedAt: version.line, changedIn: version.version };
  });
}

interface ByStart {
  readonly segments: readonly WrittenSegment[];
  readonly longest: number;
}

function byStart(segments: readonly WrittenSegment[]): ByStart {
  const sorted = [...segments].sort((a, b) => a.startMs - b.startMs);
  return { segments: sorted, longest: sorted.reduce((most, { startMs, endMs }) => Math.max(most, endMs - startMs), 0) };
}

function overlapping({ segments, longest }: ByStart, startMs: number, endMs: number): WrittenSegment[] {
  // The first that may reach this far, by halves: a tier has 20,000 segments, and a version may bring as many new ones.
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.startMs ?? 0) < startMs - longest) low = middle + 1;
    else high = middle;
  }
  const found: WrittenSegment[] = [];
  for (let at = low; at < segments.length; at++) {
    const one = segments[at];
    if (one === undefined || one.startMs >= endMs) break;
    if (one.endMs > startMs) found.push(one);
  }
  return found;
}
