/** Tables of persons under neutral labels, what is seen of them, which labels are one person, and shots. Withdrawn ones stay. */
import type { SamePersonVerdict } from "../../core/subject/same-person.ts";
import type { ShotChannel } from "../../core/subject/shot.ts";
import type { SubjectKnown } from "../../core/subject/subject.ts";

/** Words and JSON of words are null where this copy withholds them. */
interface Written {
  reason: string | null;
  at: string;
  by: string;
  seq: number;
  /** Why it was taken back; null while it stands. */
  withdrawn: string | null;
}

export interface SubjectTables {
  /** `protection_json`: list of `sort` and `reason` (null where withheld). */
  subject: Written & {
    id: number;
    item: number;
    known: SubjectKnown;
    spoken_json: string | null;
    description: string | null;
    role_claim: string | null;
    role_words: string | null;
    protection_json: string;
  };
  /** Item time, seconds. `facts_json`: SubjectStateFacts. */
  subject_state: Written & { id: number; subject: number; item: number; from_s: number; to_s: number; facts_json: string | null };
  same_person: Written & { id: number; a: number; b: number; verdict: SamePersonVerdict; on_json: string };
  shot: Written & {
    id: number;
    item: number;
    at_s: number;
    plus_minus_s: number;
    channel: ShotChannel;
    basis_json: string;
    words: string | null;
  };
}

export const subjectTablesSql = `
create table subject (
  id integer primary key, item integer not null, known text not null, spoken_json text, description text, role_claim text,
  role_words text, protection_json text not null, reason text, at text not null, by text not null, seq integer not null, withdrawn text
);
create index subject_item on subject (item);
create table subject_state (
  id integer primary key, subject integer not null, item integer not null, from_s real not null, to_s real not null, facts_json text,
  reason text, at text not null, by text not null, seq integer not null, withdrawn text
);
create index subject_state_item on subject_state (item);
create table same_person (
  id integer primary key, a integer not null, b integer not null, verdict text not null, on_json text not null, reason text,
  at text not null, by text not null, seq integer not null, withdrawn text
);
create table shot (
  id integer primary key, item integer not null, at_s real not null, plus_minus_s real not null, channel text not null,
  basis_json text not null, words text, reason text, at text not null, by text not null, seq integer not null, withdrawn text
);
create index shot_item on shot (item);
`;
