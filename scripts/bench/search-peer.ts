/** The same messages in plain SQLite with FTS5, as somebody would index them with a script of their own. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";

export interface SearchPeer {
  /** Words as FTS5 has them, best 20 by bm25. */
  words(query: string): unknown[];
  /** A part of a word, or of a script without spaces: nothing but a look at every text finds it. */
  part(part: string): unknown[];
  days(): unknown[];
  grid(): unknown[];
  close(): void;
}

/** `lines`: a message a line, as `jq -c` prints them. */
export async function openSearchPeer(file: string, lines: string): Promise<SearchPeer> {
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = off; pragma synchronous = off; create table post (id integer primary key, at integer, lat real, lon real, text text);
    create virtual table words using fts5 (text, content = 'post', content_rowid = 'id'); begin`);
  const add = db.prepare("insert into post (id, at, lat, lon, text) values (?, ?, ?, ?, ?)");
  const index = db.prepare("insert into words (rowid, text) values (?, ?)");
  for await (const line of createInterface({ input: createReadStream(lines) })) {
    const {
      id,
      date_unixtime,
      location_information: place,
      text,
    } = JSON.parse(line) as {
      id: number;
      date_unixtime: string;
      location_information: { latitude: number; longitude: number };
      text: string;
    };
    add.run(id, Number(date_unixtime), place.latitude, place.longitude, text);
    index.run(id, text);
  }
  db.exec("commit; create index post_at on post (at)");
  return {
    words: (query) => db.prepare("select rowid from words where words match ? order by bm25(words) limit 20").all(query),
    part: (part) => db.prepare("select id from post where instr(text, ?) > 0 order by at desc limit 20").all(part),
    days: () => db.prepare("select at / 86400 as day, count(*) from post group by 1").all(),
    grid: () =>
      db
        .prepare(
          "select cast((lon - 22) * 64 / 18 as integer) as x, cast((lat - 44) * 64 / 8 as integer) as y, count(*) from post group by 1, 2",
        )
        .all(),
    close: () => db.close(),
  };
}
