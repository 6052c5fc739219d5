/**
 * Media that an export names and does not contain are items of the case: known, and not held. A line each, appended in
 * groups while the posts are read through, so that an export of any size can be taken in and a stop costs nothing done.
 */
import type { PostsReading } from "../core/analysis/reading-result.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { ItemId, ItemName } from "../core/item/item.ts";
import type { Post } from "../core/post/post.ts";
import { readPosts } from "../core/post/posts-file.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface KnownMediaPorts {
  readonly writer: CaseWriter;
  /** Places of an export for which known-not-held items stand already, and how many: a damaged export may use an id twice. */
  readonly knownPlaces: (exportItem: number) => Promise<ReadonlyMap<string, number>>;
}

/** Lines of one append: one sync and one transaction of the read model. */
const linesTogether = 500;
/** A line stays under 64 KiB whatever an export says; the post itself keeps all of it. */
const longestName = 200;
const longestReason = 1000;

/** Throws RecordsUnreadable when `posts` is not what the reading promises. */
export async function recordKnownMedia(
  { writer, knownPlaces }: KnownMediaPorts,
  item: ItemId,
  { channels, counts }: PostsReading,
  posts: ByteStream,
  signal?: Cancellation,
): Promise<"all" | "stopped"> {
  if (counts.mediaNotInExport === 0) return "all";
  const nameOfChannel = new Map(channels.map(({ id, name }) => [id, name]));
  const standing = new Map(await knownPlaces(Number(item.slice(1))));
  let waiting: KnownMedia[] = [];
  const flush = async () => {
    const group = waiting;
    waiting = [];
    await writer.append((numbers) => group.map((known) => draftOf(known, item, numbers.item(), writer)));
  };
  for await (const some of readPosts(posts, counts.posts)) {
    for (const { post } of some) {
      for (const known of missingMedia(post, nameOfChannel.get(post.channelId) ?? post.channelId)) {
        const times = standing.get(known.where) ?? 0;
        if (times > 0) standing.set(known.where, times - 1);
        else waiting.push(known);
      }
    }
    if (waiting.length < linesTogether) continue;
    await flush();
    if (signal?.aborted === true) return "stopped";
  }
  await flush();
  return "all";
}

interface KnownMedia {
  readonly name: ItemName;
  readonly where: string;
  readonly reason: string;
}

function missingMedia(post: Post, channel: string): KnownMedia[] {
  return post.media.flatMap((media, place) =>
    media.state !== "not-in-export"
      ? []
      : [
          {
            name: {
              encoding: "utf-8" as const,
              path: `${shortened(media.role, longestName)} of post ${post.id} in ${shortened(channel, longestName)}`,
            },
            where: `${post.channelId} message ${post.id} media ${place + 1}`,
            reason: shortened(media.said, longestReason),
          },
        ],
  );
}

function draftOf({ name, where, reason }: KnownMedia, exportItem: ItemId, item: ItemId, writer: CaseWriter): EntryDraft {
  const seal = writer.seal(name);
  return {
    kind: "item.known",
    data: { item, name: seal.sealed, statedBy: { item: exportItem, where }, reason },
    opens: [seal.opened],
  };
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
