/** Which posts of an item, or that carry it, others repeat. */
import { CaseError } from "../../core/case/case-error.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { textCase, textOf } from "./text-case-now.ts";

/** Posts of an item, or that carry it, that are looked at. */
const mostOfItem = 2000;

export async function itemTextCopies(reader: CaseReader, viewer: Viewer, item: ItemId) {
  demand(viewer, "read");
  const number = Number(item.slice(1));
  const { db } = reader.views;
  const known = await db.selectFrom("item").select("number").where("number", "=", number).executeTakeFirst();
  if (known === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected an item of this case; found none of that number`);
  const found = await textCase(reader);
  if ("state" in found) return found;
  const posts = db
    .selectFrom("post")
    .where((eb) =>
      eb.or([eb("export_item", "=", number), eb("id", "in", eb.selectFrom("post_media").select("post").where("item", "=", number))]),
    );
  const { total } = await posts.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await posts.select(["id", "export_item", "ord"]).orderBy("id").limit(mostOfItem).execute();
  return {
    state: "done" as const,
    posts: rows.flatMap((row) => {
      const text = textOf(found, row.id);
      if (text < 0 || found.postsIn(text) < 2) return [];
      const post = { item: itemId(row.export_item), at: row.ord };
      return [{ post, group: post, groupPosts: found.postsIn(text), sources: found.sourcesIn(text) }];
    }),
    looked: rows.length,
    total,
  };
}
