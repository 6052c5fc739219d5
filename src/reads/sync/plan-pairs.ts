/**
 * Measured pairs as the reasoner takes them. Recordings of the same bytes are one: what was measured of the second repeats what was
 * measured of the first, and two that say the same would pass for two that agree.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { PairMeasurement } from "../../core/sync/pair-measurement.ts";
import type { RefusedPair, SyncPair } from "../../reason/sync/sync-problem.ts";
import type { SameClip } from "./same-clips.ts";
import { type MeasuredPair, standingJudgement } from "./sync-case.ts";
import type { LeftOutOfPlan } from "./sync-rows.ts";

export interface PlanPairs {
  readonly pairs: readonly SyncPair[];
  readonly refused: readonly RefusedPair[];
  readonly leftOut: readonly LeftOutOfPlan[];
}

/** `items`: those of the plan. `same`: of these, those that are the same as an earlier one. */
export function planPairs(measured: readonly MeasuredPair[], items: ReadonlySet<ItemId>, same: ReadonlyMap<ItemId, SameClip>): PlanPairs {
  const pairs: SyncPair[] = [];
  const refused: RefusedPair[] = [];
  const leftOut: LeftOutOfPlan[] = [];
  const twins = new Map([...same].filter(([, { by }]) => by === "same-bytes"));
  for (const [item, { as }] of twins)
    leftOut.push({
      what: "recording",
      of: item,
      why: `it holds the same bytes as ${as}: what was measured of it is counted once, as that`,
    });
  for (const pair of measured) {
    const { a, b, measurement } = pair;
    if (!items.has(a) || !items.has(b)) continue;
    const twinned = (twins.get(a)?.as ?? a) === (twins.get(b)?.as ?? b);
    if (!twinned && (twins.has(a) || twins.has(b))) continue;
    if (measurement.state === "refused") {
      refused.push({ a, b, channel: measurement.channel, reason: measurement.reason });
      continue;
    }
    const judgement = standingJudgement(pair);
    if (judgement?.verdict === "accepted" && judgement.ofEarlier)
      leftOut.push({
        what: "pair",
        of: `${a} ${b}`,
        why: `line ${judgement.seq} accepts it as it was measured before; it was measured again since, with another outcome`,
      });
    pairs.push(pairOf(pair, measurement, twinned));
  }
  return { pairs, refused, leftOut };
}

type Measured = Extract<PairMeasurement, { state: "measured" }>;

function pairOf(pair: MeasuredPair, { offset, wrong, channel, sameRecording }: Measured, twinned: boolean): SyncPair {
  const { a, b } = pair;
  const judgement = standingJudgement(pair);
  const holds = judgement !== undefined && (judgement.verdict === "rejected" || !judgement.ofEarlier);
  return {
    ...{ id: `${a} ${b}`, a, b, channel, offsetS: offset.offsetS, plusMinusS: offset.plusMinusS, at: { ...offset.at }, wrong },
    ...(offset.rate === "not-measured" ? {} : { rate: { ...offset.rate } }),
    sameRecording: sameRecording || twinned,
    ...(holds ? { judged: judgement.verdict } : {}),
  };
}
