/** The texts that search looks through. The index over them lies in files of its own (see views/search) and is made from these rows. */
import type { Generated } from "kysely";
import type { TextSort } from "../../core/search/search-query.ts";

export interface SearchTables {
  search_text: {
    id: Generated<number>;
    item: number;
    post: number | null;
    sort: TextSort;
    /** Number of what holds the text in its item: line of a note, observation, row of a sheet. */
    ref: number | null;
    channel: string | null;
    /** Seconds since 1970; earliest, with the seconds from there to the latest. */
    at: number | null;
    span_s: number | null;
    lat: number | null;
    lon: number | null;
    radius_m: number | null;
    /** In its stored form. */
    text: string;
    /** As it was written, where no other table has it. */
    shown: string | null;
  };
  /** Rows that were taken out again; `n` counts them, so that the index asks only for the new ones. */
  search_gone: { n: Generated<number>; id: number };
}

/**
 * The number of a row is never used again: the index may still know the text that had it. The token tells segment files of
 * these tables from those of tables that were thrown away.
 */
export const searchTablesSql = `
create table search_text (id integer primary key autoincrement, item integer not null, post integer, sort text not null, ref integer, channel text,
  at real, span_s integer, lat real, lon real, radius_m real, text text not null, shown text);
create index search_text_item on search_text (item);
create table search_gone (n integer primary key, id integer not null);
create index search_gone_id on search_gone (id);
create table search_token (token text primary key) without rowid;
insert into search_token (token) values (lower(hex(randomblob(8))));
`;
