/** Of records, the newest line that made or changed each: what it says now. Lines that take one back say nothing of what it was. */
import type { CaseReader } from "../case-reader.ts";
import type { AnyLine } from "./detail-of-line.ts";
import { readLineRow } from "./entry-lines.ts";

/** Lines about a record that do not say what it is. */
const besides = /withdrawn|graded|reviewed|signed|unlinked|viewed|overridden/;

export async function makingLines({ views: { db } }: CaseReader, names: readonly string[]): Promise<Map<string, AnyLine>> {
  const found = new Map<string, AnyLine>();
  const observations = names.filter((name) => /^o[0-9]+$/.test(name));
  const rows =
    names.length === 0
      ? []
      : await db
          .selectFrom("entry_record")
          .innerJoin("entry", "entry.seq", "entry_record.seq")
          .select(["record", "entry.seq", "kind", "at", "by", "body", "open"])
          .where("record", "in", names)
          .where("body", "is not", null)
          .orderBy("entry.seq")
          .execute();
  for (const row of rows) if (!besides.test(row.kind)) found.set(row.record, readLineRow(row));
  // Observations have a table of their own and no rows in the list of records.
  for (const name of observations) {
    if (found.has(name)) continue;
    const row = await db
      .selectFrom("observation")
      .innerJoin("entry", "entry.seq", "observation.seq")
      .select(["entry.seq", "kind", "entry.at", "entry.by", "body", "open"])
      .where("observation.id", "=", Number(name.slice(1)))
      .executeTakeFirst();
    if (row !== undefined && row.body !== null) found.set(name, readLineRow(row));
  }
  return found;
}
