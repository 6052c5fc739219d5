/**
 * The plan: recordings on as few clocks as what was measured, marked and judged allows, worked out now. The problem is built from the
 * tables and nothing else, so that it can be kept and asked again; what it does not rest on is told with the reason.
 */
import { CaseError } from "../../core/case/case-error.ts";
import { mostMeasured } from "../../core/entry/kinds/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { MeasurerVersions } from "../../core/sync/measurer.port.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { answerSync } from "../../reason/sync/answer-sync.ts";
import type { SyncAnswer } from "../../reason/sync/sync-answer.ts";
import type { SyncProblem } from "../../reason/sync/sync-problem.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ClipFacts, clipFacts } from "./clip-facts.ts";
import { syncItems } from "./list-sync-measurements.ts";
import { planCameras } from "./plan-cameras.ts";
import { markPairs } from "./plan-marks.ts";
import { planPairs } from "./plan-pairs.ts";
import { planTimes } from "./plan-times.ts";
import { sameClips } from "./same-clips.ts";
import { type SyncCase, syncCase } from "./sync-case.ts";
import type { LeftOutOfPlan, PlanClip } from "./sync-rows.ts";

export interface SyncPlan {
  /** Null where there is nothing to put on a clock. */
  readonly problem: SyncProblem | null;
  readonly answer: SyncAnswer | null;
  readonly clips: readonly PlanClip[];
  readonly leftOut: readonly LeftOutOfPlan[];
  readonly notMeasured: number;
}

/** Plans that are remembered for one head. */
const remembered = 8;
const made = new WeakMap<CaseReader["views"], { head: string; plans: Map<string, Promise<SyncPlan>> }>();

/** `items`: undefined for all that were measured or marked. Throws CaseError INPUT_INVALID for more than one plan takes. */
export async function syncPlan(
  reader: CaseReader,
  viewer: Viewer,
  versions: MeasurerVersions,
  items?: readonly ItemId[],
): Promise<SyncPlan> {
  demand(viewer, "read");
  const head = reader.views.head()?.head ?? "none";
  const known = made.get(reader.views);
  const plans = known?.head === head ? known.plans : new Map<string, Promise<SyncPlan>>();
  made.set(reader.views, { head, plans });
  const key = items === undefined ? "all" : [...new Set(items)].toSorted().join(" ");
  const before = plans.get(key);
  if (before !== undefined) return before;
  const plan = makePlan(reader, versions, items);
  plans.set(key, plan);
  for (const old of plans.keys()) if (plans.size > remembered) plans.delete(old);
  plan.catch(() => plans.delete(key));
  return plan;
}

async function makePlan(reader: CaseReader, versions: MeasurerVersions, items: readonly ItemId[] | undefined): Promise<SyncPlan> {
  const found = await syncCase(reader);
  const wanted = items ?? measuredOrMarked(found);
  if (wanted.length > mostMeasured)
    throw new CaseError("INPUT_INVALID", `plan: expected at most ${mostMeasured} recordings; found ${wanted.length}. Choose which.`);
  const facts = await clipFacts(reader, wanted);
  const leftOut: LeftOutOfPlan[] = recordingsLeftOut(wanted, facts);
  const clips = facts.flatMap((clip) => (clip.span === undefined ? [] : [{ ...clip, ...clip.span }]));
  const named = new Set(clips.map(({ item }) => item));
  const shown = new Map((await syncItems(reader, found, versions, named)).map((one) => [one.item, one]));
  const same = await sameClips(reader, clips);
  const { cameras, leftOut: positions } = await planCameras(reader, named);
  const { times, leftOut: timesLeft } = await planTimes(reader, clips);
  const marks = markPairs(found.marks, new Map(clips.map(({ item, object }) => [item, object])));
  const pairs = planPairs(found.pairs, named, same);
  leftOut.push(...pairs.leftOut, ...marks.leftOut, ...timesLeft, ...positions);
  const problem: SyncProblem | null =
    clips.length === 0
      ? null
      : {
          clips: clips.map(({ item, object, startS, endS, rate, hasSound, hasPicture }) => {
            const camera = cameras.get(item);
            return {
              ...{ id: item, label: (shown.get(item)?.name ?? item).slice(0, 300), item, object, startS, endS, rate },
              has: [...(hasPicture ? (["picture"] as const) : []), ...(hasSound ? (["sound"] as const) : [])],
              ...(camera === undefined ? {} : { camera }),
            };
          }),
          pairs: [...pairs.pairs, ...marks.pairs],
          refused: [...pairs.refused],
          times: [...times],
        };
  return {
    problem,
    answer: problem === null ? null : answerSync(problem),
    clips: clips.flatMap(({ item, startS, endS, rate }): PlanClip[] => {
      const one = shown.get(item);
      const twin = same.get(item);
      return one === undefined ? [] : [{ ...one, startS, endS, rate, sameGroupAs: twin?.as ?? null, sameBy: twin?.by ?? null }];
    }),
    leftOut,
    notMeasured: [...shown.values()].reduce((sum, { unmeasured }) => sum + unmeasured, 0) / 2,
  };
}

function measuredOrMarked({ pairs, marks, items }: SyncCase): ItemId[] {
  const named = new Set([
    ...pairs.flatMap(({ a, b }) => [a, b]),
    ...marks.flatMap(({ withdrawn, points }) => (withdrawn === undefined ? points.map(({ item }) => item) : [])),
  ]);
  return items.flatMap(({ item }) => (named.has(item) ? [item] : []));
}

function recordingsLeftOut(wanted: readonly ItemId[], facts: readonly ClipFacts[]): LeftOutOfPlan[] {
  const there = new Map(facts.map((clip) => [clip.item, clip]));
  return [...new Set(wanted)].flatMap((item): LeftOutOfPlan[] => {
    const clip = there.get(item);
    if (clip === undefined) return [{ what: "recording", of: item, why: "it is not held, or has neither sound nor moving picture" }];
    return clip.span === undefined ? [{ what: "recording", of: item, why: "its container does not say how long it is" }] : [];
  });
}
