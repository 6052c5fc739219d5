/** Map files among the items, and what a reader found in one. */
import { MapFileReading } from "../core/analysis/reading-result.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CaseReader, readJson } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export async function listMapFiles(reader: CaseReader, viewer: Viewer): Promise<{ item: ItemId; name: string; format: string }[]> {
  demand(viewer, "read");
  const rows = await reader.views.db
    .selectFrom("analysis")
    .innerJoin("item", "item.number", "analysis.item")
    .select(["item.number", "item.name", "item.container"])
    .where("analyser", "=", "map-file")
    .where("state", "=", "done")
    .orderBy("item.number")
    .execute();
  return rows.map(({ number, name, container }) => ({
    item: itemId(number),
    name: name ?? "name withheld",
    format: container ?? "unknown",
  }));
}

/** Throws CaseError ITEM_UNKNOWN when the item is no map file that was read. */
export async function readMapFile(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<MapFileReading> {
  demand(viewer, "read");
  const row = await reader.views.db
    .selectFrom("analysis")
    .select("result")
    .where("item", "=", Number(item.slice(1)))
    .where("analyser", "=", "map-file")
    .where("state", "=", "done")
    .executeTakeFirst();
  if (row === undefined || row.result === null)
    throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected a map file that was read; found none`);
  return MapFileReading.parse(await readJson(reader.vault, row.result as Digest));
}
