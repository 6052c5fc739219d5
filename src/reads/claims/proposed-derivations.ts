/** The derivations that the texts, posts and pictures of a case suggest, looked at only where claims were taken from them. */
import { ArticleReading } from "../../core/analysis/reading-result.ts";
import type { Article } from "../../core/article/article.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Post } from "../../core/post/post.ts";
import type { CaseClaim, CaseDerivation, ClaimCase } from "../../reason/claims/claim-case.ts";
import type { ClaimedText } from "../../reason/claims/derive/claimed-text.ts";
import { proposeDerivations } from "../../reason/claims/derive/propose-derivations.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { itemId } from "../item-row.ts";

export async function proposedDerivations(reader: CaseReader, given: ClaimCase): Promise<CaseDerivation[]> {
  const groups = Map.groupBy(given.claims, ({ text: { item, part } }) => (part.sort === "post" ? `${item} ${part.post}` : item));
  const texts: ClaimedText[] = [];
  for (const [key, claims] of groups) {
    const text = await claimedText(reader, key, claims);
    if (text !== undefined) texts.push(text);
  }
  return proposeDerivations(texts, given);
}

async function claimedText(reader: CaseReader, key: string, claims: readonly CaseClaim[]): Promise<ClaimedText | undefined> {
  const [first] = claims;
  if (first === undefined) return undefined;
  const { item, part } = first.text;
  const own = { key, item, claims };
  if (part.sort === "post") return postText(reader, own, part.post);
  const reading = claims.find(({ text }) => text.reading !== null)?.text.reading ?? null;
  const article = reading === null ? undefined : await articleOf(reader, reading);
  const { label } = first.publisher;
  return {
    ...own,
    alone: true,
    // Words that a person typed from what has no text are all that is known of it.
    words: article === undefined ? claims.map(({ quote }) => quote).join("\n") : `${article.title ?? ""}\n${article.body}`,
    names: named(label, article?.outlet),
    addresses: named(article?.canonicalUrl),
    links: addressesIn(article?.body ?? ""),
    forwardedFrom: null,
    shows: await picturesBeside(reader, item),
  };
}

async function postText(
  { views: { db } }: CaseReader,
  own: Pick<ClaimedText, "key" | "item" | "claims">,
  at: number,
): Promise<ClaimedText | undefined> {
  const row = await db
    .selectFrom("post")
    .leftJoin("channel", (join) => join.onRef("channel.export_item", "=", "post.export_item").onRef("channel.id", "=", "post.channel_id"))
    .select(["post.id", "post.json", "channel.name"])
    .where("post.export_item", "=", Number(own.item.slice(1)))
    .where("post.ord", "=", at)
    .executeTakeFirst();
  // Read anew meanwhile, and no longer there.
  if (row === undefined) return undefined;
  const post = JSON.parse(row.json) as Post;
  const count = db
    .selectFrom("post")
    .select((eb) => eb.fn.countAll<number>().as("posts"))
    .where("export_item", "=", Number(own.item.slice(1)));
  const media = await db.selectFrom("post_media").select("item").where("post", "=", row.id).orderBy("ord").execute();
  const words = `${post.title ?? ""}\n${post.text}`;
  return {
    ...own,
    alone: (await count.executeTakeFirstOrThrow()).posts === 1,
    words,
    names: named(own.claims[0]?.publisher.label, row.name ?? undefined),
    addresses: named(post.url),
    links: [...post.entities.flatMap(({ href }) => href ?? []), ...addressesIn(words)],
    forwardedFrom: post.forwardedFrom?.displayName ?? null,
    shows: media.flatMap(({ item }) => (item === null ? [] : [itemId(item)])),
  };
}

async function articleOf({ vault }: CaseReader, reading: NonNullable<CaseClaim["text"]["reading"]>): Promise<Article | undefined> {
  if (!(await vault.has(reading))) return undefined;
  const read = ArticleReading.safeParse(await readJson(vault, reading));
  return read.success ? read.data.article : undefined;
}

/** Pictures that lie where the page says that they lie. */
async function picturesBeside({ views: { db } }: CaseReader, item: ItemId): Promise<ItemId[]> {
  const rows = await db
    .selectFrom("article_picture")
    .innerJoin("item", "item.path", "article_picture.path")
    .select("item.number")
    .where("article_picture.article_item", "=", Number(item.slice(1)))
    .where("item.undone", "is", null)
    .orderBy("article_picture.ord")
    .execute();
  return rows.map(({ number }) => itemId(number));
}

function named(...names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined && name.trim() !== ""))] as string[];
}

function addressesIn(words: string): string[] {
  return [...words.matchAll(/https?:\/\/[^\s<>"']{1,2000}/g)].map(([address]) => address.replace(/[.,;:)\]]+$/, ""));
}
