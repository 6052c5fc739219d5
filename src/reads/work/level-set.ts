/** Who gave an item its graphic level last: what a person is told before they look. */
import { sql } from "kysely";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";

export async function levelSet(reader: CaseReader, viewer: Viewer, item: ItemId) {
  demand(viewer, "read");
  const row = await reader.views.db
    .selectFrom("entry_item")
    .innerJoin("entry", "entry.seq", "entry_item.seq")
    .select(["entry.seq", "entry.at", "entry.by"])
    .where("entry_item.item", "=", Number(item.slice(1)))
    .where("entry.kind", "=", "item.triaged")
    .where(sql<boolean>`json_extract(entry.body, '$.data.graphicLevel') is not null`)
    .orderBy("entry.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const nameOf = await peopleNames(reader);
  return { set: row === undefined ? null : { byName: nameOf(row.by ?? ""), at: row.at ?? "unknown", seq: row.seq } };
}
