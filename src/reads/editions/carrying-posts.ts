/** Posts that carry an item of the case, as they were read. */
import type { Post } from "../../core/post/post.ts";
import type { CaseReader } from "../case-reader.ts";

const atMost = 5000;

export async function carryingPosts({ views: { db } }: CaseReader): Promise<Post[]> {
  const rows = await db
    .selectFrom("post")
    .innerJoin("post_media", "post_media.post", "post.id")
    .select("post.json")
    .where("post_media.item", "is not", null)
    .limit(atMost)
    .execute();
  return rows.map(({ json }) => JSON.parse(json) as Post);
}
