/** Whether an item has a text to quote from: one that was read and holds words, one that waits to be read, or speech that was written down. */
import { articleParts } from "../../core/article/article-parts.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Post } from "../../core/post/post.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemReading } from "./item-reading.ts";
import { hasSpeech } from "./speech-texts.ts";

/** Throws CaseError ITEM_UNKNOWN. */
export async function hasText(reader: CaseReader, item: ItemId): Promise<boolean> {
  const found = await itemReading(reader, item);
  if (found.kind === "none" || found.kind === "speech")
    return (found.kind === "none" && found.waits) || hasSpeech(reader, Number(item.slice(1)));
  if (found.kind === "article") return articleParts(found.article).some(({ text }) => text.trim() !== "");
  const posts = await reader.views.db
    .selectFrom("post")
    .select("json")
    .where("export_item", "=", Number(item.slice(1)))
    .execute();
  return posts.some(({ json }) => (JSON.parse(json) as Post).text.trim() !== "");
}
