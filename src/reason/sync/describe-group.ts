/** A solved group as it is told: clips in the order in which they begin, loops that matter, what does not fit. */
import { groupTimes } from "./group-times.ts";
import type { FoundLoop } from "./loops.ts";
import { roundedFigure, seconds } from "./rounding.ts";
import { isHeard, soundBounds } from "./sound-bounds.ts";
import type { SpeedUsed } from "./sound-travel.ts";
import type { SolvedGroup } from "./solve-group.ts";
import type { NumberedPair } from "./solve-rates.ts";
import type { GroupState, Loop, PlacedClip, SyncGroup } from "./sync-answer.ts";
import type { ClipTime, SyncClip } from "./sync-problem.ts";

export const loopsToldAtMost = 60;

interface Beside {
  readonly id: string;
  readonly speed: SpeedUsed;
  readonly camerasApartM: number;
  readonly times: readonly ClipTime[];
  readonly ratePpm: number;
  readonly same: ReadonlyMap<string, readonly string[]>;
}

export function describeGroup(group: SolvedGroup, { id, speed, camerasApartM, times, ratePpm, same }: Beside): SyncGroup {
  const reference = (group.clips[0] as SyncClip).id;
  const bounds = soundBounds(group, speed, camerasApartM);
  const clips = group.clips
    .map((one, clip) => placedClip(group, clip, bounds[clip] ?? null, same.get(one.id) ?? []))
    .sort((a, b) => a.start.value - b.start.value || (a.clip < b.clip ? -1 : 1));
  const pairId = (number: number) => group.pairs[number]?.pair.id ?? "";
  const { told, beyond, sum, largest, counted } = sumUp(group);
  const state: GroupState =
    group.oneOf.length > 0
      ? "inconsistent"
      : group.outliers.size > 0
        ? "consistent-without"
        : group.loops.looked === 0
          ? "unchecked"
          : group.unchecked.size > 0
            ? "consistent-in-parts"
            : "consistent";
  const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b).map(pairId);
  return {
    id,
    state,
    reference,
    clips,
    outliers: sorted([...group.outliers].filter((number) => !group.soundWays.has(number))),
    soundWays: sorted(group.soundWays),
    oneOf: group.oneOf.map(({ edges }) => edges.map(pairId)),
    oneOfMayBeSound: group.oneOfMayBeSound,
    unchecked: sorted(group.unchecked),
    parts: group.parts.parts.map((part) => part.map((clip) => (group.clips[clip] as SyncClip).id)),
    loops: told.map((loop) => loopOf(group, loop, speed.speed.value)),
    closure: {
      loops: group.loops.looked,
      independent: group.loops.independent,
      all: group.loops.all,
      beyond,
      meanS: counted === 0 ? null : seconds(sum / counted),
      largestS: counted === 0 ? null : seconds(largest),
      limitFactor: Number(group.factor.toFixed(4)),
    },
    errorScale: Number(errorScale(group).toFixed(3)),
    absolute: groupTimes({ reference, clips }, group.clips, times, ratePpm),
  };
}

function placedClip(group: SolvedGroup, clip: number, bySound: PlacedClip["bySound"], sameSoundAs: readonly string[]): PlacedClip {
  const { id, startS, endS } = group.clips[clip] as SyncClip;
  const at = group.anchor(clip);
  const error = (item: number) => group.errorBetween(0, group.itemTime(0, group.groupTime(clip, item)), clip, item);
  const figure = (item: number) => roundedFigure({ value: group.groupTime(clip, item), plusMinus: clip === 0 ? 0 : error(item) });
  const rate = group.rates.rateOf(clip);
  return {
    clip: id,
    offsetS: seconds(at.group - at.item),
    plusMinusS: clip === 0 ? 0 : seconds(error(at.item)),
    at: { item: seconds(at.item), group: seconds(at.group) },
    rate:
      clip !== 0 && !group.rates.measured(clip)
        ? "not-measured"
        : {
            ppm: Number(((rate - 1) * 1e6).toFixed(3)) + 0,
            plusMinusPpm: clip === 0 ? 0 : Number((Math.sqrt(group.rates.variance(0, 1, clip, 1)) * rate * 1e6).toFixed(3)),
          },
    bySound,
    sameSoundAs,
    restsOnUnchecked: (group.parts.restsOn[clip] as readonly number[]).map((number) => group.pairs[number]?.pair.id ?? ""),
    start: figure(startS),
    end: figure(endS),
  };
}

function errorScale(group: SolvedGroup): number {
  if (group.oneOf.length === 0) return 1;
  return group.clips.reduce((most, _, clip) => {
    if (clip === 0) return most;
    const at = [0, group.itemTime(0, group.anchor(clip).group), clip, group.anchor(clip).item] as const;
    return Math.max(most, group.errorBetween(...at) / group.statedErrorBetween(...at));
  }, 1);
}

/** Figures over all loops, of size and closure without those that hold an outlier; and the loops with the largest share of their limit. */
function sumUp({ loops, factor, outliers }: SolvedGroup) {
  const told: { readonly share: number; readonly loop: FoundLoop }[] = [];
  let [beyond, sum, largest, counted] = [0, 0, 0, 0];
  loops.each((loop) => {
    const size = Math.abs(loop.closure);
    const share = size / loop.limit;
    if (share > factor) beyond++;
    if (!loop.edges.some((number) => outliers.has(number))) {
      counted++;
      sum += size;
      largest = Math.max(largest, size);
    }
    if (told.length === loopsToldAtMost && share <= (told.at(-1)?.share ?? 0)) return;
    const at = told.findIndex((one) => one.share < share);
    told.splice(at === -1 ? told.length : at, 0, { share, loop });
    if (told.length > loopsToldAtMost) told.pop();
  });
  return { told: told.map(({ loop }) => loop), beyond, sum, largest, counted };
}

function loopOf({ clips, pairs, factor, ways }: SolvedGroup, { from, edges, closure, limit }: FoundLoop, speedMPerS: number): Loop {
  const way = edges.map((number) => pairs[number] as NumberedPair);
  const along: string[] = [];
  let at = from;
  for (const { a, b } of way) {
    along.push((clips[at] as SyncClip).id);
    at = a === at ? b : a;
  }
  return {
    clips: along,
    pairs: way.map(({ pair }) => pair.id),
    closureS: seconds(closure),
    limitS: seconds(limit),
    allowedS: seconds(limit * factor),
    beyond: Math.abs(closure) > limit * factor,
    asSoundPathM: way.some(({ pair }) => isHeard(pair)) ? Number((Math.abs(closure) * speedMPerS).toFixed(1)) : null,
    bySoundAtMostS: seconds(edges.reduce((sum, number) => sum + (ways[number] as number), 0)),
  };
}
