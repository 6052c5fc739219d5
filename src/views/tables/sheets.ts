/** Rows of sheets, as their readings give them: cells verbatim and what could be read out of them. */
import type { Generated } from "kysely";

export interface SheetTables {
  sheet: { item: number; format: string; columns_json: string; rows: number; links: number };
  sheet_row: {
    id: Generated<number>;
    item: number;
    /** Number of the row below the header, as the file has it. */
    row: number;
    row_id: string | null;
    cells_json: string;
    means_json: string;
    /** Folded text of the cells, for looking through one sheet. */
    text: string;
  };
}

export const sheetsSql = `
create table sheet (item integer primary key, format text not null, columns_json text not null, rows integer not null, links integer not null);
create table sheet_row (id integer primary key, item integer not null, row integer not null, row_id text, cells_json text not null,
  means_json text not null, text text not null);
create index sheet_row_item on sheet_row (item, row);
`;
