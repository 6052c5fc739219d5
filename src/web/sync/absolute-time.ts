/**
 * The common clock in UTC, as far as anything says it: an interval and the statements it rests on, never a bare instant. It is what the plan's
 * answer says of the reference, whose item time the common clock is: errors of offsets and the ways of sound are in it.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { CasePlan, WallPlan } from "./wall-plan.ts";

/** A moment of the common clock, and the UTC milliseconds that it is not before, not after; null: open on that side. */
export interface KnownMoment {
  readonly commonSec: number;
  readonly from: number | null;
  readonly to: number | null;
}

export interface KnownTime {
  /** First and last moment of the reference. */
  readonly start: KnownMoment;
  readonly end: KnownMoment;
  readonly reference: ItemId;
  /** In words, as they were stated. */
  readonly bases: readonly string[];
}

export type WallTime = { readonly state: "unknown" | "conflict" } | { readonly state: "known"; readonly time: KnownTime };

export function wallTime({ group }: WallPlan, plan: CasePlan | undefined): WallTime {
  if (group === null || plan === undefined || group.absolute.state === "nothing-stated") return { state: "unknown" };
  if (group.absolute.state === "conflict") return { state: "conflict" };
  const told = group.absolute.clips.find(({ clip }) => clip === group.reference);
  const placed = group.clips.find(({ clip }) => clip === group.reference);
  if (told === undefined || placed === undefined || (told.start.notBefore === null && told.start.notAfter === null))
    return { state: "unknown" };
  const start = knownMoment(placed.start.value, told.start);
  const end = knownMoment(placed.end.value, told.end);
  const bases = basesOf([...told.earliestBy, ...told.latestBy], plan);
  return { state: "known", time: { start, end, reference: plan.itemOf(group.reference), bases } };
}

/** What is known of any moment: the farther from the beginning of the reference, the wider, as it grew to the reference's end. */
export function momentAt({ start, end }: KnownTime, commonSec: number): KnownMoment {
  const lasts = end.commonSec - start.commonSec;
  const shift = (commonSec - start.commonSec) * 1000;
  const share = lasts > 0 ? Math.abs(commonSec - start.commonSec) / lasts : 0;
  const giveOf = (first: number | null, last: number | null): number =>
    first === null || last === null ? 0 : Math.abs(last - first - lasts * 1000) * share;
  return {
    commonSec,
    from: start.from === null ? null : start.from + shift - giveOf(start.from, end.from),
    to: start.to === null ? null : start.to + shift + giveOf(start.to, end.to),
  };
}

/** Seconds; infinite while one side is open. */
export function widthOf({ from, to }: KnownMoment): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : (to - from) / 1000;
}

function knownMoment(commonSec: number, at: { readonly notBefore: string | null; readonly notAfter: string | null }): KnownMoment {
  const ms = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));
  return { commonSec, from: ms(at.notBefore), to: ms(at.notAfter) };
}

function basesOf(ids: readonly string[], { problem, itemOf }: CasePlan): string[] {
  const told = (problem.times ?? []).filter(({ id }) => ids.includes(id));
  return [...new Set(told.map(({ clip, basis, source }) => `i${itemOf(clip).slice(1)}: ${basis ?? source ?? clip}`))];
}
