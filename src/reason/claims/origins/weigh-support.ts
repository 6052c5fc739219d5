/**
 * What several origins are worth beside each other. Readings of one exhibit replicate; only another exhibit, or another kind of basis,
 * can corroborate. What nobody says the basis of shows neither, and whoever names no exhibit may have judged from the same one.
 */
import type { Basis } from "../../../core/claim/claim.ts";
import type { ItemId } from "../../../core/item/item.ts";
import type { ClaimCase } from "../claim-case.ts";
import type { Origin, OriginCell, Support } from "./origin-report-types.ts";

/** The item that stands for an exhibit: the first of its copies. */
export type ExhibitOf = (item: ItemId) => ItemId;

export function exhibits({ copies }: Pick<ClaimCase, "copies">): ExhibitOf {
  const first = new Map(copies.flatMap((group) => group.map((item) => [item, group[0] as ItemId] as const)));
  return (item) => first.get(item) ?? item;
}

const firstHand: readonly Basis[] = ["saw", "filmed", "measured"];

type How = "one-exhibit" | "apart" | "unknown";

/** Exhibits are held against exhibits, and kinds of basis against kinds: an exhibit that is not named is not another one. */
function standTogether(one: Origin, other: Origin): How {
  const named = [one, other].filter(({ exhibits: shown }) => shown.length > 0).length;
  if (named === 2) return differ(one.exhibits, other.exhibits) ? "apart" : "one-exhibit";
  const [first, second] = [kindsOf(one), kindsOf(other)];
  if (first.length === 0 || second.length === 0) return "unknown";
  // Who was there stands on what they saw themselves, which is nobody else's exhibit.
  const bothThere = named === 0 && first.some((kind) => firstHand.includes(kind) && second.includes(kind));
  return bothThere || differ(first, second) ? "apart" : "unknown";
}

function kindsOf({ bases }: Origin): readonly Basis[] {
  return bases.filter((basis) => basis !== "unstated");
}

function differ<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.some((each) => !other.includes(each)) || other.some((each) => !one.includes(each));
}

/** `asserting`: the origins that affirm. */
export function supportOf(asserting: readonly Origin[]): Support {
  if (asserting.length < 2) return asserting.length === 0 ? "nobody" : "one-origin";
  const found = new Set(asserting.flatMap((one, at) => asserting.slice(at + 1).map((other) => standTogether(one, other))));
  if (found.has("apart")) return "may-corroborate";
  return found.has("unknown") ? "unstated" : "replicated";
}

export function exhibitsOf(origins: readonly Origin[], { copies }: Pick<ClaimCase, "copies">): OriginCell["exhibits"] {
  const shown = [...new Set(origins.flatMap((origin) => origin.exhibits))];
  return shown.map((item) => ({
    items: copies.find((group) => group[0] === item) ?? [item],
    origins: origins.filter((origin) => origin.exhibits.includes(item)).map(({ label }) => label),
  }));
}
