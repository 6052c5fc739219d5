/** What the case knows of when items were out: posts that carry them, numbers of posts, rows of sheets, and what people state. */
import { sql } from "kysely";
import { UploadSource } from "../../core/copies/upload.ts";
import { timesOfPosting } from "../../core/copies/times-of-posting.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { NormalisedLink } from "../../core/link/link.ts";
import type { Post } from "../../core/post/post.ts";
import type { RecordedRow } from "../../core/sheet/sheet-records.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import { keyOf, type Upload } from "../../reason/copies/earliest-upload.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";

/** Numbers asked for at a time. */
const piece = 500;

type Found = Pick<Upload, "item" | "by" | "time" | "edited">;

/** Of the items given, with what people decided of each. Rejected ones come along: who looks must see them. */
export async function itemUploads(reader: CaseReader, numbers: readonly number[]): Promise<Upload[]> {
  const found: Found[] = [];
  for (let at = 0; at < numbers.length; at += piece) {
    const some = numbers.slice(at, at + piece);
    found.push(...(await inPosts(reader, some)));
    const links = await linksCaptured(reader, some);
    found.push(...(await inLinks(reader, links)), ...(await inRows(reader, some, links)), ...(await stated(reader, some)));
  }
  const verdictOf = await uploadVerdicts(reader);
  return [...new Map(found.map((one) => [keyOf(one), one])).entries()].map(([key, one]) => ({
    ...one,
    judged: verdictOf(key),
    seen: "now" as const,
  }));
}

async function inPosts({ views: { db } }: CaseReader, numbers: readonly number[]): Promise<Found[]> {
  const rows = await db
    .selectFrom("post_media")
    .innerJoin("post", "post.id", "post_media.post")
    .select(["post_media.item", "post.export_item", "post.json"])
    .where("post_media.item", "in", numbers)
    .execute();
  return rows.flatMap(({ item, export_item, json }): Found[] => {
    const { posted, edited, timeOfId } = JSON.parse(json) as Post;
    const from = { export: itemId(export_item) };
    const of = itemId(item ?? 0);
    return [
      ...(posted === "unknown" ? [] : [{ item: of, by: { of: "post" as const, ...from }, time: posted, edited: edited ?? null }]),
      // A number is given once: whatever was edited later, the post had it from the beginning. What it carries need not have been there.
      ...(timeOfId === undefined
        ? []
        : [{ item: of, by: { of: "post-number" as const, ...from }, time: timeOfId, edited: edited ?? null }]),
    ];
  });
}

/** Links of which the items are captures. */
async function linksCaptured({ views: { db } }: CaseReader, numbers: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom("capture_item")
    .innerJoin("capture", "capture.seq", "capture_item.seq")
    .select(["capture_item.item", "capture.item as link"])
    .where("capture_item.item", "in", numbers)
    .distinct()
    .execute();
  const itemsOf = new Map<number, number[]>();
  for (const { item, link } of rows) itemsOf.set(link, [...(itemsOf.get(link) ?? []), item]);
  return itemsOf;
}

async function inLinks({ views: { db } }: CaseReader, itemsOf: ReadonlyMap<number, readonly number[]>): Promise<Found[]> {
  const rows = await db
    .selectFrom("link")
    .select(["item", "json"])
    .where("item", "in", [...itemsOf.keys()])
    .where("json", "is not", null)
    .execute();
  return rows.flatMap(({ item: link, json }) => {
    const { timeOfId } = JSON.parse(json as string) as NormalisedLink;
    if (timeOfId === undefined) return [];
    return (itemsOf.get(link) ?? []).map((item): Found => ({
      item: itemId(item),
      by: { of: "link", link: itemId(link) },
      time: timeOfId,
      edited: null,
    }));
  });
}

/** Of the items themselves, and of links that they were captured from. */
async function inRows(
  { views: { db } }: CaseReader,
  numbers: readonly number[],
  captured: ReadonlyMap<number, readonly number[]>,
): Promise<Found[]> {
  const rows = await db
    .selectFrom("imported_row")
    .innerJoin("sheet_import", "sheet_import.id", "imported_row.import")
    .select(["imported_row.item", "imported_row.import", "imported_row.row", "imported_row.json"])
    .where("imported_row.item", "in", [...numbers, ...captured.keys()])
    .where("replaced_by", "is", null)
    .where("action", "!=", "removed")
    .where("sheet_import.undone", "is", null)
    .execute();
  const wanted = new Set(numbers);
  return rows.flatMap(({ item, import: of, row, json }) => {
    const about = [...(wanted.has(item) ? [item] : []), ...(captured.get(item) ?? [])];
    const times = (JSON.parse(json) as RecordedRow).means.times.filter(({ means }) => timesOfPosting.has(means));
    return about.flatMap((number) =>
      times.map((time): Found => ({ item: itemId(number), by: { of: "row", import: `m${of}`, row }, time, edited: null })),
    );
  });
}

async function stated({ views: { db } }: CaseReader, numbers: readonly number[]): Promise<Found[]> {
  const rows = await db
    .selectFrom("time_statement")
    .select(["id", "about", "claim_json"])
    .where("about", "in", numbers.map(itemId))
    .where("standing", "=", "stated")
    .where("claim_json", "is not", null)
    .where(sql`json_extract(claim_json, '$.means')`, "in", [...timesOfPosting])
    .execute();
  return rows.map(({ id, about, claim_json }) => ({
    item: about as ItemId,
    by: { of: "statement", time: `t${id}` },
    time: JSON.parse(claim_json as string) as TimeClaim,
    edited: null,
  }));
}

/** What people decided of uploads that stands, by the upload's key; the last one counts. A withheld one cannot be told whose it is. */
export async function uploadVerdicts({ views: { db } }: CaseReader): Promise<(key: string) => Upload["judged"]> {
  const rows = await db
    .selectFrom("upload_judgement")
    .select(["item", "by_json", "claim_json", "verdict"])
    .where("withdrawn", "is", null)
    .where("claim_json", "is not", null)
    .orderBy("seq")
    .execute();
  const verdicts = new Map(
    rows.map(({ item, by_json, claim_json, verdict }) => [
      keyOf({
        item: itemId(item),
        by: UploadSource.parse(JSON.parse(by_json)),
        time: TimeClaim.parse(JSON.parse(claim_json as string)),
      }),
      verdict,
    ]),
  );
  return (key) => verdicts.get(key) ?? null;
}
