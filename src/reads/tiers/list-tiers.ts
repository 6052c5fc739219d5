/** Tiers of the case or of one item, oldest first, withdrawn ones marked; and which items have a sound that could be written down. */
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { tierRow, type TierListed } from "./tier-row.ts";
import { tierStates } from "./tier-states.ts";

/** Items that are told of at once. */
const mostSounding = 20_000;

export async function listTiers(
  reader: CaseReader,
  viewer: Viewer,
  { item }: { item?: ItemId | undefined } = {},
): Promise<{ tiers: TierListed[]; sounding: ItemId[] }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const number = item === undefined ? undefined : Number(item.slice(1));
  const query = db.selectFrom("tier").innerJoin("item", "item.number", "tier.item").selectAll("tier").where("item.undone", "is", null);
  const rows = await (number === undefined ? query : query.where("tier.item", "=", number)).orderBy("tier.id").execute();
  const sounding = db.selectFrom("item").select("number").where("has_sound", "=", 1).where("held", "=", 1).where("undone", "is", null);
  const sounds = await (number === undefined ? sounding : sounding.where("number", "=", number))
    .orderBy("number")
    .limit(mostSounding)
    .execute();
  const nameOf = await peopleNames(reader);
  const tiers: TierListed[] = [];
  for (const row of rows) {
    const versions = await db
      .selectFrom("tier_version")
      .select(["made_json", "drafts"])
      .where("tier", "=", row.id)
      .orderBy("version", "desc")
      .execute();
    tiers.push(tierRow(row, await tierStates(reader, row), versions, nameOf));
  }
  return { tiers, sounding: sounds.map((one) => itemId(one.number)) };
}
