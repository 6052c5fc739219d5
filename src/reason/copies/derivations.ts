/**
 * Which copy could have been made from which. Never which was: two copies may both come from one that the case does not hold, and
 * nothing here says who took it from whom. Where the cues of a pair disagree, or there are none, that is the answer.
 */
import type { PictureEdit } from "../../core/copies/segment-match.ts";
import { type CopyFacts, cropOf, type JoinedPair, seenFrom, shareOf } from "./copy-facts.ts";
import { type OverlayState, overlays } from "./overlays.ts";
import { totalOf, without } from "./spans.ts";

export interface PossibleOrigin {
  readonly from: string;
  readonly to: string;
  readonly edits: readonly PictureEdit[];
  readonly reasons: readonly string[];
  /** Of several possible origins of `to`, the one that leaves least to have been done. */
  readonly nearest: boolean;
}

export interface UndecidedPair {
  readonly a: string;
  readonly b: string;
  readonly reasons: readonly string[];
}

/** Seconds that one may have and the other not before it counts: cuts are found to within a few frames. */
const leastOwnSec = 0.7;

export function derivations(
  copies: readonly CopyFacts[],
  pairs: readonly JoinedPair[],
): { readonly possible: readonly PossibleOrigin[]; readonly undecided: readonly UndecidedPair[] } {
  const factsOf = new Map(copies.map((one) => [one.copy, one]));
  const bearing = overlays([...factsOf.keys()], pairs);
  const possible: Omit<PossibleOrigin, "nearest">[] = [];
  const undecided: UndecidedPair[] = [];
  for (const pair of pairs) {
    const [a, b] = [factsOf.get(pair.comparison.a), factsOf.get(pair.comparison.b)];
    if (a === undefined || b === undefined || pair.segments.length === 0) continue;
    const ways = [weigh(a, b, pair, bearing), weigh(b, a, pair, bearing)] as const;
    const open = ways.filter(({ against, towards }) => against.length === 0 && towards.length > 0);
    for (const { from, to, towards } of open) {
      possible.push({ from: from.copy, to: to.copy, edits: editsOf(pair), reasons: towards });
    }
    if (open.length > 0) continue;
    const reasons = ways.flatMap(({ from, to, against }) => against.map((words) => `${to.name} from ${from.name}: ${words}`));
    undecided.push({ a: a.copy, b: b.copy, reasons: reasons.length === 0 ? ["nothing tells which of them came first"] : reasons });
  }
  return { possible: withNearest(possible, factsOf), undecided };
}

interface Way {
  readonly from: CopyFacts;
  readonly to: CopyFacts;
  readonly towards: readonly string[];
  readonly against: readonly string[];
}

/** What speaks for `to` having been made from `from`, and what against. */
function weigh(from: CopyFacts, to: CopyFacts, pair: JoinedPair, bearing: ReadonlyMap<string, OverlayState>): Way {
  const towards: string[] = [];
  const against: string[] = [];
  const seen = seenFrom(from.copy, pair);
  const lacks =
    to.extent === null
      ? 0
      : totalOf(
          without(
            to.extent,
            seen.map(({ other }) => other),
            0.1,
          ),
        );
  const left =
    from.extent === null
      ? 0
      : totalOf(
          without(
            from.extent,
            seen.map(({ own }) => own),
            0.1,
          ),
        );
  if (lacks > leastOwnSec && !to.still) against.push(`${lacks.toFixed(1)} s of ${to.name} are not in ${from.name}`);
  else if (left > leastOwnSec && !from.still) towards.push(`all of ${to.name} is in ${from.name}, which has ${left.toFixed(1)} s more`);
  weighSize(from, to, seen, { towards, against });
  const ends = seen[0]?.isA === false ? { a: to, b: from } : { a: from, b: to };
  for (const { segment, isA } of seen) {
    const crop = cropOf(segment, ends);
    if (crop === (isA ? "b-shows-part-of-a" : "a-shows-part-of-b")) towards.push(`${to.name} shows a part of the picture of ${from.name}`);
    if (crop === (isA ? "a-shows-part-of-b" : "b-shows-part-of-a"))
      against.push(`${to.name} shows more of the picture than ${from.name} has`);
    if (crop === (isA ? "a-is-framed-in-b" : "b-is-framed-in-a")) towards.push(`${to.name} has bars around the picture of ${from.name}`);
    if (crop === (isA ? "b-is-framed-in-a" : "a-is-framed-in-b")) against.push(`${from.name} has bars that ${to.name} does not`);
    if (segment.edits.includes("filmed-from-a-screen"))
      (isA ? towards : against).push(`${isA ? to.name : from.name} is filmed from a screen that showed ${isA ? from.name : to.name}`);
  }
  const [ofFrom, ofTo] = [bearing.get(from.copy), bearing.get(to.copy)];
  if (ofTo === "carries-one" && ofFrom === "carries-none") towards.push(`${to.name} carries a logo or caption that ${from.name} does not`);
  if (ofFrom === "carries-one" && ofTo === "carries-none") against.push(`${from.name} carries a logo or caption that ${to.name} does not`);
  if (to.cameraTags.length > 0 && from.cameraTags.length === 0) against.push(`the container of ${to.name} carries what a camera writes`);
  if (from.cameraTags.length > 0 && to.cameraTags.length === 0) towards.push(`the container of ${from.name} carries what a camera writes`);
  if (to.still && !from.still) towards.push(`${to.name} is a still picture, and ${from.name} a video`);
  if (from.still && !to.still) against.push(`${from.name} is a still picture, and ${to.name} a video`);
  return { from, to, towards: [...new Set(towards)], against: [...new Set(against)] };
}

/** Pixels that one picture gives to what both show. A tenth more is rounding of sizes and boxes. */
function weighSize(
  from: CopyFacts,
  to: CopyFacts,
  seen: ReturnType<typeof seenFrom>,
  { towards, against }: { towards: string[]; against: string[] },
): void {
  if (from.width === null || from.height === null || to.width === null || to.height === null) return;
  const [first] = seen;
  const [partOfFrom, partOfTo] = first === undefined ? [1, 1] : parts(first);
  const [ofFrom, ofTo] = [from.width * from.height * partOfFrom, to.width * to.height * partOfTo];
  const ratio = Math.sqrt(ofTo / ofFrom);
  const sizes = `${to.width} x ${to.height} against ${from.width} x ${from.height}`;
  if (ratio > 1.1) against.push(`what both show is larger in ${to.name} (${sizes})`);
  else if (ratio < 0.9) towards.push(`what both show is smaller in ${to.name} (${sizes})`);
}

function parts({ segment, isA }: ReturnType<typeof seenFrom>[number]): [number, number] {
  const [ofA, ofB] = [shareOf(segment.partOfA), shareOf(segment.partOfB)];
  return isA ? [ofA, ofB] : [ofB, ofA];
}

function editsOf({ segments }: JoinedPair): PictureEdit[] {
  return [...new Set(segments.flatMap(({ edits }) => edits))].toSorted();
}

/** Fewest edits between; of those, the one nearest in size, which may be a copy itself. */
function withNearest(possible: readonly Omit<PossibleOrigin, "nearest">[], factsOf: ReadonlyMap<string, CopyFacts>): PossibleOrigin[] {
  const area = (copy: string) => (factsOf.get(copy)?.width ?? 0) * (factsOf.get(copy)?.height ?? 0);
  const length = (copy: string) => {
    const extent = factsOf.get(copy)?.extent;
    return extent == null ? 0 : extent.toSec - extent.fromSec;
  };
  const nearest = new Map<string, string>();
  for (const [to, from] of Map.groupBy(possible, (one) => one.to)) {
    const [first] = from.toSorted(
      (one, other) =>
        one.edits.length - other.edits.length ||
        area(one.from) - area(other.from) ||
        length(one.from) - length(other.from) ||
        (one.from < other.from ? -1 : 1),
    );
    if (first !== undefined) nearest.set(to, first.from);
  }
  return possible.map((one) => ({ ...one, nearest: nearest.get(one.to) === one.from }));
}
