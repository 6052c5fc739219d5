/**
 * What texts of all posts of the case hang together, computed when somebody asks and kept for as long as the posts stay the
 * same. Others work in between: reading and comparing pause after each piece.
 */
import { randomInt } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { joinTexts, type FoundCopies } from "../../reason/text-copies/find-copies.ts";
import { createTextGatherer } from "../../reason/text-copies/gather-texts.ts";
import type { CaseReader } from "../case-reader.ts";

export interface TextCase extends FoundCopies {
  /** Row, channel and text of each post in the order of their rows; text -1 is too short. */
  readonly rows: Int32Array;
  readonly channels: Int32Array;
  /** Places in `rows` of the posts of each text, by text. */
  readonly postsOf: (text: number) => Int32Array;
  /** Texts that hang together, by any of them. */
  readonly textsWith: (text: number) => Int32Array;
  /** First text of each group of two posts and more, those of most channels first. */
  readonly groups: Int32Array;
  readonly sourcesIn: (text: number) => number;
  /** The same post in several exports counts once. */
  readonly postsIn: (text: number) => number;
  readonly tooShort: number;
}

export interface TextWork {
  /** Rejects with PostsChanged when other posts came or went meanwhile. */
  readonly finished: Promise<TextCase>;
  /** 0 to 1. */
  done: number;
  ready: TextCase | undefined;
  /** Nobody needs it any more: it stops at its next pause. */
  stopped: boolean;
}

/** The posts are not those that the work began with; what it would find is of no use. */
export class PostsChanged extends Error {}

interface Kept {
  readonly stamp: string;
  readonly work: TextWork;
}

const kept = new WeakMap<object, Kept>();
/** Rows read at a time. */
const piece = 2000;
/** Milliseconds of work before others get their turn. */
const turn = 25;

export async function textWork(reader: CaseReader): Promise<TextWork> {
  const stamp = await stampOf(reader);
  const before = kept.get(reader.views);
  if (before?.stamp === stamp) return before.work;
  // While an import goes on there is a new state every second: one work at a time, the newest.
  if (before !== undefined) before.work.stopped = true;
  const work: TextWork = { done: 0, ready: undefined, stopped: false, finished: Promise.resolve().then(() => compute(reader, work)) };
  kept.set(reader.views, { stamp, work });
  work.finished.then(
    (found) => {
      work.ready = found;
    },
    // A read that failed is done anew.
    () => {
      if (kept.get(reader.views)?.work === work) kept.delete(reader.views);
    },
  );
  return work;
}

/** Changes whenever posts come, go or are read anew. */
async function stampOf({ views: { db } }: CaseReader): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`select (select count(*) || ' ' || coalesce(max(id), 0) from post) || ' ' ||
    (select coalesce(max(seq), 0) from analysis where item in (select distinct export_item from post)) || ' ' ||
    (select count(*) from item where undone is not null) as stamp`.execute(db);
  return rows[0]?.stamp ?? "";
}

export interface PostText {
  readonly id: number;
  readonly export_item: number;
  readonly channel_id: string;
  readonly title: string | null;
  readonly text: string;
}

export function wholeText({ title, text }: { readonly title?: string | null | undefined; readonly text: string }): string {
  return title == null || title === "" ? text : `${title}\n${text}`;
}

async function* eachPost({ views: { db } }: CaseReader): AsyncGenerator<PostText> {
  for (let after = 0; ;) {
    const { rows } = await sql<PostText>`select post.id, post.export_item, post.channel_id, json_extract(post.json, '$.title') as title,
      json_extract(post.json, '$.text') as text from post join item on item.number = post.export_item
      where post.id > ${after} and item.undone is null order by post.id limit ${piece}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function compute(reader: CaseReader, work: TextWork): Promise<TextCase> {
  const { rows: counts } = await sql<{ posts: number }>`select count(*) as posts from post`.execute(reader.views.db);
  const total = Math.max(1, counts[0]?.posts ?? 0);
  const gatherer = createTextGatherer(randomInt(2 ** 31));
  const rows: number[] = [];
  const channels: number[] = [];
  const channelNumbers = new Map<string, number>();
  const rest = pausing(work);
  for await (const post of eachPost(reader)) {
    gatherer.learn(wholeText(post));
    rows.push(post.id);
    const channel = `${post.export_item} ${post.channel_id}`;
    const number = channelNumbers.get(channel) ?? channelNumbers.size;
    channelNumbers.set(channel, number);
    channels.push(number);
    work.done = (0.4 * rows.length) / total;
    await rest();
  }
  let again = 0;
  for await (const post of eachPost(reader)) {
    // Posts that came in between are another case's worth of work: the stamp has changed with them.
    if (again >= rows.length || post.id !== rows[again]) break;
    gatherer.keep(wholeText(post));
    again += 1;
    work.done = 0.4 + (0.3 * again) / total;
    await rest();
  }
  if (again < rows.length) throw new PostsChanged();
  const steps = joinTexts(gatherer.finish());
  for (;;) {
    const step = steps.next();
    if (step.done === true) return arrange(reader, step.value, Int32Array.from(rows), await bySource(reader, channels, channelNumbers));
    work.done = 0.7 + 0.3 * step.value;
    await rest();
  }
}

function pausing(work: TextWork): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await setImmediate();
    if (work.stopped) throw new PostsChanged();
    since = performance.now();
  };
}

/** One number for a channel that stands in several exports. */
async function bySource(reader: CaseReader, channels: readonly number[], numbers: ReadonlyMap<string, number>): Promise<Int32Array> {
  const known = await reader.views.db.selectFrom("channel").select(["export_item", "id", "json"]).execute();
  const platforms = new Map(known.map((row) => [`${row.export_item} ${row.id}`, (JSON.parse(row.json) as { platform: string }).platform]));
  const sources = new Map<string, number>();
  const sourceOf = new Int32Array(numbers.size);
  for (const [channel, number] of numbers) {
    const source = `${platforms.get(channel) ?? "unknown"} ${channel.slice(channel.indexOf(" ") + 1)}`;
    if (!sources.has(source)) sources.set(source, sources.size);
    sourceOf[number] = sources.get(source) as number;
  }
  return Int32Array.from(channels, (channel) => sourceOf[channel] as number);
}

async function arrange(reader: CaseReader, found: FoundCopies, rows: Int32Array, channels: Int32Array): Promise<TextCase> {
  const { texts, components } = found;
  const own = texts.textOf;
  const postsOf = lists(rows.length, texts.sizes.length, (post) => own[post] as number);
  const textsIn = lists(texts.sizes.length, texts.sizes.length, (text) => components.find(text));
  const textsWith = (text: number) => textsIn(components.find(text));
  const again = await keptAgain(reader, rows, channels, (visit) => {
    for (let text = 0; text < texts.sizes.length; text += 1) if (postsOf(text).length > 1) visit(postsOf(text));
  });
  const postsIn = (text: number) =>
    textsWith(text).reduce((sum, one) => sum + postsOf(one).reduce((n, post) => n + 1 - (again[post] as number), 0), 0);
  const sourcesIn = (text: number) => {
    const sources = new Set<number>();
    for (const one of textsWith(text)) for (const post of postsOf(one)) sources.add(channels[post] as number);
    return sources.size;
  };
  const heads: { text: number; sources: number; posts: number }[] = [];
  for (let text = 0; text < texts.sizes.length; text += 1) {
    if (textsWith(text)[0] !== text) continue;
    const posts = postsIn(text);
    if (posts > 1) heads.push({ text, posts, sources: sourcesIn(text) });
  }
  heads.sort((a, b) => b.sources - a.sources || b.posts - a.posts || a.text - b.text);
  const groups = Int32Array.from(heads, ({ text }) => text);
  const tooShort = own.reduce((sum, text) => sum + (text < 0 ? 1 : 0), 0);
  return { ...found, rows, channels, postsOf, textsWith, groups, sourcesIn, postsIn, tooShort };
}

/** 1 for a post that another export of the same channel holds too, with the same words: kept twice, and no copy. */
async function keptAgain(
  reader: CaseReader,
  rows: Int32Array,
  channels: Int32Array,
  eachText: (visit: (posts: Int32Array) => void) => void,
): Promise<Uint8Array> {
  const again = new Uint8Array(rows.length);
  const asked: Int32Array[] = [];
  eachText((posts) => asked.push(posts));
  const idOf = await postIds(
    reader,
    asked.flatMap((posts) => Array.from(posts, (post) => rows[post] as number)),
  );
  for (const posts of asked) {
    const seen = new Set<string>();
    for (const post of posts) {
      const name = `${channels[post]} ${idOf.get(rows[post] as number)}`;
      if (seen.has(name)) again[post] = 1;
      seen.add(name);
    }
  }
  return again;
}

async function postIds(reader: CaseReader, rows: readonly number[]): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  for (let from = 0; from < rows.length; from += piece) {
    const some = await sql<{ id: number; own: string }>`select id, json_extract(json, '$.id') as own from post
      where id in (select value from json_each(${JSON.stringify(rows.slice(from, from + piece))}))`.execute(reader.views.db);
    for (const { id, own } of some.rows) ids.set(id, own);
    await setImmediate();
  }
  return ids;
}

/** What belongs to each of `count` names, ascending; names below 0 have nothing. */
function lists(length: number, count: number, nameOf: (at: number) => number): (name: number) => Int32Array {
  const from = new Int32Array(count + 1);
  for (let at = 0; at < length; at += 1) {
    const name = nameOf(at);
    if (name >= 0) from[name + 1] = (from[name + 1] as number) + 1;
  }
  for (let name = 0; name < count; name += 1) from[name + 1] = (from[name + 1] as number) + (from[name] as number);
  const next = from.slice();
  const members = new Int32Array(from[count] as number);
  for (let at = 0; at < length; at += 1) {
    const name = nameOf(at);
    if (name < 0) continue;
    members[next[name] as number] = at;
    next[name] = (next[name] as number) + 1;
  }
  return (name) => members.subarray(from[name], from[name + 1]);
}
