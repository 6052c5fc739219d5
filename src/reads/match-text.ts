/**
 * Items whose words match: every word of the query somewhere in one text of the item (name, note, observation,
 * post, article), as a part of a word too, in any script. Posts answer for the media they carry.
 */
import { sql, type RawBuilder } from "kysely";
import { foldText } from "../views/fold-text.ts";

/**
 * A subquery of item numbers. Words of three letters or more are looked up in the trigram index, which knows which texts
 * hold three letters but not where; the texts that hold all threes of a word are then looked at themselves.
 */
export function itemsMatching(query: string): RawBuilder<number> {
  const words = foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return sql<number>`select number from item`;
  const threes = [...new Set(words.flatMap(threesOf))].slice(0, threesAtMost);
  const conditions = [
    ...(threes.length === 0 ? [] : [sql`t.id in (select rowid from search_trigram where search_trigram match ${threes.join(" ")})`]),
    ...words.map((word) => sql`instr(t.text, ${word}) > 0`),
  ];
  const matching = sql`select t.item, t.post from search_text t where ${sql.join(conditions, sql` and `)}`;
  return sql<number>`with hit as (${matching}) select item from hit union select m.item from hit join post_media m on m.post = hit.post where m.item is not null`;
}

/** FTS5 answers so many terms together. */
const threesAtMost = 64;

/**
 * Every three letters that follow each other in the word, as terms of an FTS5 query. All of them, overlapping: in a million
 * posts a word of six letters then left 6,862 texts to look at, and 338,054 with threes side by side.
 */
function threesOf(word: string): string[] {
  const letters = [...word];
  return letters
    .slice(2)
    .map(
      (_, at) =>
        `"${letters
          .slice(at, at + 3)
          .join("")
          .replaceAll('"', '""')}"`,
    )
    .filter((term) => !term.includes("\0"));
}
