/**
 * Items whose words match: every word of the query somewhere in one text of the item (name, note, observation,
 * post, article), as a part of a word too, in any script. Posts answer for the media they carry.
 */
import { sql, type RawBuilder } from "kysely";
import { foldText } from "../views/fold-text.ts";

/** A subquery of item numbers. Words of three letters or more go through the trigram index, shorter ones through the text itself. */
export function itemsMatching(query: string): RawBuilder<number> {
  const words = foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return sql<number>`select number from item`;
  const conditions = words.map((word) =>
    [...word].length >= 3
      ? sql`t.id in (select rowid from search_trigram where search_trigram match ${`"${word.replaceAll('"', '""')}"`})`
      : sql`instr(t.text, ${word}) > 0`,
  );
  const matching = sql`select t.item, t.post from search_text t where ${sql.join(conditions, sql` and `)}`;
  return sql<number>`with hit as (${matching}) select item from hit union select m.item from hit join post_media m on m.post = hit.post where m.item is not null`;
}
