/** Items that are pictures of the ground from above, with what is said of them; those whose import was taken back are left out. */
import type { ItemId } from "../core/item/item.ts";
import { ImageryPlacement } from "../core/map-layer/imagery.ts";
import { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";
import { peopleNames } from "./people-names.ts";

export async function listImagery(reader: CaseReader, viewer: Viewer) {
  demand(viewer, "read");
  const nameOf = await peopleNames(reader);
  const rows = await reader.views.db
    .selectFrom("imagery")
    .innerJoin("item", "item.number", "imagery.item")
    .select([
      "imagery.item",
      "provider",
      "licence",
      "taken_json",
      "placement_json",
      "imagery.reason",
      "imagery.at",
      "imagery.by",
      "imagery.seq",
    ])
    .select(["item.name", "item.level", "item.held"])
    .where("item.undone", "is", null)
    .orderBy("imagery.item")
    .execute();
  return rows.map((row) => ({
    item: itemId(row.item) satisfies ItemId,
    name: row.name ?? "withheld",
    level: row.level,
    held: row.held === 1,
    provider: row.provider ?? "withheld",
    licence: row.licence ?? "withheld",
    taken: valueOf(row.taken_json, (value): TimeClaim | "unknown" => (value === "unknown" ? "unknown" : TimeClaim.parse(value))),
    placement: valueOf(row.placement_json, (value) => (value === null ? null : ImageryPlacement.parse(value))),
    reason: row.reason,
    at: row.at,
    byName: nameOf(row.by),
    seq: row.seq,
  }));
}

/** "withheld" where this copy does not hold it. */
function valueOf<T>(json: string | null, read: (value: unknown) => T): T | "withheld" {
  return json === null ? "withheld" : read(JSON.parse(json));
}

/** What actions on imagery must know before they append. */
export function imageryIndex({ views: { db } }: CaseReader) {
  return {
    async item(id: ItemId): Promise<{ isPicture: boolean; isImagery: boolean }> {
      const number = Number(id.slice(1));
      const item = await db.selectFrom("item").select("kind").where("number", "=", number).executeTakeFirst();
      const described = await db.selectFrom("imagery").select("seq").where("item", "=", number).executeTakeFirst();
      return { isPicture: item?.kind === "picture", isImagery: described !== undefined };
    },
  };
}
