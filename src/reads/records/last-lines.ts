/** Of records, the first and the last line of the ledger that made, changed or took back each. */
import type { RecordName } from "../../core/review/ground.ts";
import type { CaseReader } from "../case-reader.ts";

export async function lastLines({ views: { db } }: CaseReader, names: readonly RecordName[]): Promise<ReadonlyMap<RecordName, number>> {
  const found = new Map<RecordName, number>();
  if (names.length === 0) return found;
  const items = names.filter((name) => /^i[0-9]/.test(name));
  const rows = await db
    .selectFrom("entry_record")
    .select(({ fn }) => ["record", fn.max<number>("seq").as("last")])
    .where("record", "in", names)
    .groupBy("record")
    .execute();
  for (const { record, last } of rows) found.set(record, last);
  if (items.length === 0) return found;
  const lines = await db
    .selectFrom("entry_item")
    .select(({ fn }) => ["item", fn.max<number>("seq").as("last")])
    .where(
      "item",
      "in",
      items.map((name) => Number(name.slice(1))),
    )
    .groupBy("item")
    .execute();
  for (const { item, last } of lines) found.set(`i${item}`, Math.max(last, found.get(`i${item}`) ?? 0));
  return found;
}

/** The line that made each. Items are made by lines of their collections and are left out. */
export async function firstLines({ views: { db } }: CaseReader, names: readonly RecordName[]): Promise<ReadonlyMap<RecordName, number>> {
  const wanted = names.filter((name) => !/^i[0-9]/.test(name));
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom("entry_record")
    .select(({ fn }) => ["record", fn.min<number>("seq").as("first")])
    .where("record", "in", wanted)
    .groupBy("record")
    .execute();
  const observed = wanted.filter((name) => /^o[0-9]/.test(name)).map((name) => Number(name.slice(1)));
  const seen = await db.selectFrom("observation").select(["id", "seq"]).where("id", "in", observed).execute();
  return new Map([...rows.map(({ record, first }) => [record, first] as const), ...seen.map(({ id, seq }) => [`o${id}`, seq] as const)]);
}
