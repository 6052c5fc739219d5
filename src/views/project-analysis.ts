/** Recorded analyses: what the probe and the readers say becomes columns, posts, pictures and search text. */
import type { AnalyserName } from "../core/analysis/analysis.ts";
import { ProbeResult } from "../core/analysis/probe-result.ts";
import { type ArticleReading, type PostsReading, Reading } from "../core/analysis/reading-result.ts";
import type { EntryData } from "../core/entry/entry.ts";
import { indexText, unindexPosts } from "./index-text.ts";
import { besideItem, takeEarliestPost } from "./link-posts.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";

const analysisRecorded: Handler<"analysis.recorded"> = ({ data }, on) => {
  const item = itemNumber(data.item);
  const read = readOutcome(data, on);
  on.run(
    `insert or replace into analysis (item, analyser, version, decoder, seq, state, failure_json, result, files_json, traps)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    item,
    data.ground.analyser,
    data.ground.version,
    data.ground.decoder,
    on.line.head.seq,
    read.state,
    read.state === "failed" ? JSON.stringify(read.failure) : null,
    data.outcome.state === "done" ? data.outcome.result : null,
    JSON.stringify(data.outcome.state === "done" ? data.outcome.files : []),
    read.state === "done" ? read.traps : 0,
  );
  on.run(
    `update item set trap_count = (select coalesce(sum(traps), 0) from analysis where item = number),
     failure = (select json_extract(failure_json, '$.message') from analysis where item = number and state = 'failed' order by seq limit 1)
     where number = ?`,
    item,
  );
  if (read.state === "done") read.project();
};

type ReadOutcome =
  | { readonly state: "done"; readonly traps: number; readonly project: () => void }
  | { readonly state: "failed"; readonly failure: { readonly code: string; readonly message: string } };

/** A result that is gone or is not what its analyser promises shows as a failure of that analysis; the entry stays as it is. */
function readOutcome({ item, ground, outcome }: EntryData<"analysis.recorded">, on: Projecting): ReadOutcome {
  if (outcome.state === "failed") return { state: "failed", failure: outcome.failure };
  const number = itemNumber(item);
  const value = on.result(outcome.result);
  if (value === undefined) return unreadable(ground.analyser, "the result object is not in the vault");
  if (ground.analyser === "probe") {
    const probe = ProbeResult.safeParse(value);
    if (!probe.success) return unreadable(ground.analyser, "the result object is not a probe result");
    return { state: "done", traps: probe.data.traps.length, project: () => projectProbe(number, probe.data, on) };
  }
  const reading = Reading.safeParse(value);
  if (!reading.success) return unreadable(ground.analyser, "the result object is not a reading");
  const { data } = reading;
  return {
    state: "done",
    traps: data.traps.length,
    project: () => (data.kind === "posts" ? projectPosts(number, data, on) : projectArticle(number, data, on)),
  };
}

function unreadable(analyser: AnalyserName, found: string): ReadOutcome {
  return { state: "failed", failure: { code: "result-unreadable", message: `${analyser}: ${found}` } };
}

function projectProbe(item: number, probe: ProbeResult, on: Projecting): void {
  const picture = probe.streams.find((stream) => stream.type === "video" && !stream.attachedPicture);
  const sound = probe.streams.some((stream) => stream.type === "audio");
  on.run(
    `update item set kind = ?, container = ?, duration_sec = ?, width = ?, height = ?, browser_plays = ?, has_frames = ?, has_sound = ?
     where number = ?`,
    probe.kind,
    probe.container,
    probe.durationSec === "unknown" ? null : probe.durationSec,
    picture?.type === "video" ? picture.displayWidth : null,
    picture?.type === "video" ? picture.displayHeight : null,
    probe.browserPlays ? 1 : 0,
    probe.frameTable === null ? 0 : 1,
    sound ? 1 : 0,
    item,
  );
}

function projectPosts(item: number, reading: PostsReading, on: Projecting): void {
  const [path] = on.all<{ path: string | null }>("select path from item where number = ?", item);
  const relink = on.all<{ item: number }>(
    "select distinct m.item from post_media m join post p on p.id = m.post where p.export_item = ? and m.item is not null",
    item,
  );
  unindexPosts(on, item);
  on.run("delete from post_media where post in (select id from post where export_item = ?)", item);
  on.run("delete from post where export_item = ?", item);
  on.run("delete from channel where export_item = ?", item);
  for (const channel of reading.channels) {
    on.run(
      "insert or ignore into channel (export_item, id, name, json) values (?, ?, ?, ?)",
      item,
      channel.id,
      channel.name,
      JSON.stringify(channel),
    );
  }
  const touched = new Set(relink.map((row) => row.item));
  for (const [ord, post] of reading.posts.entries()) {
    const row = on.run(
      "insert into post (export_item, ord, channel_id, posted_at, json) values (?, ?, ?, ?, ?)",
      item,
      ord,
      post.channelId,
      post.posted === "unknown" ? null : post.posted.earliest,
      JSON.stringify(post),
    );
    for (const [place, media] of post.media.entries()) {
      const beside = media.state === "in-export" && path?.path != null ? besideItem(path.path, media.path) : undefined;
      const [held] =
        beside === undefined ? [] : on.all<{ number: number }>("select number from item where path = ? order by number limit 1", beside);
      on.run("insert into post_media (post, ord, path, item) values (?, ?, ?, ?)", row, place, beside ?? null, held?.number ?? null);
      if (held !== undefined) touched.add(held.number);
    }
    if (post.text !== "") indexText(on, item, row, post.text);
  }
  const [only, ...others] = reading.channels;
  on.run(
    "update item set kind = 'posts', source = ? where number = ?",
    only === undefined ? null : others.length === 0 ? only.name : `${reading.channels.length} channels`,
    item,
  );
  for (const number of touched) takeEarliestPost(on, number);
}

function projectArticle(item: number, { article }: ArticleReading, on: Projecting): void {
  const [row] = on.all<{ path: string | null }>("select path from item where number = ?", item);
  on.run("delete from article_picture where article_item = ?", item);
  for (const [ord, picture] of article.pictures.entries()) {
    const beside = picture.path !== undefined && row?.path != null ? besideItem(row.path, picture.path) : undefined;
    if (beside === undefined) continue;
    const detail = [picture.caption, picture.credit].filter((part) => part !== undefined).join(" | ");
    on.run("insert into article_picture (article_item, ord, path, detail) values (?, ?, ?, ?)", item, ord, beside, detail);
  }
  const published = article.published === "unknown" ? undefined : article.published;
  on.run(
    "update item set kind = 'article', source = ?, posted_json = ?, posted_at = ? where number = ?",
    article.outlet ?? null,
    published === undefined ? null : JSON.stringify(published),
    published?.earliest ?? null,
    item,
  );
  indexText(on, item, null, [article.title, ...article.authors, article.body].filter((part) => part !== undefined).join("\n"));
}

export const projectAnalysis = { "analysis.recorded": analysisRecorded };
