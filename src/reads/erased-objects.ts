/** Bytes that were erased and not collected again since, with the line that says so. */
import { sql } from "kysely";
import type { Digest } from "../core/hash/digest.ts";
import type { CaseReader } from "./case-reader.ts";

export async function erasedObjects(reader: CaseReader): Promise<Map<Digest, number>> {
  const { db } = reader.views;
  const erased = await db
    .selectFrom("entry")
    .select(["seq", sql<Digest>`json_extract(body, '$.data.object')`.as("object")])
    .where("kind", "=", "object.erased")
    .orderBy("seq")
    .execute();
  const lines = new Map(erased.map(({ object, seq }) => [object, seq]));
  for (const object of [...lines.keys()]) {
    const held = await db.selectFrom("item").select("number").where("object", "=", object).where("held", "=", 1).executeTakeFirst();
    if (held !== undefined) lines.delete(object);
  }
  return lines;
}
