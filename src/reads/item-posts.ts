/** Posts that carry an item, or those of an export, some at a time: an export may hold a million. */
import type { Selectable } from "kysely";
import type { Channel, Post } from "../core/post/post.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PostTable } from "../views/schema.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

/** How many the answer for a whole item carries; the rest is asked for page by page. */
export const firstPosts = 200;

type PostRow = Selectable<PostTable>;

export interface ItemPost {
  channel: Channel;
  post: Post;
  exportItem: ItemId;
  mediaItems: (ItemId | null)[];
}

export async function itemPosts(
  reader: CaseReader,
  item: number,
  { offset = 0, limit = firstPosts }: { readonly offset?: number; readonly limit?: number } = {},
): Promise<{ posts: ItemPost[]; postCount: number }> {
  const { db } = reader.views;
  // Asked apart, so that an export of a million posts is read in the order of its index and no further than is shown.
  const own = db.selectFrom("post").where("export_item", "=", item);
  const carrying = db.selectFrom("post").where("export_item", "!=", item).where("id", "in", carryingPosts(reader, item));
  const rows: PostRow[] = [];
  let postCount = 0;
  for (const posts of [own, carrying]) {
    const { count } = await posts.select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
    const wanted = limit - rows.length;
    const passed = Math.max(0, offset - postCount);
    if (wanted > 0 && passed < count)
      rows.push(...(await posts.selectAll().orderBy("export_item").orderBy("ord").limit(wanted).offset(passed).execute()));
    postCount += count;
  }
  if (rows.length === 0) return { posts: [], postCount };
  const media = await db
    .selectFrom("post_media")
    .selectAll()
    .where(
      "post",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("ord")
    .execute();
  const channels = await db
    .selectFrom("channel")
    .selectAll()
    .where("export_item", "in", [...new Set(rows.map((row) => row.export_item))])
    .execute();
  const channelOf = new Map(channels.map((channel) => [`${channel.export_item} ${channel.id}`, JSON.parse(channel.json) as Channel]));
  const mediaOf = Map.groupBy(media, (row) => row.post);
  const posts = rows.map((row) => ({
    channel: channelOf.get(`${row.export_item} ${row.channel_id}`) ?? {
      id: row.channel_id,
      name: row.channel_id,
      platform: "unknown",
      type: "unknown",
    },
    post: JSON.parse(row.json) as Post,
    exportItem: itemId(row.export_item),
    mediaItems: (mediaOf.get(row.id) ?? []).map((found) => (found.item === null ? null : itemId(found.item))),
  }));
  return { posts, postCount };
}

function carryingPosts({ views }: CaseReader, item: number) {
  return views.db.selectFrom("post_media").select("post").where("item", "=", item);
}
