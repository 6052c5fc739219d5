/** What rows of a sheet may speak of: items by their link, their bytes, their file's name. Items of undone imports are not among them. */
import type { Digest } from "../core/hash/digest.ts";
import type { GraphicLevel, ItemId, TriageState } from "../core/item/item.ts";
import type { KnownTargets } from "../core/sheet/plan-import.ts";
import type { RowRead } from "../core/sheet/read-row.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

/** Values asked for at once; SQLite takes up to 32,766. */
const together = 5000;

export async function sheetTargets(reader: CaseReader, rows: readonly RowRead[]): Promise<KnownTargets> {
  const { db } = reader.views;
  const links = [...new Set(rows.flatMap(({ link }) => (link === undefined ? [] : [link.normalised])))];
  const digests = [...new Set(rows.flatMap((row) => row.digests))];
  const byLink = new Map<string, ItemId>();
  for (const some of parts(links)) {
    const found = await db
      .selectFrom("link")
      .innerJoin("item", "item.number", "link.item")
      .select(["link.item", "link.normalised"])
      .where("link.normalised", "in", some)
      .where("item.undone", "is", null)
      .orderBy("link.item")
      .execute();
    for (const { item, normalised } of found) if (normalised !== null && !byLink.has(normalised)) byLink.set(normalised, itemId(item));
  }
  const byHash = new Map<Digest, ItemId>();
  for (const some of parts(digests)) {
    const found = await db
      .selectFrom("item")
      .select(["number", "object"])
      .where("object", "in", some)
      .where("undone", "is", null)
      .orderBy("number")
      .execute();
    for (const { number, object } of found)
      if (object !== null && !byHash.has(object as Digest)) byHash.set(object as Digest, itemId(number));
  }
  return { byLink, byHash, byFile: await byFileOf(reader, new Set(rows.flatMap(({ means }) => means.files))) };
}

async function byFileOf(reader: CaseReader, names: ReadonlySet<string>): Promise<Map<string, ItemId[]>> {
  const found = new Map<string, ItemId[]>();
  if (names.size === 0) return found;
  const items = await reader.views.db
    .selectFrom("item")
    .select(["number", "path"])
    .where("path", "is not", null)
    .where("held", "=", 1)
    .orderBy("number")
    .execute();
  for (const { number, path } of items) {
    const whole = path ?? "";
    for (const name of new Set([whole, whole.slice(whole.lastIndexOf("/") + 1)])) {
      if (names.has(name)) found.set(name, [...(found.get(name) ?? []), itemId(number)]);
    }
  }
  return found;
}

export async function standingOf(
  reader: CaseReader,
  items: readonly ItemId[],
): Promise<Map<ItemId, { level: GraphicLevel; triage: TriageState }>> {
  const standing = new Map<ItemId, { level: GraphicLevel; triage: TriageState }>();
  for (const some of parts(items.map((item) => Number(item.slice(1))))) {
    const rows = await reader.views.db.selectFrom("item").select(["number", "level", "triage"]).where("number", "in", some).execute();
    for (const { number, level, triage } of rows) standing.set(itemId(number), { level, triage });
  }
  return standing;
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / together) }, (_, at) => all.slice(at * together, (at + 1) * together));
}
