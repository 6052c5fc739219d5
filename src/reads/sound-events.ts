/** Impulsive sounds of an item, as the newest analysis of this version recorded them. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { SoundEventsResult } from "../core/sound-events/sound-events.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CaseReader, readJson } from "./case-reader.ts";
import { heldItem } from "./find-media.ts";

/** Throws CaseError ITEM_UNKNOWN, or OBJECT_MISSING for what is not held, not analysed, or failed. */
export async function soundEventsOf(reader: CaseReader, viewer: Viewer, id: ItemId): Promise<SoundEventsResult> {
  await heldItem(reader, viewer, id);
  const row = await reader.views.db
    .selectFrom("analysis")
    .select("result")
    .where("item", "=", Number(id.slice(1)))
    .where("analyser", "=", "sound-events")
    .where("state", "=", "done")
    .orderBy("seq", "desc")
    .executeTakeFirst();
  if (row?.result == null) throw new CaseError("OBJECT_MISSING", `item ${id}: expected its sound events; found none yet`);
  return SoundEventsResult.parse(await readJson(reader.vault, row.result as Digest));
}
