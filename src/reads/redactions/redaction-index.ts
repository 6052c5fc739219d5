/** What actions on the redaction layer must know before they append. */
import { sql } from "kysely";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { MarkStanding } from "../../core/redaction/stretch-standing.ts";
import type { RedactionId } from "../../core/redaction/redaction.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import type { CaseReader } from "../case-reader.ts";

export interface RedactionKnown {
  readonly item: ItemId;
  readonly withdrawn: boolean;
  readonly makers: readonly PersonId[];
}

export function redactionIndex({ views: { db } }: CaseReader) {
  const numberOf = (id: string) => Number(id.replace(/^\D+/, ""));
  return {
    async redaction(id: RedactionId): Promise<RedactionKnown | undefined> {
      const row = await db.selectFrom("redaction").selectAll().where("id", "=", numberOf(id)).executeTakeFirst();
      if (row === undefined) return undefined;
      return { item: `i${row.item}`, withdrawn: row.withdrawn !== null, makers: JSON.parse(row.makers_json) as PersonId[] };
    },
    /** Marks of the item that stand. */
    async standing(item: ItemId): Promise<MarkStanding[]> {
      const rows = await db
        .selectFrom("redaction")
        .select(["seq", "makers_json"])
        .where("item", "=", numberOf(item))
        .where("withdrawn", "is", null)
        .orderBy("seq")
        .execute();
      return rows.map(({ seq, makers_json }) => ({ line: seq, makers: JSON.parse(makers_json) as PersonId[] }));
    },
    /** Of an item whose bytes the case holds. */
    async original(item: ItemId): Promise<{ object: Digest; kind: string } | undefined> {
      const row = await db
        .selectFrom("item")
        .select(["object", "kind"])
        .where("number", "=", numberOf(item))
        .where("held", "=", 1)
        .where("undone", "is", null)
        .executeTakeFirst();
      return row?.object == null ? undefined : { object: row.object as Digest, kind: row.kind };
    },
    /** Everybody who described this person, or stated something of them; empty where there is no such label. */
    async describers(subject: SubjectId): Promise<PersonId[]> {
      const { rows } = await sql<{ by: PersonId }>`
        select distinct by from entry where kind = 'subject.described' and json_extract(body, '$.data.subject') = ${subject}`.execute(db);
      return rows.map(({ by }) => by);
    },
  };
}
