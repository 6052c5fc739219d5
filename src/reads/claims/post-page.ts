/** Posts of an export by their order, a page at a time. */
import type { ItemId } from "../../core/item/item.ts";
import type { Post } from "../../core/post/post.ts";
import type { CaseReader } from "../case-reader.ts";

export interface PostPage {
  readonly posts: readonly { readonly ord: number; readonly post: Post }[];
  /** Of the whole export. */
  readonly total: number;
}

export async function postPage({ views: { db } }: CaseReader, item: ItemId, from: number, count: number): Promise<PostPage> {
  const posts = db.selectFrom("post").where("export_item", "=", Number(item.slice(1)));
  const { total } = await posts.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await posts
    .select(["ord", "json"])
    .where("ord", ">=", from)
    .where("ord", "<", from + count)
    .orderBy("ord")
    .execute();
  return { posts: rows.map(({ ord, json }) => ({ ord, post: JSON.parse(json) as Post })), total };
}
