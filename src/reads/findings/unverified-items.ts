/**
 * Items that a finding cites although nobody in the case looked at them: no observation, inference, match judgement, identification or
 * tier that a person wrote and that stands; to mark it as graphic is not to look at it. The Berkeley Protocol's verification phase, as far as a program can ask for it: that there is a record of
 * looking, never that looking was done well. docs/method/findings.md
 */
import type { ItemId } from "../../core/item/item.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { CaseReader } from "../case-reader.ts";

export async function unverifiedItems(reader: CaseReader, grounds: readonly Ground[]): Promise<ItemId[]> {
  const items = [...new Set(grounds.flatMap(({ record }) => (/^i[0-9]/.test(record ?? "") ? [record as ItemId] : [])))];
  const looked = await Promise.all(items.map((item) => isLookedAt(reader, item)));
  return items.filter((_, at) => looked[at] !== true);
}

async function isLookedAt({ views: { db } }: CaseReader, item: ItemId): Promise<boolean> {
  const number = Number(item.slice(1));
  const some = async (query: { executeTakeFirst(): Promise<unknown> }): Promise<boolean> => (await query.executeTakeFirst()) !== undefined;
  if (
    await some(
      db.selectFrom("observation").select("id").where("item", "=", number).where("sort", "=", "observation").where("withdrawn", "is", null),
    )
  )
    return true;
  if (await some(db.selectFrom("identification").select("id").where("item", "=", number).where("withdrawn", "is", null))) return true;
  const tiers = db.selectFrom("tier").innerJoin("tier_version", "tier_version.tier", "tier.id").select("tier.id");
  if (
    await some(
      tiers.where("tier.item", "=", number).where("tier.withdrawn", "is", null).where("tier_version.made_json", "like", '%"person"%'),
    )
  )
    return true;
  const inferences = await db.selectFrom("inference").select(["items_json", "about"]).where("withdrawn", "is", null).execute();
  if (inferences.some(({ items_json, about }) => about === item || (JSON.parse(items_json) as string[]).includes(item))) return true;
  if (await some(db.selectFrom("subject_state").select("id").where("item", "=", number).where("withdrawn", "is", null))) return true;
  for (const table of ["scene_pair", "match_judgement", "sync_judgement"] as const) {
    const ofItem = db.selectFrom(table).select("seq").where("withdrawn", "is", null);
    if (await some(ofItem.where(({ eb, or }) => or([eb("a", "=", number), eb("b", "=", number)])))) return true;
  }
  return some(db.selectFrom("upload_judgement").select("seq").where("item", "=", number).where("withdrawn", "is", null));
}
