/** What the plan says of the clips on a wall: whose clock the wall goes by, where each clip stands on it, and which have no place on it. */
import type { PlanClip, SyncPlanAnswer } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PlacedClip, SyncAnswer, SyncGroup } from "../../reason/sync/sync-answer.ts";
import type { SyncProblem } from "../../reason/sync/sync-problem.ts";
import type { ClipTiming } from "./clip-timing.ts";

export interface CasePlan {
  readonly problem: SyncProblem;
  readonly answer: SyncAnswer;
  readonly clips: readonly PlanClip[];
  /** Items by the ids that problem and answer call their clips. */
  readonly itemOf: (clip: string) => ItemId;
}

/** The server worked it out with the types that it is read by here. Undefined while nothing was measured or marked. */
export function casePlan({ problem, answer, clips }: SyncPlanAnswer): CasePlan | undefined {
  const told = problem as SyncProblem | null;
  if (told === null || answer === null) return undefined;
  const items = new Map(told.clips.map(({ id, item }) => [id, (item ?? id) as ItemId]));
  return { problem: told, answer: answer as SyncAnswer, clips, itemOf: (clip) => items.get(clip) ?? (clip as ItemId) };
}

export interface WallPlace {
  readonly timing: ClipTiming;
  readonly placed: PlacedClip;
}

export interface WallPlan {
  /** Null: the wall goes by the clock of its first clip, and nothing is measured. */
  readonly group: SyncGroup | null;
  /** Whose item time the common clock is. */
  readonly reference: ItemId;
  /** Where clips without a place begin until a hand moves them. */
  readonly beginSec: number;
  /** Of the clips that the group holds. */
  readonly places: ReadonlyMap<ItemId, WallPlace>;
}

/** The group that holds most of the clips gives the clock; what it does not hold begins where the others do. */
export function wallPlan(clips: readonly ItemId[], plan: CasePlan | undefined): WallPlan {
  const group = plan?.answer.groups.toSorted((a, b) => heldBy(b, clips, plan) - heldBy(a, clips, plan))[0];
  const held = group !== undefined && plan !== undefined && heldBy(group, clips, plan) >= 1 ? group : null;
  const placedOf = new Map((held?.clips ?? []).map((placed) => [plan?.itemOf(placed.clip) as ItemId, placed]));
  const starts = clips.flatMap((item) => placedOf.get(item)?.start.value ?? []);
  const places = new Map(
    clips.flatMap((item): [ItemId, WallPlace][] => {
      const placed = placedOf.get(item);
      return placed === undefined ? [] : [[item, { placed, timing: timingOf(placed) }]];
    }),
  );
  const reference = held === null || plan === undefined ? (clips[0] as ItemId) : plan.itemOf(held.reference);
  return { group: held, reference, beginSec: starts.length === 0 ? 0 : Math.min(...starts), places };
}

function heldBy(group: SyncGroup, clips: readonly ItemId[], plan: CasePlan): number {
  return group.clips.filter(({ clip }) => clips.includes(plan.itemOf(clip))).length;
}

function timingOf({ at, rate }: PlacedClip): ClipTiming {
  return { at: { item: at.item, common: at.group }, ratePpm: rate === "not-measured" ? 0 : rate.ppm };
}
