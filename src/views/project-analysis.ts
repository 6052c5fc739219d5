/** Recorded analyses: what the probe and the readers say becomes columns, pictures, search text and, in a file of its own, posts. */
import { RecordsUnreadable } from "../core/json/records-file.ts";
import { type AnalyserName, printerNames } from "../core/analysis/analysis.ts";
import { ProbeResult } from "../core/analysis/probe-result.ts";
import { type ArticleReading, Reading } from "../core/analysis/reading-result.ts";
import { PrintResult } from "../core/copies/print-result.ts";
import { SoundEventsResult } from "../core/sound-events/sound-events.ts";
import type { EntryData } from "../core/entry/entry.ts";
import { indexText, unindexTexts } from "./index-text.ts";
import { besideItem } from "./link-posts.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { projectPosts } from "./project-posts.ts";
import { projectSeen } from "./project-seen.ts";
import { projectSheet } from "./project-sheet.ts";

/** A file without prints, or whose sound could not be listened through, is no file that failed: what it is and shows is known. */
const besideTheFileInSql = [...printerNames, "sound-events"].map((name) => `'${name}'`).join(", ");

const analysisRecorded: Handler<"analysis.recorded"> = async ({ data }, on) => {
  const item = itemNumber(data.item);
  const read = await takeOutcome(data, on);
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
     failure = (select json_extract(failure_json, '$.message') from analysis
                where item = number and state = 'failed' and analyser not in (${besideTheFileInSql}) order by seq limit 1)
     where number = ?`,
    item,
  );
};

type TakenOutcome =
  | { readonly state: "done"; readonly traps: number }
  | { readonly state: "failed"; readonly failure: { readonly code: string; readonly message: string } };

/** A result that is gone or is not what its analyser promises shows as a failure of that analysis; the entry stays as it is. */
async function takeOutcome({ item, ground, outcome }: EntryData<"analysis.recorded">, on: Projecting): Promise<TakenOutcome> {
  if (outcome.state === "failed") return { state: "failed", failure: outcome.failure };
  const number = itemNumber(item);
  const value = await on.result(outcome.result);
  if (value === undefined) return unreadable(ground.analyser, "the result object is not in the vault");
  if (ground.analyser === "probe") {
    const probe = ProbeResult.safeParse(value);
    if (!probe.success) return unreadable(ground.analyser, "the result object is not a probe result");
    projectProbe(number, probe.data, on);
    projectSeen(number, probe.data, on);
    return { state: "done", traps: probe.data.traps.length };
  }
  if (ground.analyser === "frame-print" || ground.analyser === "sound-print") {
    const prints = PrintResult.safeParse(value);
    return prints.success ? { state: "done", traps: 0 } : unreadable(ground.analyser, "the result object is not a result of prints");
  }
  if (ground.analyser === "sound-events") {
    const events = SoundEventsResult.safeParse(value);
    return events.success ? { state: "done", traps: 0 } : unreadable(ground.analyser, "the result object is not a list of sound events");
  }
  const reading = Reading.safeParse(value);
  if (!reading.success) return unreadable(ground.analyser, "the result object is not a reading");
  const { data } = reading;
  if (data.kind === "article") projectArticle(number, data, on);
  else if (data.kind === "posts") {
    const file = outcome.files.find(({ name }) => name === data.postsFile);
    const posts = file === undefined ? undefined : await on.bytes(file.object);
    if (posts === undefined) return unreadable(ground.analyser, "the object with the posts is not in the vault");
    try {
      await projectPosts(number, data, posts, on);
    } catch (error) {
      if (error instanceof RecordsUnreadable) return unreadable(ground.analyser, `the object with the posts: ${error.message}`);
      throw error;
    }
  } else if (data.kind === "sheet") {
    const file = outcome.files.find(({ name }) => name === data.rowsFile);
    const rows = file === undefined ? undefined : await on.bytes(file.object);
    if (rows === undefined) return unreadable(ground.analyser, "the object with the rows is not in the vault");
    try {
      await projectSheet(number, data, rows, on);
    } catch (error) {
      if (error instanceof RecordsUnreadable) return unreadable(ground.analyser, `the object with the rows: ${error.message}`);
      throw error;
    }
  }
  return { state: "done", traps: data.traps.length };
}

function unreadable(analyser: AnalyserName, found: string): TakenOutcome {
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
  // What the page does not say of itself, a post that carries it may have said before.
  on.run(
    `update item set kind = 'article', source = coalesce(?, source), posted_json = coalesce(?, posted_json),
     posted_at = coalesce(?, posted_at) where number = ?`,
    article.outlet ?? null,
    published === undefined ? null : JSON.stringify(published),
    published?.earliest ?? null,
    item,
  );
  const words = [article.title, ...article.authors, article.body].filter((part) => part !== undefined).join("\n");
  unindexTexts(on, item, "article");
  indexText(on, item, null, words, { sort: "article", posted: published });
}

export const projectAnalysis = { "analysis.recorded": analysisRecorded };
