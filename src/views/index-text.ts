/** The text that search looks through, in its two forms: as it is (for one or two letters) and by trigrams. */
import { foldText } from "./fold-text.ts";
import type { Projecting } from "./handler.ts";

/** `post`: row of the post the text belongs to, so that it also answers for the media the post carries. */
export function indexText(on: Projecting, item: number, post: number | null, text: string): void {
  const folded = foldText(text);
  const id = on.run("insert into search_text (item, post, text) values (?, ?, ?)", item, post, folded);
  on.run("insert into search_trigram (rowid, text) values (?, ?)", id, folded);
}

/**
 * Takes out posts of an earlier reading, so many at most, up to the row that was last before the new one. Returns how many.
 * An external-content index must be told the old text (SQLite FTS5, section 4.4.3).
 */
export function unindexPosts(on: Projecting, exportItem: number, lastRow: number, most: number): number {
  const old = on.all<{ id: number; text: string }>(
    "select id, text from search_text where item = ? and id <= ? and post is not null order by id limit ?",
    exportItem,
    lastRow,
    most,
  );
  for (const { id, text } of old) {
    on.run("insert into search_trigram (search_trigram, rowid, text) values ('delete', ?, ?)", id, text);
    on.run("delete from search_text where id = ?", id);
  }
  return old.length;
}
