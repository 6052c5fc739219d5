/**
 * What several origins are worth beside each other. Readings of one exhibit replicate; only another exhibit, or another kind of basis,
 * can corroborate. What nobody says the basis of shows neither.
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

/** What it stands on. Who was there stands on what they saw themselves, which is nobody else's exhibit. */
function groundsOf({ bases, exhibits: shown, label }: Origin): string[] {
  if (shown.length > 0) return shown.map((item) => `exhibit ${item}`);
  return bases.filter((basis) => basis !== "unstated").map((basis) => (firstHand.includes(basis) ? `${basis} by ${label}` : basis));
}

/** `asserting`: the origins that affirm. */
export function supportOf(asserting: readonly Origin[]): Support {
  if (asserting.length < 2) return asserting.length === 0 ? "nobody" : "one-origin";
  const grounds = asserting.map(groundsOf);
  const known = grounds.filter((ground) => ground.length > 0);
  const apart = known.some((one, at) =>
    known.slice(at + 1).some((other) => one.some((ground) => other.some((second) => second !== ground))),
  );
  if (apart) return "may-corroborate";
  const [first] = known[0] ?? [];
  const allOfOne = first?.startsWith("exhibit ") === true && known.length > 1 && known.length === grounds.length;
  return allOfOne ? "replicated" : "unstated";
}

export function exhibitsOf(origins: readonly Origin[], { copies }: Pick<ClaimCase, "copies">): OriginCell["exhibits"] {
  const shown = [...new Set(origins.flatMap((origin) => origin.exhibits))];
  return shown.map((item) => ({
    items: copies.find((group) => group[0] === item) ?? [item],
    origins: origins.filter((origin) => origin.exhibits.includes(item)).map(({ label }) => label),
  }));
}
