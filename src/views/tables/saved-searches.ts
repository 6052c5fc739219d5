/** The table of saved searches. */

export interface SavedSearchTables {
  /** Name and query are null where this copy withholds them. */
  saved_search: { id: number; name: string | null; query_json: string | null; at: string; by: string; seq: number };
}

export const savedSearchTablesSql = `
create table saved_search (id integer primary key, name text, query_json text, at text not null, by text not null, seq integer not null);
`;
