/** Items that have something to write down: with sound, or with a tier; and what each list of them holds. */
import type { TierRow } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { tierStage } from "./tier-stage.ts";

export const listFilters = ["all", "none", "draft", "written", "reviewed", "disagreed"] as const;
export type ListFilter = (typeof listFilters)[number];

export interface ItemTiers {
  readonly item: ItemId;
  readonly sounds: boolean;
  /** Standing ones, in the order of their numbers. */
  readonly tiers: readonly TierRow[];
  /** Every list that the item is in: it may hold a draft beside a reviewed tier. */
  readonly states: readonly ListFilter[];
}

export function itemsOfSpeech(sounding: readonly ItemId[], tiers: readonly TierRow[]): readonly ItemTiers[] {
  const standing = tiers.filter(({ withdrawn }) => withdrawn === undefined);
  const byItem = Map.groupBy(standing, ({ item }) => item);
  const sounds = new Set(sounding);
  return [...new Set([...sounding, ...byItem.keys()])]
    .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    .map((item) => {
      const own = byItem.get(item) ?? [];
      return { item, sounds: sounds.has(item), tiers: own, states: statesOf(own) };
    });
}

function statesOf(tiers: readonly TierRow[]): ListFilter[] {
  if (tiers.length === 0) return ["none"];
  const found = new Set<ListFilter>();
  for (const stage of tiers.map(tierStage)) {
    if (stage === "draft" || stage === "part-draft") found.add("draft");
    if (stage === "written" || stage === "part-reviewed" || stage === "empty") found.add("written");
    if (stage === "reviewed") found.add("reviewed");
  }
  if (tiers.some(({ standings }) => standings.disagreed > 0)) found.add("disagreed");
  return [...found];
}
