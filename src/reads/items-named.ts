/** Items that are held under shown names: what tells a file that comes again from a new one. */
import { sql } from "kysely";
import type { Digest } from "../core/hash/digest.ts";
import type { CaseReader } from "./case-reader.ts";
import { compiledOnce } from "./compiled-once.ts";

export interface HeldItem {
  readonly item: number;
  readonly name: string;
  readonly object: Digest;
}

/** Names as one JSON text, so that the query is the same however many there are. */
const heldUnder = compiledOnce((db, names: string) =>
  db
    .selectFrom("item")
    .select(["number", "name", "object"])
    .where("name", "in", sql<string>`(select value from json_each(${names}))`)
    .where("object", "is not", null)
    .where("held", "=", sql<1>`1`)
    .orderBy("number"),
);

/** In the order in which they were collected. */
export async function itemsNamed(reader: CaseReader, shown: readonly string[]): Promise<HeldItem[]> {
  const rows = await heldUnder(reader.views.db, JSON.stringify(shown));
  return rows.map(({ number, name, object }) => ({ item: number, name: name as string, object: object as Digest }));
}
