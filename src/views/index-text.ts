/** The texts that search looks through: rows here, terms in the segments that are made of them (see views/search). */
import { foldForSearch } from "../core/search/fold-text.ts";
import type { TextSort } from "../core/search/search-query.ts";
import type { TextPlace } from "../core/search/segment.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import type { Projecting } from "./handler.ts";

/** What else is known of a text. */
export interface AboutText {
  /** Where it stands; "post" for the text of a post, else "text". */
  readonly sort?: TextSort;
  /** Number of the note's line, the observation, the row, the claim. */
  readonly ref?: number;
  /** When it was posted or published. Without it: when the line was written, for what a line says; unknown for posts, articles and rows. */
  readonly posted?: TimeClaim | "unknown" | undefined;
  readonly channel?: string;
  readonly place?: TextPlace | undefined;
}

/** `post`: row of the post the text belongs to, so that it also answers for the media the post carries. */
export function indexText(on: Projecting, item: number, post: number | null, text: string, about: AboutText = {}): void {
  const { sort = post === null ? "text" : "post", ref, posted, channel, place } = about;
  const written = sort === "post" || sort === "article" || sort === "row" ? undefined : secondsOf(on.line.body?.at);
  const earliest = posted === undefined || posted === "unknown" ? written : secondsOf(posted.earliest);
  const latest = posted === undefined || posted === "unknown" ? written : secondsOf(posted.latest);
  on.run(
    `insert into search_text (item, post, sort, ref, channel, at, span_s, lat, lon, radius_m, text, shown)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    item,
    post,
    sort,
    ref ?? null,
    channel ?? null,
    earliest ?? null,
    earliest === undefined || latest === undefined ? null : Math.max(0, Math.ceil(latest - earliest)),
    place?.lat ?? null,
    place?.lon ?? null,
    place?.radiusM ?? null,
    foldForSearch(text),
    sort === "text" || sort === "row" ? text : null,
  );
}

/** Undefined for a date that no calendar has. */
function secondsOf(instant: string | undefined): number | undefined {
  const seconds = Date.parse(instant ?? "") / 1000;
  return Number.isNaN(seconds) ? undefined : seconds;
}

/** Takes out what an earlier reading said of an item. */
export function unindexTexts(on: Projecting, item: number, sort: TextSort): void {
  for (const { id } of on.all<{ id: number }>("select id from search_text where item = ? and sort = ?", item, sort)) takeOut(on, id);
}

/** Takes out what an earlier line said under the same number. */
export function unindexText(on: Projecting, item: number, sort: TextSort, ref: number): void {
  const held = on.all<{ id: number }>("select id from search_text where item = ? and sort = ? and ref = ?", item, sort, ref);
  for (const { id } of held) takeOut(on, id);
}

/** Takes out posts of an earlier reading, so many at most, up to the row that was last before the new one. Returns how many. */
export function unindexPosts(on: Projecting, exportItem: number, lastRow: number, most: number): number {
  const old = on.all<{ id: number }>(
    "select id from search_text where item = ? and id <= ? and post is not null order by id limit ?",
    exportItem,
    lastRow,
    most,
  );
  for (const { id } of old) takeOut(on, id);
  return old.length;
}

function takeOut(on: Projecting, id: number): void {
  on.run("insert into search_gone (id) values (?)", id);
  on.run("delete from search_text where id = ?", id);
}
