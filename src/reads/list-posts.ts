/** A page of the posts of an export, or of the posts that carry an item, so that each of them can be read. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { type ItemPost, itemPosts } from "./item-posts.ts";

/** Throws CaseError ITEM_UNKNOWN. */
export async function listPosts(
  reader: CaseReader,
  viewer: Viewer,
  id: ItemId,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; offset: number; posts: ItemPost[] }> {
  demand(viewer, "read");
  const number = Number(id.slice(1));
  const found = await reader.views.db.selectFrom("item").select("number").where("number", "=", number).executeTakeFirst();
  if (found === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${id}: expected an item of this case; found none of that number`);
  const { posts, postCount } = await itemPosts(reader, number, page);
  return { total: postCount, offset: page.offset, posts };
}
