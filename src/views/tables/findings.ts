/** Tables of questions and findings: what is asked, every version of what is answered, and who signed and reviewed it. Withdrawn ones stay. */
import type { Question } from "../../core/hypothesis/hypothesis.ts";

/** Words are null where this copy withholds them. */
interface Said {
  at: string;
  by: string;
  seq: number;
}

export interface FindingTables {
  /** As it was asked last. */
  question: Said & {
    id: number;
    sort: Question;
    text: string | null;
    event: number | null;
    items_json: string;
    precision_json: string;
    has_reason: 0 | 1;
    reason: string | null;
    /** Empty where the reason is withheld; null while it stands. */
    withdrawn: string | null;
  };
  /** As its newest version says. */
  finding: Said & { id: number; question: number; version: number; withdrawn: string | null };
  finding_version: Said & {
    finding: number;
    version: number;
    question: number;
    document: string;
    has_reason: 0 | 1;
    reason: string | null;
  };
  /** Signatures and reviews as lines have them; which of them count is worked out when they are looked at. */
  finding_act: {
    seq: number;
    finding: number;
    version: number;
    document: string;
    act: "signed" | "approves" | "returns";
    note: string | null;
    /** What the line is signed with. */
    key: string | null;
    at: string;
    by: string;
  };
}

export const findingTablesSql = `
create table question (
  id integer primary key, sort text not null, text text, event integer, items_json text not null, precision_json text not null,
  has_reason integer not null, reason text, withdrawn text, at text not null, by text not null, seq integer not null
);
create table finding (
  id integer primary key, question integer not null, version integer not null, withdrawn text, at text not null, by text not null,
  seq integer not null
);
create index finding_question on finding (question);
create table finding_version (
  finding integer not null, version integer not null, question integer not null, document text not null, has_reason integer not null,
  reason text, at text not null, by text not null, seq integer not null, primary key (finding, version)
) without rowid;
create table finding_act (
  seq integer primary key, finding integer not null, version integer not null, document text not null, act text not null, note text,
  key text, at text not null, by text not null
);
create index finding_act_finding on finding_act (finding);
`;
