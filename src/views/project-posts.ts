/**
 * The posts of an export, from their file into the tables piece by piece. All of it is part of the one transaction that
 * takes in the entry, so that no reader of the tables, and no start after a crash, meets half an export.
 */
import { RecordsUnreadable } from "../core/json/records-file.ts";
import type { PostsReading } from "../core/analysis/reading-result.ts";
import { saidPlace } from "../core/search/said-place.ts";
import { type PostLine, readPosts } from "../core/post/posts-file.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import type { Projecting } from "./handler.ts";
import { indexText, unindexPosts } from "./index-text.ts";
import { itemAt, pathOfMedia, takeEarliestPost } from "./link-posts.ts";

/** Rows removed at a time. */
const piece = 5000;

/** Throws RecordsUnreadable, with the tables as they were, when the file is not what the reading promises. */
export async function projectPosts(item: number, { channels, counts }: PostsReading, posts: ByteStream, on: Projecting): Promise<void> {
  const [own] = on.all<{ path: string | null }>("select path from item where number = ?", item);
  const [before] = on.all<{ post: number; text: number }>(
    "select (select coalesce(max(id), 0) from post) as post, (select coalesce(max(id), 0) from search_text) as text",
  ) as [{ post: number; text: number }];
  const touched = new Set<number>();
  // Only what is added lies inside the savepoint: what it would have to restore is kept in memory.
  on.run("savepoint posts");
  try {
    let ord = 0;
    for await (const some of readPosts(posts, counts.posts)) {
      for (const line of some) addPost({ item, path: own?.path ?? null, ord: ord++, line, touched }, on);
      await on.pause();
    }
  } catch (error) {
    if (error instanceof RecordsUnreadable) {
      on.run("rollback to posts");
      on.run("release posts");
    }
    throw error;
  }
  on.run("release posts");
  await removeEarlierReading(item, before, touched, on);
  on.run("delete from channel where export_item = ?", item);
  const named = channels.map((channel) => ({ ...channel, name: nameInLists(channel, item) }));
  for (const channel of named) {
    on.run(
      "insert or ignore into channel (export_item, id, name, json) values (?, ?, ?, ?)",
      item,
      channel.id,
      channel.name,
      JSON.stringify(channel),
    );
  }
  const [only, ...others] = named;
  on.run(
    "update item set kind = 'posts', source = ? where number = ?",
    only === undefined ? null : others.length === 0 ? only.name : `${channels.length} channels`,
    item,
  );
  for (const number of touched) takeEarliestPost(on, number);
}

/** An e-mail is named by its item: lists, filters and maps are no place for who sent it, who may have asked for protection. */
function nameInLists({ name, platform, type }: PostsReading["channels"][number], item: number): string {
  return platform === "e-mail" && type === "message" ? `e-mail of i${item}` : name;
}

interface Adding {
  readonly item: number;
  /** Path of the export; null when it is withheld or not UTF-8. */
  readonly path: string | null;
  readonly ord: number;
  readonly line: PostLine;
  /** Items that posts carry. */
  readonly touched: Set<number>;
}

function addPost({ item, path, ord, line: { post, json }, touched }: Adding, on: Projecting): void {
  const row = on.run(
    "insert into post (export_item, ord, channel_id, posted_at, json) values (?, ?, ?, ?, ?)",
    item,
    ord,
    post.channelId,
    post.posted === "unknown" ? null : post.posted.earliest,
    json,
  );
  for (const [place, media] of post.media.entries()) {
    const beside = path === null ? undefined : pathOfMedia(path, media);
    const held = beside === undefined ? undefined : itemAt(on, beside);
    on.run("insert into post_media (post, ord, path, item) values (?, ?, ?, ?)", row, place, beside ?? null, held ?? null);
    if (held !== undefined) touched.add(held);
  }
  const words = [post.title, post.text, ...(post.carries ?? []).map(({ said }) => said)].filter((part) => part !== undefined);
  // Without a word too: it counts among the days and on the map.
  indexText(on, item, row, words.join("\n"), { posted: post.posted, channel: post.channelId, place: saidPlace(post.carries) });
}

/** What an earlier reading of the same export left: rows up to those that were last before this one. */
async function removeEarlierReading(
  item: number,
  before: { readonly post: number; readonly text: number },
  touched: Set<number>,
  on: Projecting,
): Promise<void> {
  const [range] = on.all<{ first: number | null; last: number | null }>(
    "select min(id) as first, max(id) as last from post where export_item = ? and id <= ?",
    item,
    before.post,
  );
  if (range?.first == null || range.last === null) return;
  const linked = on.all<{ item: number }>(
    `select distinct m.item from post_media m join post p on p.id = m.post
     where p.export_item = ? and p.id <= ? and m.item is not null`,
    item,
    before.post,
  );
  for (const row of linked) touched.add(row.item);
  while (unindexPosts(on, item, before.text, piece) > 0) await on.pause();
  for (let from = range.first; from <= range.last; from += piece) {
    const to = Math.min(from + piece - 1, range.last);
    on.run("delete from post_media where post in (select id from post where export_item = ? and id >= ? and id <= ?)", item, from, to);
    on.run("delete from post where export_item = ? and id >= ? and id <= ?", item, from, to);
    await on.pause();
  }
}
