/** Table of what people say that pictures beside texts show. Withdrawn ones stay, with the reason. */

/** Words are null where this copy withholds them. */
export interface ExhibitTables {
  exhibit: {
    id: number;
    /** The article or post that it is shown with. */
    beside: number;
    /** Which picture of its reading, counted from 0; null where an item is meant. */
    picture: number | null;
    /** The item that is shown, where one is meant. */
    item: number | null;
    shows_json: string;
    caption: string | null;
    /** "[]" where nothing was answered. */
    answers_json: string | null;
    reason: string | null;
    /** Empty where the reason is withheld; null while it stands. */
    withdrawn: string | null;
    at: string;
    by: string;
    seq: number;
  };
}

export const exhibitTablesSql = `
create table exhibit (
  id integer primary key, beside integer not null, picture integer, item integer, shows_json text not null, caption text, answers_json text,
  reason text, withdrawn text, at text not null, by text not null, seq integer not null
);
create index exhibit_beside on exhibit (beside);
create index exhibit_item on exhibit (item);
`;
