/**
 * Items whose words match, for lists of items: every word of the query somewhere in one text of the item (name, note,
 * observation, post, article), as a part of a word too, in any script. Posts answer for the media they carry. The same search
 * as that of the search screen (see search-match), asked for items instead of texts.
 */
import { type RawBuilder, sql } from "kysely";
import { eachBit, hasBit, setBit, wordsFor } from "../core/search/bits.ts";
import type { CaseReader } from "./case-reader.ts";
import { matchTexts } from "./search-match.ts";

/** A subquery of item numbers. */
export async function itemsMatching(reader: CaseReader, typed: string): Promise<RawBuilder<number>> {
  const { matched, words } = await matchTexts(reader, typed, { all: true });
  if (words.length === 0) return sql<number>`select number from item`;
  let [lastItem, lastPost] = [0, 0];
  for (const { segment } of matched) {
    for (const item of segment.items) if (item > lastItem) lastItem = item;
    for (const post of segment.posts) if (post > lastPost) lastPost = post;
  }
  const posts = new Uint32Array(wordsFor(lastPost + 1));
  const items = new Set<number>();
  for (const { segment, texts } of matched) {
    eachBit(texts, (at) => {
      items.add(segment.items[at] as number);
      const post = segment.posts[at] as number;
      if (post !== 0) setBit(posts, post);
    });
  }
  for (const { post, item } of await carriedItems(reader)) if (post <= lastPost && hasBit(posts, post)) items.add(item);
  return sql<number>`select value from json_each(${JSON.stringify([...items])})`;
}

interface Carried {
  readonly post: number;
  readonly item: number;
}

/** Items that posts carry change only with the ledger, so they are kept per head. */
const carried = new WeakMap<object, { readonly seq: number; readonly pairs: readonly Carried[] }>();

async function carriedItems(reader: CaseReader): Promise<readonly Carried[]> {
  const seq = reader.views.head()?.seq ?? 0;
  const before = carried.get(reader.views);
  if (before?.seq === seq) return before.pairs;
  const pairs = (await reader.views.db
    .selectFrom("post_media")
    .select(["post", "item"])
    .where("item", "is not", null)
    .execute()) as Carried[];
  carried.set(reader.views, { seq, pairs });
  return pairs;
}
