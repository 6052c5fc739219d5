/** Tables of conditions: each statement once, which one is in force for each subject, and assessments. */

export interface ConditionTables {
  /** A statement, whole. The columns beside `json` are what lists are narrowed by. */
  condition_line: {
    seq: number;
    at: string;
    by: string;
    /** Conditions with their words opened; see core/conditions/conditions.ts. */
    json: string;
    given_by: number | null;
    /** 1 when nothing that publishing asks about is unknown. */
    decided: 0 | 1;
    embargo_until: string | null;
    withdrawn_at: string | null;
    hold: 0 | 1;
    retention_until: string | null;
  };
  /** Statements about an item ("i") or a source ("s"). The highest `seq` is in force. */
  condition_of: { sort: "i" | "s"; number: number; seq: number };
  condition_now: { sort: "i" | "s"; number: number; seq: number };
  assessment: { seq: number; at: string; by: string; json: string };
  assessment_of: { item: number; seq: number };
}

export const conditionsSql = `
create table condition_line (seq integer primary key, at text not null, by text not null, json text not null, given_by integer,
  decided integer not null, embargo_until text, withdrawn_at text, hold integer not null, retention_until text);
create index condition_line_giver on condition_line (given_by) where given_by is not null;
create table condition_of (sort text not null, number integer not null, seq integer not null, primary key (sort, number, seq)) without rowid;
create table condition_now (sort text not null, number integer not null, seq integer not null, primary key (sort, number)) without rowid;
create index condition_now_seq on condition_now (seq);
create table assessment (seq integer primary key, at text not null, by text not null, json text not null);
create table assessment_of (item integer not null, seq integer not null, primary key (item, seq)) without rowid;
create index item_stated_by on item (stated_by) where stated_by is not null;
`;
