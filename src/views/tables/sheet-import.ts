/** Tables of imported sheets: each import, and what each of its rows states about which item. */

export interface SheetImportTables {
  sheet_import: {
    id: number;
    sheet: number;
    of: "rows" | "export";
    at: string;
    by: string;
    seq: number;
    /** Folded headers joined, by which a mapping is remembered. */
    headers: string;
    columns_json: string;
    counts_json: string;
    /** Why it was undone; null while it stands. */
    undone: string | null;
    undone_seq: number | null;
  };
  imported_row: {
    import: number;
    row: number;
    item: number;
    action: "made" | "attached" | "duplicate" | "changed" | "removed";
    /** RecordedRow. */
    json: string;
    replaces_import: number | null;
    replaces_row: number | null;
    /** The import whose row stands in its place now. */
    replaced_by: number | null;
  };
}

export const sheetImportSql = `
create table sheet_import (id integer primary key, sheet integer not null, of text not null, at text not null, by text not null, seq integer not null,
  headers text not null, columns_json text not null, counts_json text not null, undone text, undone_seq integer);
create index sheet_import_headers on sheet_import (headers, id);
create table imported_row (import integer not null, row integer not null, item integer not null, action text not null, json text not null,
  replaces_import integer, replaces_row integer, replaced_by integer, primary key (import, row)) without rowid;
create index imported_row_item on imported_row (item);
create index imported_row_replaces on imported_row (replaces_import, replaces_row) where replaces_import is not null;
create index item_undone on item (undone) where undone is not null;
`;
