/** How an item came into the case and what it belongs to. */
import type { Selectable } from "kysely";
import type { ItemId } from "../core/item/item.ts";
import type { ItemTable } from "../views/schema.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface Relation {
  item: ItemId;
  relation: "picture-of-article" | "article-with-picture" | "media-of-post" | "same-bytes";
  /** Which of the article's pictures, counted from 0. */
  picture?: number;
  detail?: string;
}

export interface Provenance {
  collectedAt?: string;
  collectedBy: string;
  method: string;
  from: string;
  fileWrittenAt: string;
  clockSource: string;
  program: string;
  seq: number;
  /** For a link: who noted it, when, in which entry. It was not collected. */
  noted?: { at: string; byName: string; seq: number };
  unpackedFrom?: { item: ItemId; name: string; where: string };
  statedBy?: { item: ItemId; where: string; reason: string };
  relations: Relation[];
}

export async function itemProvenance(reader: CaseReader, item: Selectable<ItemTable>): Promise<Provenance> {
  const { db } = reader.views;
  const outer =
    item.unpacked_from === null
      ? undefined
      : await db.selectFrom("item").select(["number", "name"]).where("number", "=", item.unpacked_from).executeTakeFirst();
  const outermost = await outermostOf(reader, item);
  const collection =
    outermost.collection === null
      ? undefined
      : await db.selectFrom("collection").selectAll().where("id", "=", outermost.collection).executeTakeFirst();
  const person =
    collection === undefined ? undefined : await db.selectFrom("person").selectAll().where("id", "=", collection.by).executeTakeFirst();
  const link = await db
    .selectFrom("link")
    .leftJoin("person", "person.id", "link.by")
    .select(["link.noted_at", "link.by", "link.seq", "person.name"])
    .where("link.item", "=", item.number)
    .executeTakeFirst();
  return {
    ...(item.captured_at === null ? {} : { collectedAt: item.captured_at }),
    collectedBy: person?.name ?? collection?.by ?? "not collected",
    method: collection?.method ?? (link !== undefined && item.stated_by === null ? "noted as a link" : "stated by other material"),
    from: collection === undefined ? "not collected" : (collection.from_label ?? "withheld"),
    fileWrittenAt: item.file_written_at ?? "unknown",
    clockSource: collection?.clock_source ?? "unknown",
    program: collection?.program ?? "unknown",
    seq: item.seq,
    ...(link === undefined ? {} : { noted: { at: link.noted_at, byName: link.name ?? "name withheld", seq: link.seq } }),
    ...(outer === undefined
      ? {}
      : { unpackedFrom: { item: itemId(outer.number), name: outer.name ?? "name withheld", where: item.unpacked_where ?? "" } }),
    ...(item.stated_by === null
      ? {}
      : { statedBy: { item: itemId(item.stated_by), where: item.stated_where ?? "", reason: item.stated_reason ?? "" } }),
    relations: await relations(reader, item),
  };
}

/** The item that was collected and has this one inside, or the item itself. */
async function outermostOf(reader: CaseReader, item: Selectable<ItemTable>): Promise<Pick<Selectable<ItemTable>, "collection">> {
  let found: Pick<Selectable<ItemTable>, "collection" | "unpacked_from"> = item;
  for (let depth = item.depth; depth > 0 && found.unpacked_from !== null; depth--) {
    found = await reader.views.db
      .selectFrom("item")
      .select(["collection", "unpacked_from"])
      .where("number", "=", found.unpacked_from)
      .executeTakeFirstOrThrow();
  }
  return found;
}

async function relations(reader: CaseReader, item: Selectable<ItemTable>): Promise<Relation[]> {
  const { db } = reader.views;
  const found: Relation[] = [];
  if (item.object !== null) {
    const twins = await db
      .selectFrom("item")
      .select("number")
      .where("object", "=", item.object)
      .where("number", "!=", item.number)
      .orderBy("number")
      .execute();
    found.push(...twins.map(({ number }): Relation => ({ item: itemId(number), relation: "same-bytes" })));
  }
  if (item.path !== null) {
    const articles = await db
      .selectFrom("article_picture")
      .select(["article_item", "ord", "detail"])
      .where("path", "=", item.path)
      .orderBy("article_item")
      .execute();
    found.push(
      ...articles.map(({ article_item, ord, detail }): Relation => ({
        item: itemId(article_item),
        relation: "picture-of-article",
        picture: ord,
        detail,
      })),
    );
  }
  const pictures = await db
    .selectFrom("article_picture")
    .innerJoin("item", "item.path", "article_picture.path")
    .select(["item.number", "article_picture.ord", "article_picture.detail"])
    .where("article_item", "=", item.number)
    .orderBy("article_picture.ord")
    .execute();
  found.push(
    ...pictures.map(({ number, ord, detail }): Relation => ({
      item: itemId(number),
      relation: "article-with-picture",
      picture: ord,
      detail,
    })),
  );
  const exports = await db
    .selectFrom("post_media")
    .innerJoin("post", "post.id", "post_media.post")
    .select("post.export_item")
    .distinct()
    .where("post_media.item", "=", item.number)
    .orderBy("post.export_item")
    .execute();
  found.push(...exports.map(({ export_item }): Relation => ({ item: itemId(export_item), relation: "media-of-post" })));
  return found;
}
