/** The words that a claim is quoted from, read anew from the reading that it names, or why there are none. */
import { ArticleReading } from "../../core/analysis/reading-result.ts";
import { articleParts } from "../../core/article/article-parts.ts";
import { bodyRoles, roleAt } from "../../core/article/body-roles.ts";
import type { ClaimText, TextPart, TextRole } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Post } from "../../core/post/post.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { tierText } from "./tier-text.ts";

export interface ClaimTextFound {
  readonly text: string;
  /** What sort of text a stretch of it is: a headline may say more than the body beneath it. */
  roleAt(span: TextSpan): TextRole;
  /** Why a stretch of it may not be quoted, where not all of it may. */
  faultAt?(span: TextSpan): string | undefined;
}

type Found = ClaimTextFound | { readonly refusal: string };

/** What was typed has no other text than its quote, and is not asked for here. */
export async function claimTextOf(reader: CaseReader, text: ClaimText): Promise<Found> {
  const { item, part, reading } = text;
  if (part.sort === "tier") return tierText(reader, text, part);
  if (part.sort === "file") return { refusal: "text: expected a part of a reading; found a file, whose text is that of its reading" };
  if (part.sort === "typed") return { refusal: "text: expected a text that can be read; found words that were typed" };
  if (reading === null || !(await isReadingOf(reader, item, reading)))
    return { refusal: `text: expected a reading of ${item}; found ${reading === null ? "none named" : "one that is not its own"}` };
  return part.sort === "post" ? postText(reader, item, part.post, reading) : articleText(reader, part, reading);
}

async function isReadingOf({ views: { db } }: CaseReader, item: ItemId, reading: Digest): Promise<boolean> {
  const row = await db
    .selectFrom("analysis")
    .select("seq")
    .where("item", "=", Number(item.slice(1)))
    .where("result", "=", reading)
    .executeTakeFirst();
  return row !== undefined;
}

/** Posts in the tables are those of the newest reading: a place in an older one may be another post's. */
async function postText({ views: { db } }: CaseReader, item: ItemId, post: number, reading: Digest): Promise<Found> {
  const number = Number(item.slice(1));
  const row = await db.selectFrom("post").select("json").where("export_item", "=", number).where("ord", "=", post).executeTakeFirst();
  if (row === undefined) return { refusal: `text: expected post ${post} of ${item}; found none of that place` };
  const newer = await db
    .selectFrom("analysis as later")
    .innerJoin("analysis as own", (join) => join.onRef("own.item", "=", "later.item").onRef("own.analyser", "=", "later.analyser"))
    .select("later.seq")
    .where("own.item", "=", number)
    .where("own.result", "=", reading)
    .where("later.state", "=", "done")
    .whereRef("later.seq", ">", "own.seq")
    .executeTakeFirst();
  if (newer !== undefined) return { refusal: `text: expected the newest reading of ${item}; found an older one. Read its text again.` };
  const { text } = JSON.parse(row.json) as Post;
  return { text, roleAt: () => "post" };
}

async function articleText({ vault }: CaseReader, part: TextPart, reading: Digest): Promise<Found> {
  const read = (await vault.has(reading)) ? ArticleReading.safeParse(await readJson(vault, reading)) : undefined;
  if (read?.success !== true) return { refusal: "text: expected the reading of an article in this copy of the case; found none" };
  const { article, format } = read.data;
  const found = articleParts(article).find((one) => JSON.stringify(one.part) === JSON.stringify(part));
  if (found === undefined) return { refusal: `text: expected a part ${part.sort} in the reading; found none` };
  const roles = part.sort === "article-body" && format === "html" ? bodyRoles(article) : undefined;
  return { text: found.text, roleAt: (span) => (roles === undefined ? found.role : roleAt(roles, span)) };
}
