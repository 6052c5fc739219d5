/**
 * Copy groups: items that share picture, and what each holds of it.
 *
 * A group is found by content, not by items alone: on every item, shared stretches that overlap are one content, and stretches
 * that do not are different ones, so that a compilation stands in the group of each of its parts and does not join them. Sound
 * alone joins nothing: it is laid under any picture. A match that a person rejected joins nothing either.
 *
 * The limit: a long recording of which two copies hold different seconds, and nothing holds both, looks the same as a compilation
 * of two clips. It then stands in two groups, each with its own bound; one further copy that holds both makes them one.
 */
import type { Span } from "../../core/copies/segment-match.ts";
import { lengthOf, overlapOf } from "./spans.ts";

/** A picture match that nobody rejected. `a` and `b` name copies: bytes, or items. */
export interface PictureEdge {
  readonly a: string;
  readonly b: string;
  readonly segments: readonly EdgeSegment[];
}

export interface EdgeSegment {
  readonly a: Span;
  readonly b: Span;
  /** How far each bound may be off, seconds. */
  readonly errorSec: number;
}

export interface GroupOfCopies {
  /** Sorted. */
  readonly members: readonly string[];
  readonly edges: readonly PictureEdge[];
}

/** Less than this many seconds in common, next to each other on a clock, is the blur of a cut and no shared content. */
const leastCommonSec = 0.25;

/** Groups of two and more. No two have the same members, and none lies within another. The order of `edges` plays no part. */
export function groupCopies(edges: readonly PictureEdge[]): GroupOfCopies[] {
  const ends = edges.flatMap((edge, at) =>
    edge.segments.flatMap((segment, which) => [
      { copy: edge.a, span: segment.a, errorSec: segment.errorSec, at, which },
      { copy: edge.b, span: segment.b, errorSec: segment.errorSec, at, which },
    ]),
  );
  const together = createUnion(ends.length);
  // Both ends of a segment show the same content.
  for (let end = 0; end < ends.length; end += 2) together.join(end, end + 1);
  const byCopy = Map.groupBy(ends.keys(), (end) => (ends[end] as (typeof ends)[number]).copy);
  for (const some of byCopy.values()) joinOverlapping(some, ends, together);

  const contents = [...Map.groupBy(ends.keys(), (end) => together.find(end)).values()].map((some) => {
    const own = some.map((end) => ends[end] as (typeof ends)[number]);
    return { members: new Set(own.map(({ copy }) => copy)), own };
  });
  return maximal(contents.map(({ members }) => members))
    .map((members): GroupOfCopies => {
      const held = contents.filter((content) => isWithin(content.members, members)).flatMap(({ own }) => own);
      const wanted = Map.groupBy(held, ({ at }) => at);
      return {
        members: [...members].sort(),
        edges: [...wanted]
          .sort(([one], [other]) => one - other)
          .map(([at, some]) => {
            const edge = edges[at] as PictureEdge;
            const which = new Set(some.map((end) => end.which));
            return { ...edge, segments: edge.segments.filter((_, index) => which.has(index)) };
          }),
      };
    })
    .sort((one, other) => (one.members.join(" ") < other.members.join(" ") ? -1 : 1));
}

interface End {
  readonly span: Span;
  readonly errorSec: number;
}

/** Stretches sorted by their beginning: each is held against those that may still reach it. */
function joinOverlapping(some: readonly number[], ends: readonly End[], together: ReturnType<typeof createUnion>): void {
  const at = (end: number) => ends[end] as End;
  const sorted = some.toSorted((one, other) => at(one).span.fromSec - at(other).span.fromSec);
  // From this length on, what is in common with a later stretch is measured alike for all.
  const long = 2 * Math.max(leastCommonSec, 2 * Math.max(...some.map((end) => at(end).errorSec)));
  let open: number[] = [];
  for (const end of sorted) {
    const own = at(end);
    open = open.filter((before) => at(before).span.toSec >= own.span.fromSec);
    for (const before of open) {
      if (together.find(end) === together.find(before)) continue;
      if (isSameContent(own.span, at(before).span, own.errorSec + at(before).errorSec)) together.join(end, before);
    }
    // A thousand copies of one clip have a thousand stretches that are the same: those that reach least far say nothing more.
    const says = (more: End, less: End) =>
      more.span.toSec >= less.span.toSec && more.errorSec <= less.errorSec && Math.min(lengthOf(more.span), lengthOf(less.span)) >= long;
    const same = open.filter((before) => together.find(before) === together.find(end));
    if (same.some((before) => says(at(before), own))) continue;
    const spoken = new Set(same.filter((before) => says(own, at(before))));
    open = [...open.filter((before) => !spoken.has(before)), end];
  }
}

function isSameContent(one: Span, other: Span, errorSec: number): boolean {
  const shorter = Math.min(one.toSec - one.fromSec, other.toSec - other.fromSec);
  return overlapOf(one, other) >= Math.min(Math.max(leastCommonSec, errorSec), shorter / 2);
}

function maximal(sets: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
  const distinct = [...new Map(sets.map((set) => [[...set].sort().join(" "), set])).values()].toSorted((a, b) => b.size - a.size);
  const kept: ReadonlySet<string>[] = [];
  const byMember = new Map<string, ReadonlySet<string>[]>();
  for (const set of distinct) {
    const [first] = set;
    // A set within another has all of its members there: those that hold any one of them are enough to look at.
    if ((byMember.get(first ?? "") ?? []).some((larger) => isWithin(set, larger))) continue;
    kept.push(set);
    for (const member of set) byMember.set(member, [...(byMember.get(member) ?? []), set]);
  }
  return kept;
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size <= outer.size && [...inner].every((member) => outer.has(member));
}

function createUnion(count: number) {
  const parent = Int32Array.from({ length: count }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    for (let next = at; next !== root;) {
      const up = parent[next] as number;
      parent[next] = root;
      next = up;
    }
    return root;
  };
  return {
    find,
    join(one: number, other: number): void {
      const [a, b] = [find(one), find(other)];
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
    },
  };
}
