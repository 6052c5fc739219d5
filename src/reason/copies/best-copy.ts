/**
 * Which copy of a group has been through least, as far as the copies themselves tell: size of the picture, seconds held, what was
 * done to it against the others, sound, what its container says. The size of the file plays no part: a re-encode may be larger.
 *
 * This is no judgement of authenticity: the best copy of a forgery is a forgery. Points are added up; what each is for is said.
 */
import { type CopyFacts, cropOf, type JoinedPair, seenFrom } from "./copy-facts.ts";
import { type OverlayState, overlays } from "./overlays.ts";
import { lengthOf, totalOf } from "./spans.ts";

export interface Ranked {
  readonly copy: string;
  readonly points: number;
  /** In words, what speaks for and against it. */
  readonly reasons: readonly string[];
}

export interface BestCopy {
  /** Null where two and more lead with the same points. */
  readonly best: string | null;
  readonly ranked: readonly Ranked[];
}

/** Copies closer than this in points cannot be told apart. */
const leastLead = 0.25;

/** `copies`: members of one group; `pairs`: those among them. The order of neither plays a part. */
export function bestCopy(copies: readonly CopyFacts[], pairs: readonly JoinedPair[]): BestCopy {
  const bearing = overlays(
    copies.map(({ copy }) => copy),
    pairs,
  );
  const largest = Math.max(...copies.map(areaOf));
  const pairsOf = pairsByCopy(pairs);
  const held = new Map(copies.map((one) => [one.copy, heldOf(one, pairsOf(one))]));
  const longest = Math.max(...held.values());
  const factsOf = new Map(copies.map((one) => [one.copy, one]));
  const anySound = copies.some(({ hasSound }) => hasSound);
  const ranked = copies
    .map((one) => {
      const own = { pairs: pairsOf(one), held: held.get(one.copy) ?? 0, overlay: bearing.get(one.copy) ?? "cannot-be-told" };
      return rank(one, { ...own, factsOf, largest, longest, anySound });
    })
    .toSorted((one, other) => other.points - one.points || (one.copy < other.copy ? -1 : 1));
  const [first, second] = ranked;
  const leads = first !== undefined && (second === undefined || first.points - second.points >= leastLead);
  return { best: leads ? first.copy : null, ranked };
}

interface Beside {
  readonly factsOf: ReadonlyMap<string, CopyFacts>;
  /** Those that it is in. */
  readonly pairs: readonly JoinedPair[];
  /** Seconds that count for it. */
  readonly held: number;
  readonly largest: number;
  readonly longest: number;
  readonly anySound: boolean;
  readonly overlay: OverlayState;
}

function areaOf({ width, height }: CopyFacts): number {
  return (width ?? 0) * (height ?? 0);
}

/** Seconds that count for it: all of its own, but of a compilation, in which others hold other content, those that the group shares. */
function heldOf(one: CopyFacts, pairs: readonly JoinedPair[]): number {
  const shared = totalOf(pairs.flatMap((pair) => seenFrom(one.copy, pair).map(({ own }) => own)));
  return one.extent === null ? shared : Math.max(shared, lengthOf(one.extent));
}

function pairsByCopy(pairs: readonly JoinedPair[]): (one: CopyFacts) => readonly JoinedPair[] {
  const found = new Map<string, JoinedPair[]>();
  for (const pair of pairs) {
    for (const copy of [pair.comparison.a, pair.comparison.b]) {
      const own = found.get(copy);
      if (own === undefined) found.set(copy, [pair]);
      else own.push(pair);
    }
  }
  return ({ copy }) => found.get(copy) ?? [];
}

function rank(one: CopyFacts, beside: Beside): Ranked {
  const reasons: string[] = [];
  let points = 0;
  const count = (worth: number, words: string) => {
    points += worth;
    reasons.push(words);
  };
  const area = areaOf(one);
  if (area > 0) {
    const size = `${one.width} x ${one.height}`;
    // Half the width and height: a quarter of the picture is left, two points less.
    count(Math.log2(area / beside.largest), area === beside.largest ? `${size}: no copy is larger` : `${size}: smaller than another copy`);
  } else count(-6, "the size of its picture is not known");
  if (!one.still && beside.longest > 0) {
    const { held } = beside;
    const seconds = `${held.toFixed(1)} s`;
    count(
      4 * Math.log2(Math.max(held, 0.1) / beside.longest) * 0.5,
      held >= beside.longest - 0.2 ? `${seconds}: no copy is longer` : `${seconds}: shorter than another copy`,
    );
  }
  for (const [words, worth] of editsOn(one, beside)) count(worth, words);
  if (beside.anySound) count(one.hasSound ? 0 : -1, one.hasSound ? "has sound" : "has no sound, and another copy has");
  if (one.cameraTags.length > 0) count(2, `its container carries what a camera writes (${one.cameraTags.slice(0, 3).join(", ")})`);
  else if (one.writtenBy.length > 0) count(-0.5, `its container names a program that wrote it (${one.writtenBy.slice(0, 2).join(", ")})`);
  return { copy: one.copy, points, reasons };
}

/** What was done to this copy's picture, where it can be told that it was this one. */
function editsOn(one: CopyFacts, { factsOf, pairs, overlay }: Beside): [string, number][] {
  const found = new Map<string, number>();
  if (overlay === "carries-one") found.set("carries a logo or caption that the other copies do not", -2);
  for (const pair of pairs) {
    const { comparison } = pair;
    const [a, b] = [factsOf.get(comparison.a), factsOf.get(comparison.b)];
    if (a === undefined || b === undefined) continue;
    for (const { segment, isA } of seenFrom(one.copy, pair)) {
      const other = (isA ? b : a).name;
      const crop = cropOf(segment, { a, b });
      if (crop === (isA ? "a-shows-part-of-b" : "b-shows-part-of-a")) found.set(`shows only a part of the picture of ${other}`, -2);
      if (crop === (isA ? "b-is-framed-in-a" : "a-is-framed-in-b")) found.set(`has bars around the picture of ${other}`, -1);
      if (!isA && segment.edits.includes("filmed-from-a-screen")) found.set(`filmed from a screen that showed ${other}`, -4);
    }
  }
  return [...found];
}
