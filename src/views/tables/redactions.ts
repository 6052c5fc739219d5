/** Tables of the redaction layer. Words are null where this copy withholds them. */
export interface RedactionTables {
  /** As its last line says. Withdrawn ones stay. */
  redaction: {
    id: number;
    item: number;
    object: string;
    mark: string;
    /** Null where this copy does not hold the document. */
    mark_json: string | null;
    /** 1: words are covered; 0: a box or sound; null where nobody can tell. */
    words: 0 | 1 | null;
    cause: string;
    subject: string | null;
    reason: string | null;
    withdrawn: string | null;
    /** Everybody who made some version of it. */
    makers_json: string;
    at: string;
    by: string;
    seq: number;
  };
  stretch_viewed: {
    line: number;
    item: number;
    object: string;
    from_s: number;
    to_s: number;
    marks_json: string;
    note: string | null;
    at: string;
    by: string;
  };
  text_viewed: {
    line: number;
    item: number;
    object: string;
    texts_json: string;
    marks_json: string;
    note: string | null;
    at: string;
    by: string;
  };
  protection_override: {
    line: number;
    item: number;
    subject: string | null;
    redaction: string | null;
    reason: string | null;
    at: string;
    by: string;
  };
  /** Runs of a detector. What they found lies in the result. */
  detector_run: {
    line: number;
    item: number;
    object: string;
    result: string;
    program: string;
    frames: number;
    regions: number;
    at: string;
    by: string;
  };
  region_left: {
    line: number;
    item: number;
    run: number;
    regions_json: string;
    what: string | null;
    reason: string | null;
    at: string;
    by: string;
  };
}

export const redactionTablesSql = `
create table redaction (
  id integer primary key, item integer not null, object text not null, mark text not null, mark_json text, words integer,
  cause text not null, subject text, reason text, withdrawn text, makers_json text not null, at text not null, by text not null, seq integer not null
);
create index redaction_item on redaction (item, id);
create table stretch_viewed (
  line integer primary key, item integer not null, object text not null, from_s real not null, to_s real not null, marks_json text not null,
  note text, at text not null, by text not null
);
create index stretch_viewed_item on stretch_viewed (item, line);
create table text_viewed (
  line integer primary key, item integer not null, object text not null, texts_json text not null, marks_json text not null,
  note text, at text not null, by text not null
);
create index text_viewed_item on text_viewed (item, line);
create table protection_override (
  line integer primary key, item integer not null, subject text, redaction text, reason text, at text not null, by text not null
);
create index protection_override_item on protection_override (item, line);
create table detector_run (
  line integer primary key, item integer not null, object text not null, result text not null, program text not null,
  frames integer not null, regions integer not null, at text not null, by text not null
);
create index detector_run_item on detector_run (item, line);
create table region_left (
  line integer primary key, item integer not null, run integer not null, regions_json text not null, what text, reason text,
  at text not null, by text not null
);
create index region_left_item on region_left (item, line);
`;
