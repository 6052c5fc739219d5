/** A text that was found, as it is shown: whose it is, when, the words around what was found, and why it stands where it does. */
import { sql } from "kysely";
import type { Article } from "../core/article/article.ts";
import { foldForSearch } from "../core/search/fold-text.ts";
import { gradeIn } from "../core/search/grade.ts";
import type { QueryWord } from "../core/search/query-words.ts";
import type { TextSort } from "../core/search/search-query.ts";
import type { Segment } from "../core/search/segment.ts";
import { type Snippet, snippetOf } from "../core/search/snippet.ts";
import type { ArticleReading } from "../core/analysis/reading-result.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { GraphicLevel, ItemId, TriageState } from "../core/item/item.ts";
import type { ObservationTarget } from "../core/observation/observation.ts";
import type { Post } from "../core/post/post.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import { type CaseReader, readJson } from "./case-reader.ts";
import { itemId } from "./item-row.ts";
import { type TierPlace, tierTextOf } from "./search-hit-tier.ts";

export interface PlacedText {
  readonly segment: Segment;
  readonly at: number;
  readonly score: number;
}

export interface SearchHit {
  /** Of the text, for as long as the tables stand. */
  id: number;
  item: ItemId;
  itemName: string;
  kind: string;
  held: boolean;
  graphicLevel: GraphicLevel;
  triage: TriageState;
  in: TextSort;
  /** Channel or outlet; "unknown". */
  source: string;
  /** When the post was posted, the article published; for other texts when their item was. */
  posted: TimeClaim | "unknown";
  /** What a person wrote, with when. */
  written?: string;
  /** Place of the post in its export, counted from 0. */
  postAt?: number;
  /** Number of the row in its sheet, as its reading counts them. */
  row?: number;
  /** Frame of the original that an observation is on. */
  frame?: number;
  /** The segment of a tier that holds most of the words. */
  tier?: TierPlace;
  snippet: Snippet;
  /** Each word of the query and how well it stands: why the text is where it is in the list. */
  why: { word: string; stands: "whole" | "start" | "inside" }[];
}

export async function showHits(reader: CaseReader, words: readonly QueryWord[], found: readonly PlacedText[]): Promise<SearchHit[]> {
  if (found.length === 0) return [];
  const { db } = reader.views;
  const ids = found.map(({ segment, at }) => segment.ids[at] as number);
  const texts = await db
    .selectFrom("search_text")
    .leftJoin("item", "item.number", "search_text.item")
    .leftJoin("post", "post.id", "search_text.post")
    .leftJoin("channel", (join) => join.onRef("channel.export_item", "=", "post.export_item").onRef("channel.id", "=", "post.channel_id"))
    .select([
      ...(["search_text.id", "search_text.sort", "search_text.ref", "search_text.text", "search_text.shown"] as const),
      ...(["item.number", "item.name", "item.kind", "item.held", "item.level", "item.triage", "item.source", "item.posted_json"] as const),
      ...(["post.json", "post.ord", "channel.name as channel"] as const),
    ])
    .where(sql<boolean>`search_text.id in (select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
  const rowOf = new Map(texts.map((row) => [row.id, row]));
  const hits: SearchHit[] = [];
  for (const id of ids) {
    const row = rowOf.get(id);
    // Taken out by a later line while this was asked.
    if (row === undefined) continue;
    const post = row.json === null ? undefined : (JSON.parse(row.json) as Post);
    const itemPosted = row.posted_json === null ? ("unknown" as const) : (JSON.parse(row.posted_json) as TimeClaim);
    const original = await originalOf(reader, { ...row, post }, words);
    hits.push({
      id,
      item: itemId(row.number ?? 0),
      itemName: row.name ?? "name withheld",
      kind: row.kind ?? "unknown",
      held: row.held === 1,
      graphicLevel: row.level ?? "unassessed",
      triage: row.triage ?? "new",
      in: row.sort,
      source: row.channel ?? row.source ?? "unknown",
      posted: post === undefined ? itemPosted : post.posted,
      ...(original.written === undefined ? {} : { written: original.written }),
      ...(row.ord === null ? {} : { postAt: row.ord }),
      ...(row.sort === "row" && row.ref !== null ? { row: row.ref } : {}),
      ...(original.frame === undefined ? {} : { frame: original.frame }),
      ...(original.tier === undefined ? {} : { tier: original.tier }),
      snippet: snippetOf(
        original.text,
        words.map(({ text }) => text),
      ),
      why: words.map(({ text }) => ({ word: text, stands: standsAs(gradeIn(row.text, text)) })),
    });
  }
  return hits;
}

const standsAs = (grade: number) => (grade === 3 ? "whole" : grade === 2 ? "start" : "inside");

interface TextRow {
  readonly sort: TextSort;
  readonly ref: number | null;
  readonly text: string;
  readonly shown: string | null;
  readonly number: number | null;
  readonly name: string | null;
  readonly post: Post | undefined;
}

/** The text as it was written. Where it is gone, in the form in which it is searched. */
async function originalOf(
  reader: CaseReader,
  row: TextRow,
  words: readonly QueryWord[],
): Promise<{ text: string; written?: string | undefined; frame?: number | undefined; tier?: TierPlace | undefined }> {
  const { db } = reader.views;
  const { post } = row;
  if (post !== undefined) {
    return {
      text: [post.title, post.text, ...(post.carries ?? []).map(({ said }) => said)].filter((part) => part !== undefined).join("\n"),
    };
  }
  if (row.sort === "name") return { text: row.name ?? row.text };
  if (row.sort === "note" && row.ref !== null) {
    const note = await db.selectFrom("note").select(["text", "at"]).where("seq", "=", row.ref).executeTakeFirst();
    return { text: note?.text ?? row.text, written: note?.at };
  }
  if (row.sort === "observation" && row.ref !== null) {
    const seen = await db.selectFrom("observation").select(["text", "at", "target_json"]).where("id", "=", row.ref).executeTakeFirst();
    const target = seen === undefined ? undefined : (JSON.parse(seen.target_json) as ObservationTarget);
    return { text: seen?.text ?? row.text, written: seen?.at, frame: target?.range?.startFrame };
  }
  if (row.sort === "claim" && row.ref !== null) {
    const claim = await db.selectFrom("claim").select(["quote", "at"]).where("id", "=", row.ref).executeTakeFirst();
    return { text: claim?.quote ?? row.text, written: claim?.at };
  }
  if (row.sort === "tier" && row.ref !== null) return (await tierTextOf(reader, row.ref, words)) ?? { text: row.text };
  if (row.sort === "article" && row.number !== null) {
    const article = await articleOf(reader, row.number);
    if (article !== undefined)
      return { text: [article.title, ...article.authors, article.body].filter((part) => part !== undefined).join("\n") };
  }
  return { text: row.shown ?? row.text };
}

async function articleOf(reader: CaseReader, item: number): Promise<Article | undefined> {
  const row = await reader.views.db
    .selectFrom("analysis")
    .select("result")
    .where("item", "=", item)
    .where("analyser", "=", "article")
    .where("result", "is not", null)
    .executeTakeFirst();
  if (row?.result == null) return undefined;
  const object = row.result as Digest;
  if (!(await reader.vault.has(object))) return undefined;
  const reading = (await readJson(reader.vault, object)) as Partial<ArticleReading>;
  // What the article says now; the stored form stands for it where the two are not of one reading.
  return reading.article !== undefined && foldForSearch(reading.article.body) !== "" ? reading.article : undefined;
}
