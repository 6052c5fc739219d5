/** Where pictures stand beside texts: those that articles list, and items that a person put beside a text. */
import { ArticleReading } from "../../core/analysis/reading-result.ts";
import type { ArticlePicture } from "../../core/article/article.ts";
import { ExhibitShows, MismatchAnswers, type ExhibitId, type ExhibitShown } from "../../core/exhibit/exhibit.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import type { ExhibitWords } from "../../reason/exhibit/exhibit-words.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { itemId } from "../item-row.ts";

/** What a person said of it last. */
export interface ExhibitRecord {
  readonly id: ExhibitId;
  readonly shows: ExhibitShows;
  readonly caption: string | null;
  readonly answers: MismatchAnswers;
  readonly reason: string;
  /** Null while it stands. */
  readonly withdrawn: string | null;
  readonly at: string;
  readonly by: string;
  readonly seq: number;
}

export interface ExhibitPlace {
  readonly beside: ItemId;
  readonly shown: ExhibitShown;
  /** The item that is shown; null where the case does not hold the picture. */
  readonly item: ItemId | null;
  /** What the page points at where the picture is not in the case. */
  readonly pointsAt: string | null;
  readonly words: ExhibitWords;
  /** The caption is a person's reading of it. */
  readonly captionTyped: boolean;
  readonly published: TimeClaim | "unknown";
  readonly record: ExhibitRecord | null;
}

export interface OfExhibits {
  /** Beside this text alone. */
  readonly beside?: ItemId | undefined;
  /** Where these items are shown. */
  readonly items?: readonly ItemId[] | undefined;
}

/** In the order of the texts, then of their pictures, then of what people put beside them. */
export async function exhibitPlaces(reader: CaseReader, of: OfExhibits = {}): Promise<ExhibitPlace[]> {
  const records = await exhibitRecords(reader);
  const linked = await linkedItems(reader);
  const wanted = of.items === undefined ? undefined : new Set(of.items);
  const places: ExhibitPlace[] = [];
  for (const { beside, result, published } of await articles(reader, of)) {
    const pictures = await picturesOf(reader, result);
    for (const [picture, found] of pictures.entries()) {
      const item = linked.get(`${beside} ${picture}`) ?? null;
      if (wanted !== undefined && (item === null || !wanted.has(item))) continue;
      const record = records.find((one) => one.beside === beside && one.picture === picture);
      places.push(placeOf({ beside, shown: { is: "picture", picture }, item, found, published, record: record?.record ?? null }));
    }
  }
  for (const { beside, item, record } of records) {
    if (item === null || (of.beside !== undefined && of.beside !== beside) || (wanted !== undefined && !wanted.has(item))) continue;
    const published = await publishedOf(reader, beside);
    places.push(placeOf({ beside, shown: { is: "item", item }, item, found: {}, published, record }));
  }
  return places.toSorted((one, other) => numberOf(one.beside) - numberOf(other.beside));
}

function placeOf(parts: {
  beside: ItemId;
  shown: ExhibitShown;
  item: ItemId | null;
  found: ArticlePicture;
  published: TimeClaim | "unknown";
  record: ExhibitRecord | null;
}): ExhibitPlace {
  const { found, record, ...rest } = parts;
  const typed = record?.withdrawn === null ? record.caption : null;
  return {
    ...rest,
    pointsAt: rest.item === null ? (found.path ?? found.url ?? null) : null,
    words: { caption: clipped(typed ?? found.caption), credit: clipped(found.credit), alt: clipped(found.alt) },
    captionTyped: typed !== null,
    record,
  };
}

/** A page may put a book into a caption: what follows so many characters is neither shown nor read. */
const longestWords = 4000;

function clipped(words: string | undefined): string | null {
  return words === undefined ? null : words.slice(0, longestWords);
}

async function exhibitRecords({ views: { db } }: CaseReader) {
  const rows = await db.selectFrom("exhibit").selectAll().orderBy("id").execute();
  return rows.map(({ id, beside, picture, item, shows_json, caption, answers_json, reason, withdrawn, at, by, seq }) => ({
    beside: itemId(beside),
    picture,
    item: item === null ? null : itemId(item),
    record: {
      id: `x${id}` as ExhibitId,
      shows: ExhibitShows.parse(JSON.parse(shows_json)),
      caption,
      answers: MismatchAnswers.parse(JSON.parse(answers_json ?? "[]")),
      reason: reason ?? "withheld",
      ...{ withdrawn, at, by, seq },
    },
  }));
}

/** "i1 0" to the item that lies where the article says. */
async function linkedItems({ views: { db } }: CaseReader): Promise<ReadonlyMap<string, ItemId>> {
  const rows = await db
    .selectFrom("article_picture")
    .innerJoin("item", "item.path", "article_picture.path")
    .select(["article_item", "ord", "item.number"])
    .where("item.undone", "is", null)
    .orderBy("item.number", "desc")
    .execute();
  return new Map(rows.map(({ article_item, ord, number }) => [`${itemId(article_item)} ${ord}`, itemId(number)]));
}

async function articles({ views: { db } }: CaseReader, { beside, items }: OfExhibits) {
  let query = db
    .selectFrom("analysis")
    .innerJoin("item", "item.number", "analysis.item")
    .select(["analysis.item", "analysis.result", "item.posted_json"])
    .where("analyser", "=", "article")
    .where("state", "=", "done")
    .where("analysis.result", "is not", null)
    .where("item.undone", "is", null)
    .orderBy("analysis.item");
  if (beside !== undefined) query = query.where("analysis.item", "=", numberOf(beside));
  if (items !== undefined)
    query = query.where("analysis.item", "in", (from) =>
      from
        .selectFrom("article_picture")
        .innerJoin("item as shown", "shown.path", "article_picture.path")
        .select("article_item")
        .where("shown.number", "in", items.map(numberOf)),
    );
  return (await query.execute()).map(({ item, result, posted_json }) => ({
    beside: itemId(item),
    result: result as Digest,
    published: posted_json === null ? ("unknown" as const) : TimeClaim.parse(JSON.parse(posted_json)),
  }));
}

async function publishedOf({ views: { db } }: CaseReader, item: ItemId): Promise<TimeClaim | "unknown"> {
  const row = await db.selectFrom("item").select("posted_json").where("number", "=", numberOf(item)).executeTakeFirst();
  return row?.posted_json == null ? "unknown" : TimeClaim.parse(JSON.parse(row.posted_json));
}

/** Results do not change: each is read once while the case is open. */
const read = new WeakMap<CaseReader["views"], Map<Digest, Promise<readonly ArticlePicture[]>>>();

function picturesOf(reader: CaseReader, result: Digest): Promise<readonly ArticlePicture[]> {
  const own = read.get(reader.views) ?? new Map<Digest, Promise<readonly ArticlePicture[]>>();
  read.set(reader.views, own);
  const before = own.get(result);
  if (before !== undefined) return before;
  const found = readPictures(reader, result);
  own.set(result, found);
  found.catch(() => own.delete(result));
  return found;
}

async function readPictures(reader: CaseReader, result: Digest): Promise<readonly ArticlePicture[]> {
  if (!(await reader.vault.has(result))) return [];
  return ArticleReading.safeParse(await readJson(reader.vault, result)).data?.article.pictures ?? [];
}

export function numberOf(id: string): number {
  return Number(id.slice(1));
}
