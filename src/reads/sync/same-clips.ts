/** Which recordings of a plan are one: the same bytes, or copies that a person accepted. Another upload is not another angle. */
import type { ItemId } from "../../core/item/item.ts";
import type { CaseReader } from "../case-reader.ts";
import { type CopyCase, copyCase } from "../copies/copy-case.ts";
import { pairState } from "../copies/pair-rows.ts";
import type { ClipFacts } from "./clip-facts.ts";

export interface SameClip {
  /** The one of lowest number. */
  readonly as: ItemId;
  readonly by: "same-bytes" | "accepted-copy";
}

/** Of these recordings, by number, those that are the same as an earlier one. */
export async function sameClips(
  reader: CaseReader,
  clips: readonly Pick<ClipFacts, "item" | "object">[],
): Promise<ReadonlyMap<ItemId, SameClip>> {
  const found = await copyCase(reader);
  const first = new Map<ItemId, ItemId>(clips.map(({ item }) => [item, item]));
  const firstOf = (item: ItemId): ItemId => {
    const next = first.get(item);
    return next === undefined || next === item ? item : firstOf(next);
  };
  const join = (one: ItemId, other: ItemId) => {
    const [low, high] = [firstOf(one), firstOf(other)].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
    if (low !== undefined && high !== undefined) first.set(high, low);
  };
  const twins = Map.groupBy(clips, ({ object }) => object);
  for (const [one, ...others] of twins.values()) for (const { item } of others) if (one !== undefined) join(one.item, item);
  for (const [a, b] of acceptedCopies(found, twins)) join(a, b);
  return new Map(
    clips.flatMap(({ item, object }): [ItemId, SameClip][] => {
      const as = firstOf(item);
      if (as === item) return [];
      const twin = twins.get(object)?.[0]?.item;
      return [[item, twin === undefined || twin === item ? { as, by: "accepted-copy" } : { as, by: "same-bytes" }]];
    }),
  );
}

/** Pairs of different bytes, each of the recordings asked for; accepted and not rejected since. */
function acceptedCopies(
  found: CopyCase,
  clipsOf: ReadonlyMap<string, readonly { readonly item: ItemId }[]>,
): readonly (readonly [ItemId, ItemId])[] {
  const pairs = found.pairsOf(new Set(found.material.items.flatMap(({ object }) => (clipsOf.has(object) ? [object] : []))));
  return pairs.flatMap(({ comparison }): [ItemId, ItemId][] => {
    const [one, other] = [clipsOf.get(comparison.a)?.[0], clipsOf.get(comparison.b)?.[0]];
    if (one === undefined || other === undefined || comparison.picture.state !== "compared") return [];
    return pairState(found, comparison, new Set()) === "accepted" ? [[one.item, other.item]] : [];
  });
}
