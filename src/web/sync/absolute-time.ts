/** The common clock in UTC, as far as anything says it: an interval, whose clip and which statements it rests on. Never a bare instant. */
import type { ItemId } from "../../core/item/item.ts";
import type { CasePlan, WallPlan } from "./wall-plan.ts";

export interface KnownTime {
  /** UTC milliseconds that common second 0 is not before, not after; null: open on that side. */
  readonly zeroFrom: number | null;
  readonly zeroTo: number | null;
  /** The clip that tells it most narrowly. */
  readonly by: ItemId;
  /** In words, as they were stated. */
  readonly bases: readonly string[];
}

export type WallTime = { readonly state: "unknown" | "conflict" } | { readonly state: "known"; readonly time: KnownTime };

export function wallTime({ group }: WallPlan, plan: CasePlan | undefined): WallTime {
  if (group === null || plan === undefined || group.absolute.state === "nothing-stated") return { state: "unknown" };
  if (group.absolute.state === "conflict") return { state: "conflict" };
  let best: KnownTime | undefined;
  for (const { clip, start, earliestBy, latestBy } of group.absolute.clips) {
    const begins = group.clips.find((placed) => placed.clip === clip)?.start.value;
    if (begins === undefined) continue;
    const zeroFrom = zeroOf(start.notBefore, begins);
    const zeroTo = zeroOf(start.notAfter, begins);
    if (zeroFrom === null && zeroTo === null) continue;
    const bases = basesOf([...earliestBy, ...latestBy], plan);
    const time: KnownTime = { zeroFrom, zeroTo, by: plan.itemOf(clip), bases };
    if (best === undefined || widthOf(time) < widthOf(best)) best = time;
  }
  return best === undefined ? { state: "unknown" } : { state: "known", time: best };
}

function zeroOf(instant: string | null, begins: number): number | null {
  return instant === null ? null : Date.parse(instant) - begins * 1000;
}

/** Seconds; infinite while one side is open. */
export function widthOf({ zeroFrom, zeroTo }: KnownTime): number {
  return zeroFrom === null || zeroTo === null ? Number.POSITIVE_INFINITY : (zeroTo - zeroFrom) / 1000;
}

function basesOf(ids: readonly string[], { problem, itemOf }: CasePlan): string[] {
  const told = (problem.times ?? []).filter(({ id }) => ids.includes(id));
  return [...new Set(told.map(({ clip, basis, source }) => `i${itemOf(clip).slice(1)}: ${basis ?? source ?? clip}`))];
}
