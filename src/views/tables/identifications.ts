/** Table of identifications: a ladder as a person gave it, and what the taxonomy of that day made of it. Withdrawn ones stay. */

/** JSON and words are null where this copy withholds them. */
export interface IdentificationTables {
  identification: {
    id: number;
    item: number;
    /** Null: unassigned. */
    event: number | null;
    what_json: string | null;
    result_json: string | null;
    taxonomy: string;
    reason: string | null;
    withdrawn: string | null;
    at: string;
    by: string;
    seq: number;
  };
}

export const identificationTablesSql = `
create table identification (
  id integer primary key, item integer not null, event integer, what_json text, result_json text, taxonomy text not null, reason text,
  withdrawn text, at text not null, by text not null, seq integer not null
);
create index identification_item on identification (item);
`;
