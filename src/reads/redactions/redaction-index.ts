/** What actions on the redaction layer must know before they append. */
import { sql } from "kysely";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { LayerStanding, Shot } from "../../core/redaction/stretch-standing.ts";
import type { RedactionId } from "../../core/redaction/redaction.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ItemTexts, itemTexts } from "./item-texts.ts";
import { shotsOf } from "./shots-of.ts";

export interface RedactionKnown {
  readonly item: ItemId;
  readonly withdrawn: boolean;
  /** Whether it covers words; null where that cannot be read. */
  readonly words: boolean | null;
}

export function redactionIndex(reader: CaseReader) {
  const { db } = reader.views;
  const numberOf = (id: string) => Number(id.replace(/^\D+/, ""));
  return {
    async redaction(id: RedactionId): Promise<RedactionKnown | undefined> {
      const row = await db.selectFrom("redaction").selectAll().where("id", "=", numberOf(id)).executeTakeFirst();
      if (row === undefined) return undefined;
      return { item: `i${row.item}`, withdrawn: row.withdrawn !== null, words: row.words === null ? null : row.words === 1 };
    },
    /** `of`: marks on words, or all others; what cannot be read may be either. */
    async layer(item: ItemId, of: "media" | "words" = "media"): Promise<LayerStanding> {
      const rows = await db
        .selectFrom("redaction")
        .select(["seq", "makers_json", "mark_json", "withdrawn"])
        .where("item", "=", numberOf(item))
        .where((eb) => eb.or([eb("words", "=", of === "words" ? 1 : 0), eb("words", "is", null)]))
        .orderBy("seq")
        .execute();
      return {
        standing: rows.flatMap((row) => (row.withdrawn === null ? [{ line: row.seq, readable: row.mark_json !== null }] : [])),
        makers: [...new Set(rows.flatMap(({ makers_json }) => JSON.parse(makers_json) as PersonId[]))],
      };
    },
    texts: (item: ItemId): Promise<ItemTexts> => itemTexts(reader, item),
    /** Empty where its length is not known. */
    async shots(item: ItemId): Promise<readonly Shot[]> {
      return (await shotsOf(reader, item)).shots;
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
    /** Everybody who described this person; empty where there is no such label. */
    async describers(subject: SubjectId): Promise<PersonId[]> {
      const { rows } = await sql<{ by: PersonId }>`
        select distinct by from entry where kind = 'subject.described' and json_extract(body, '$.data.subject') = ${subject}`.execute(db);
      return rows.map(({ by }) => by);
    },
  };
}
