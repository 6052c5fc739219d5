/** Every pair as it was measured, corrected and solved, and whether it fits; also those that were not used. */
import type { Row } from "./least-squares.ts";
import { againstFit, againstOthers } from "./network.ts";
import { roundedFigure, seconds } from "./rounding.ts";
import { momentOf, type SolvedGroup } from "./solve-group.ts";
import type { Travel } from "./sound-travel.ts";
import type { Figure, PairUse, SolvedPair } from "./sync-answer.ts";
import type { SyncClip, SyncPair } from "./sync-problem.ts";

export function describePairs(
  pairs: readonly SyncPair[],
  uses: ReadonlyMap<string, PairUse>,
  groups: readonly SolvedGroup[],
  travels: ReadonlyMap<string, Travel>,
): SolvedPair[] {
  const placeOf = new Map(groups.flatMap((group) => group.clips.map(({ id }, clip) => [id, { group, clip }] as const)));
  const numberOf = new Map(groups.flatMap((group) => group.pairs.map(({ pair }, number) => [pair.id, number] as const)));
  const suspects = new Map(groups.map((group) => [group, new Set(group.oneOf.flatMap(({ edges }) => edges))]));
  return pairs.map((pair): SolvedPair => {
    const use = uses.get(pair.id) as PairUse;
    const travel = pair.travel?.use === "correct" ? travels.get(pair.id) : undefined;
    const measured: Figure = { value: pair.offsetS, plusMinus: pair.plusMinusS };
    const corrected: Figure =
      travel === undefined
        ? measured
        : { value: pair.offsetS - travel.delayS.value, plusMinus: Math.hypot(pair.plusMinusS, travel.delayS.plusMinus) };
    const [a, b] = [placeOf.get(pair.a), placeOf.get(pair.b)];
    const told = { pair: pair.id, a: pair.a, b: pair.b, channel: pair.channel, use, measured: roundedFigure(measured) };
    if (a === undefined || b === undefined || a.group !== b.group)
      return {
        ...told,
        fit: "unchecked",
        corrected: roundedFigure(corrected),
        solved: null,
        residualS: null,
        againstOthers: null,
        loops: 0,
        closing: 0,
        rateDoubted: false,
      };
    const { group } = a;
    const solved = solvedOffset(group, pair, a.clip, b.clip);
    const number = use === "used" ? numberOf.get(pair.id) : undefined;
    const against = againstThem(group, number, corrected, solved);
    return {
      ...told,
      fit: fitOf(group, number, suspects.get(group) as ReadonlySet<number>, against),
      corrected: roundedFigure(corrected),
      solved: roundedFigure(solved),
      residualS: seconds(corrected.value - solved.value),
      againstOthers: against === null ? null : roundedFigure(against),
      loops: number === undefined ? 0 : (group.loops.of[number] as number),
      closing: number === undefined ? 0 : (group.closing[number] as number),
      rateDoubted: group.rates.doubted.has(pair.id),
    };
  });
}

/** At the moment at which the pair was measured, or amid what both share. */
function solvedOffset(group: SolvedGroup, pair: SyncPair, a: number, b: number): Figure {
  const itemB = momentOf(pair, group.clips[a] as SyncClip, group.clips[b] as SyncClip).b;
  const itemA = group.itemTime(a, group.groupTime(b, itemB));
  return { value: itemA - itemB, plusMinus: group.errorBetween(a, itemA, b, itemB) / group.rates.rateOf(a) };
}

function againstThem(group: SolvedGroup, number: number | undefined, corrected: Figure, solved: Figure): Figure | null {
  if (number === undefined) return { value: corrected.value - solved.value, plusMinus: Math.hypot(corrected.plusMinus, solved.plusMinus) };
  if (group.unchecked.has(number)) return null;
  const row = group.rows[number] as Row;
  const found = group.outliers.has(number) ? againstFit(group.fit, row) : againstOthers(group.fit, row);
  if (found === undefined) return null;
  const rate = group.rates.rateOf(group.pairs[number]?.a ?? 0);
  return { value: found.value / rate, plusMinus: found.error / rate };
}

function fitOf(group: SolvedGroup, number: number | undefined, suspects: ReadonlySet<number>, against: Figure | null): SolvedPair["fit"] {
  if (number === undefined) return against !== null && Math.abs(against.value) > against.plusMinus * group.factor ? "does-not-fit" : "fits";
  if (group.outliers.has(number)) return group.soundWays.has(number) ? "sound-way" : "outlier";
  if (suspects.has(number)) return "suspect";
  return group.unchecked.has(number) ? "unchecked" : "fits";
}
