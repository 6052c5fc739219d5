/** Posts as lists of copies show them, with the same post of several exports as one, and their times as bounds. */
import { sql } from "kysely";
import type { ItemId } from "../../core/item/item.ts";
import type { Post } from "../../core/post/post.ts";
import type { TimeClaim, UtcInstant } from "../../core/time/time-claim.ts";
import { type Bound, earliestUpload } from "../../reason/copies/earliest-upload.ts";
import { compareTexts, type TextComparison } from "../../reason/text-copies/compare-texts.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { wholeText } from "./text-case.ts";

export interface PostRef {
  item: ItemId;
  at: number;
}

export interface CopyPost {
  post: PostRef;
  alsoAt: PostRef[];
  source: string;
  author?: string;
  url?: string;
  posted: TimeClaim | "unknown";
  edited?: TimeClaim;
  text: string;
  cut: boolean;
}

export interface ComparedPost extends CopyPost, Omit<TextComparison, "shared" | "onlyA" | "onlyB"> {
  shared: { a: Stretch; b: Stretch }[];
  onlyA: Stretch[];
  onlyB: Stretch[];
  ofBeginning: boolean;
}
interface Stretch {
  start: number;
  end: number;
}

export interface TextBound {
  atOrBefore: UtcInstant;
  rests: "posted" | "edited";
  post: PostRef;
}

/** Characters of a text that are shown and compared word by word; a telephone screen holds a thousand. */
const mostShown = 20_000;
const atOnce = 500;

/** In the order of their rows. */
export async function copyPosts(reader: CaseReader, rows: readonly number[]): Promise<CopyPost[]> {
  const posts = new Map<string, CopyPost>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const ids = JSON.stringify(rows.slice(from, from + atOnce));
    const found = await reader.views.db
      .selectFrom("post")
      .leftJoin("channel", (join) => join.onRef("channel.export_item", "=", "post.export_item").onRef("channel.id", "=", "post.channel_id"))
      .select(["post.id", "post.export_item", "post.ord", "post.channel_id", "post.json", "channel.name", "channel.json as channel"])
      .where(sql<boolean>`post.id in (select value from json_each(${ids}))`)
      .orderBy("post.id")
      .execute();
    for (const row of found) {
      const post = JSON.parse(row.json) as Post;
      const ref = { item: itemId(row.export_item), at: row.ord };
      const platform = row.channel === null ? "unknown" : (JSON.parse(row.channel) as { platform: string }).platform;
      const text = wholeText(post);
      // One post, kept twice: not a copy.
      const same = `${platform}\n${row.channel_id}\n${post.id}\n${text}`;
      const known = posts.get(same);
      if (known !== undefined) known.alsoAt.push(ref);
      else posts.set(same, asCopy(post, { ref, source: row.name ?? row.channel_id, text, named: platform !== "e-mail" }));
    }
  }
  return [...posts.values()];
}

/** Not `named`: an e-mail, whose sender may have asked for protection and stands in no list. */
function asCopy(post: Post, { ref, source, text, named }: { ref: PostRef; source: string; text: string; named: boolean }): CopyPost {
  return {
    post: ref,
    alsoAt: [],
    source,
    ...(post.author === undefined || !named ? {} : { author: post.author }),
    ...(post.url === undefined ? {} : { url: post.url }),
    posted: post.posted,
    ...(post.edited === undefined ? {} : { edited: post.edited }),
    text: beginningOf(text, mostShown),
    cut: text.length > mostShown,
  };
}

/** Not through the middle of a pair. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}

export function compared(a: CopyPost, b: CopyPost): ComparedPost {
  const { shared, onlyA, onlyB, ...rest } = compareTexts(a.text, b.text);
  return {
    ...b,
    ...rest,
    shared: shared.map((one) => ({ a: { ...one.a }, b: { ...one.b } })),
    onlyA: onlyA.map((one) => ({ ...one })),
    onlyB: onlyB.map((one) => ({ ...one })),
    ofBeginning: a.cut || b.cut,
  };
}

export interface OrderedPosts {
  /** Earliest known first, then those without a time in the order given. */
  readonly posts: CopyPost[];
  readonly earliest: TextBound | "unknown";
  readonly maybeEarlier: PostRef[];
}

/** By the instant at or before which each was surely out; as with uploads of footage, an edit moves it. */
export function inOrder(posts: readonly CopyPost[]): OrderedPosts {
  const uploads = posts.flatMap((post) => {
    if (post.posted === "unknown") return [];
    const by = { of: "post" as const, export: post.post.item };
    return [
      { post, upload: { item: post.post.item, by, time: post.posted, edited: post.edited ?? null, judged: null, seen: "now" as const } },
    ];
  });
  const postOf = new Map(uploads.map(({ post, upload }) => [upload as Bound["upload"], post]));
  const ordered: CopyPost[] = [];
  const { bound, maybeEarlier } = earliestUpload([...postOf.keys()]);
  const boundsOf = new Map([...postOf].map(([upload, post]) => [post, earliestUpload([upload]).bound?.atOrBefore]));
  ordered.push(...posts.filter((post) => boundsOf.get(post) !== undefined));
  const first = bound === null ? undefined : postOf.get(bound.upload);
  ordered.sort(
    (a, b) => Number(b === first) - Number(a === first) || compareBounds(boundsOf.get(a) as UtcInstant, boundsOf.get(b) as UtcInstant),
  );
  return {
    posts: [...ordered, ...posts.filter((post) => boundsOf.get(post) === undefined)],
    earliest: bound === null || first === undefined ? "unknown" : { atOrBefore: bound.atOrBefore, rests: bound.rests, post: first.post },
    maybeEarlier: maybeEarlier.flatMap((upload) => postOf.get(upload)?.post ?? []),
  };
}

function compareBounds(a: UtcInstant, b: UtcInstant): number {
  return Date.parse(a) - Date.parse(b) || (a < b ? -1 : a > b ? 1 : 0);
}
