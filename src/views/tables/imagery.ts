/** Items that are pictures of the ground from above. */

/** Values are null where this copy withholds them. */
export interface ImageryTables {
  imagery: {
    item: number;
    provider: string | null;
    licence: string | null;
    /** A TimeClaim, or the word "unknown", as JSON. */
    taken_json: string | null;
    /** "null" where it lies nowhere. */
    placement_json: string | null;
    reason: string | null;
    at: string;
    by: string;
    seq: number;
  };
}

export const imageryTablesSql = `
create table imagery (
  item integer primary key, provider text, licence text, taken_json text, placement_json text, reason text,
  at text not null, by text not null, seq integer not null
);
`;
