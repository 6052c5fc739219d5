/** Posts that carry an item of the case, as they were read: every one, however large an export is. */
import type { Post } from "../../core/post/post.ts";
import type { CaseReader } from "../case-reader.ts";

const atOnce = 1000;

export async function* carryingPosts({ views: { db } }: CaseReader): AsyncGenerator<Post> {
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom("post")
      .select(["id", "json"])
      .where("id", ">", last)
      .where("id", "in", (media) => media.selectFrom("post_media").select("post").where("item", "is not", null))
      .orderBy("id")
      .limit(atOnce)
      .execute();
    for (const { id, json } of rows) {
      yield JSON.parse(json) as Post;
      last = id;
    }
    if (rows.length < atOnce) return;
  }
}
