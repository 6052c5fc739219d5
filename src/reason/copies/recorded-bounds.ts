/**
 * Bounds that lines recorded. One holds for a group as long as the upload it names is joined to the group by the matches that
 * stood when it was recorded, less what a person rejected since: material that went, or a comparison that finds it no more, does
 * not take it away.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { Upload } from "./earliest-upload.ts";

export interface RecordedBound {
  /** Line that recorded it. */
  readonly line: number;
  readonly upload: Upload;
  /** As it then stood; empty where this copy withholds it. */
  readonly members: readonly ItemId[];
  readonly matches: readonly (readonly [ItemId, ItemId])[];
}

/** `isRejected`: whether a person rejected the match of two items as a whole. */
export function holdsFor(
  { upload, matches }: RecordedBound,
  group: ReadonlySet<ItemId>,
  isRejected: (one: ItemId, other: ItemId) => boolean,
): boolean {
  if (group.has(upload.item)) return true;
  const reached = new Set([upload.item]);
  const beside = new Map<ItemId, ItemId[]>();
  for (const [a, b] of matches) {
    if (isRejected(a, b)) continue;
    beside.set(a, [...(beside.get(a) ?? []), b]);
    beside.set(b, [...(beside.get(b) ?? []), a]);
  }
  for (const item of reached) {
    if (group.has(item)) return true;
    for (const next of beside.get(item) ?? []) reached.add(next);
  }
  return false;
}
