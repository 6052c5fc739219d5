/** Tables of element sheets: the newest version of each, and every version there was. The documents are objects. */

interface Written {
  version: number;
  elements_name: string;
  elements_version: string;
  event: number;
  document: string;
  /** Null where it is new, and where this copy withholds it. */
  reason: string | null;
  at: string;
  by: string;
  seq: number;
}

export interface ElementTables {
  /** `withdrawn`: why it was taken back; null while it stands. */
  element_sheet: Written & { id: number; withdrawn: string | null };
  element_sheet_version: Written & { sheet: number };
}

const written = `version integer not null, elements_name text not null, elements_version text not null, event integer not null,
  document text not null, reason text, at text not null, by text not null, seq integer not null`;

export const elementTablesSql = `
create table element_sheet (id integer primary key, ${written}, withdrawn text);
create table element_sheet_version (sheet integer not null, ${written}, primary key (sheet, version)) without rowid;
`;
