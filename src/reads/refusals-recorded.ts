/** Whether an earlier collection from the same place ended with the very same files refused. */
import { sql } from "kysely";
import type { Digest } from "../core/hash/digest.ts";
import type { CaseReader } from "./case-reader.ts";

export async function refusalsRecorded(reader: CaseReader, from: string, report: Digest): Promise<boolean> {
  const row = await reader.views.db
    .selectFrom("entry")
    .innerJoin("collection", (join) => join.on("collection.id", "=", sql<string>`json_extract(entry.body, '$.data.collection')`))
    .select("entry.seq")
    .where("entry.kind", "=", "collection.finished")
    .where(sql`json_extract(entry.body, '$.data.report')`, "=", report)
    .where("collection.from_label", "=", from)
    .executeTakeFirst();
  return row !== undefined;
}
