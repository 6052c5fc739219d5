/**
 * The sync reasoner as a whole: measured pairs in, clips on as few clocks as the pairs allow out, with how well the loops close and what
 * does not fit. The order in which clips and pairs are given decides nothing.
 */
import { partsOf } from "./blocks.ts";
import { checkProblem } from "./check-problem.ts";
import { describeGroup } from "./describe-group.ts";
import { describePairs } from "./describe-pairs.ts";
import { naturalOrder } from "./natural-order.ts";
import { repeatedPairs, sameSound } from "./repeated-pairs.ts";
import { roundedFigure, seconds } from "./rounding.ts";
import { type SolveGiven, type SolvedGroup, solveGroup } from "./solve-group.ts";
import type { NumberedPair } from "./solve-rates.ts";
import { isHeard } from "./sound-bounds.ts";
import { speedUsed, type SpeedUsed, type Travel, travelBound, travelOf } from "./sound-travel.ts";
import type { ApartClip, PairUse, SyncAnswer, TravelBound, TravelRow } from "./sync-answer.ts";
import type { SyncClip, SyncPair, SyncProblem } from "./sync-problem.ts";

const assumed = {
  wrongAtMost: 0.05,
  /** Two clocks of telephones and cameras: each some 35 millionths off, as quartz without an oven is. */
  unmeasuredRatePpm: 50,
  /** Farther away the sounds of one place are rarely what two recordings share. */
  camerasApartM: 1000,
} as const;
/** An offset that is less exact than ten minutes joins nothing. */
const vagueS = 600;

/** Throws ProblemUnreadable. */
export function answerSync(problem: SyncProblem): SyncAnswer {
  checkProblem(problem);
  const wrongAtMost = problem.wrongAtMost ?? assumed.wrongAtMost;
  const ratePpm = problem.unmeasuredRatePpm ?? assumed.unmeasuredRatePpm;
  const camerasApartM = problem.camerasApartM ?? assumed.camerasApartM;
  const speed = speedUsed(problem.speedOfSound);
  const clips = [...problem.clips].sort((a, b) => naturalOrder(a.id, b.id));
  const pairs = [...problem.pairs].sort((a, b) => naturalOrder(a.id, b.id));
  const uses = usesOf(clips, pairs, wrongAtMost);
  const travels = new Map(
    pairs.flatMap((pair) =>
      pair.travel === undefined ? [] : [[pair.id, travelOf({ ...pair, travel: pair.travel }, problem, speed)] as const],
    ),
  );
  const solved = solveGroups(
    clips,
    pairs.filter(({ id }) => uses.get(id) === "used"),
    { travels, unmeasuredPpm: ratePpm, speed, camerasApartM },
  );
  const same = sameSound(pairs);
  const groups = solved.map((one, at) =>
    describeGroup(one, { id: `g${at + 1}`, speed, camerasApartM, times: problem.times ?? [], same, ratePpm }),
  );
  return {
    consistent: groups.every(
      ({ state, absolute }) => state !== "inconsistent" && state !== "consistent-without" && absolute.state !== "conflict",
    ),
    groups,
    apart: apartClips(clips, solved, pairs, uses, problem),
    pairs: describePairs(pairs, uses, solved, travels),
    travel: pairs.flatMap((pair) => travelRow(pair, travels.get(pair.id))),
    travelBounds: travelBounds(pairs, uses, clips, speed),
    used: {
      speedOfSound: roundedFigure(speed.speed),
      speedFrom: speed.from,
      wrongAtMost,
      unmeasuredRatePpm: ratePpm,
      camerasApartM,
      errors: "half-widths of 95 % intervals",
    },
  };
}

function usesOf(clips: readonly SyncClip[], pairs: readonly SyncPair[], wrongAtMost: number): ReadonlyMap<string, PairUse> {
  const alone = new Map(pairs.map((pair) => [pair.id, useOf(pair, wrongAtMost)]));
  const used = new Set(pairs.flatMap(({ id }) => (alone.get(id) === "used" ? [id] : [])));
  const repeated = repeatedPairs(
    clips.map(({ id }) => id),
    pairs,
    used,
  );
  return new Map([...alone].map(([id, use]) => [id, repeated.has(id) ? "repeats" : use]));
}

function useOf({ judged, sameRecording, wrong, plusMinusS }: SyncPair, wrongAtMost: number): PairUse {
  if (judged === "rejected") return "rejected";
  if (plusMinusS > vagueS) return "too-vague";
  if (judged === "accepted") return "used";
  if (sameRecording === true) return "same-recording";
  return (wrong ?? 0) > wrongAtMost ? "doubtful" : "used";
}

function solveGroups(clips: readonly SyncClip[], pairs: readonly SyncPair[], given: SolveGiven): SolvedGroup[] {
  const numbers = new Map(clips.map(({ id }, number) => [id, number]));
  const links = pairs.map((pair) => ({ pair, a: numbers.get(pair.a) as number, b: numbers.get(pair.b) as number }));
  const parts = partsOf(clips.length, links).filter((part) => part.length > 1);
  const groupOf = new Map(parts.flatMap((part, group) => part.map((clip, place) => [clip, { group, place }] as const)));
  const inGroup: NumberedPair[][] = parts.map(() => []);
  for (const { pair, a, b } of links) {
    const [from, to] = [groupOf.get(a), groupOf.get(b)] as [{ group: number; place: number }, { group: number; place: number }];
    inGroup[from.group]?.push({ pair, a: from.place, b: to.place });
  }
  return parts
    .map((part, group) =>
      solveGroup(
        part.map((clip) => clips[clip] as SyncClip),
        inGroup[group] as NumberedPair[],
        given,
      ),
    )
    .sort((a, b) => b.clips.length - a.clips.length);
}

function apartClips(
  clips: readonly SyncClip[],
  groups: readonly SolvedGroup[],
  pairs: readonly SyncPair[],
  uses: ReadonlyMap<string, PairUse>,
  { refused = [] }: SyncProblem,
): ApartClip[] {
  const placed = new Set(groups.flatMap((group) => group.clips.map(({ id }) => id)));
  return clips
    .filter(({ id }) => !placed.has(id))
    .map(({ id }): ApartClip => {
      const would = pairs.filter(({ a, b }) => a === id || b === id);
      const told = refused.filter(({ a, b }) => a === id || b === id);
      const counts = new Map<string, ApartClip["refused"][number]>();
      for (const { channel, reason } of told) {
        const key = `${channel} ${reason}`;
        counts.set(key, { channel, reason, times: (counts.get(key)?.times ?? 0) + 1 });
      }
      const because = (["doubtful", "same-recording", "too-vague", "rejected"] as const).find((use) =>
        would.some((pair) => uses.get(pair.id) === use),
      );
      return {
        clip: id,
        why: because ?? (told.length > 0 ? "all-refused" : "not-compared"),
        pairs: would.map((pair) => pair.id),
        refused: [...counts.values()].sort((a, b) => b.times - a.times || naturalOrder(a.reason, b.reason)),
      };
    });
}

function travelRow(pair: SyncPair, travel: Travel | undefined): TravelRow[] {
  if (travel === undefined || pair.travel === undefined) return [];
  const { differenceM, delayS } = travel;
  return [
    {
      pair: pair.id,
      use: pair.travel.use,
      differenceM: roundedFigure(differenceM),
      delayS: roundedFigure(delayS),
      measured: { value: seconds(pair.offsetS), plusMinus: seconds(pair.plusMinusS) },
      corrected: roundedFigure({ value: pair.offsetS - delayS.value, plusMinus: Math.hypot(pair.plusMinusS, delayS.plusMinus) }),
    },
  ];
}

function travelBounds(
  pairs: readonly SyncPair[],
  uses: ReadonlyMap<string, PairUse>,
  clips: readonly SyncClip[],
  speed: SpeedUsed,
): TravelBound[] {
  const cameras = new Map(clips.map(({ id, camera }) => [id, camera]));
  return pairs.flatMap((pair) => {
    const [a, b] = [cameras.get(pair.a), cameras.get(pair.b)];
    if (!isHeard(pair) || uses.get(pair.id) !== "used" || pair.travel?.use === "correct" || a === undefined || b === undefined) return [];
    const { camerasApartM, atMostS } = travelBound(pair, a, b, speed);
    return [{ pair: pair.id, camerasApartM: roundedFigure(camerasApartM), atMostS: seconds(atMostS) }];
  });
}
