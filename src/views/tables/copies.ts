/** Tables of copies: what was compared, pairs that share something, what people decided of them, and the earliest known uploads. */
import type { MatchVerdict } from "../../core/copies/match-judgement.ts";
import type { UploadVerdict } from "../../core/copies/upload.ts";

/** Words and claims are null where this copy withholds them. */
interface Judgement {
  seq: number;
  reason: string | null;
  at: string;
  by: string;
  /** Why it was taken back, and in which line; null while it stands. */
  withdrawn: string | null;
  withdrawn_seq: number | null;
}

export interface CopyTables {
  /** The last comparison of each item whose result is there. */
  copy_compared: { item: number; frame_print: string; sound_print: string; matcher: string; seq: number };
  /** Of two objects, the pair last compared. `json`: PairComparison. */
  copy_pair: { a: string; b: string; result: string; seq: number; json: string; picture: number; sound: number };
  /** `part_json`: MatchPart. */
  match_judgement: Judgement & { a: number; b: number; result: string | null; part_json: string; verdict: MatchVerdict };
  /** `by_json`: UploadSource; `claim_json`: TimeClaim. */
  upload_judgement: Judgement & { item: number; by_json: string; claim_json: string | null; verdict: UploadVerdict };
  /** `from_json`: item, by, claim. `group_json`: members and matches of the Reopening; null where it is not there. */
  first_upload: {
    seq: number;
    item: number;
    to_item: number;
    to_by_json: string;
    to_claim_json: string | null;
    to_edited_json: string | null;
    from_json: string | null;
    group_json: string | null;
    at: string;
  };
  /** A judgement to be looked at again, by the line that re-opened it. `json`: ReopenedJudgement. */
  reopened: { cause: number; line: number; json: string };
  kept_judgement: { seq: number; line: number; reason: string | null; at: string; by: string };
}

const judgement = "reason text, at text not null, by text not null, withdrawn text, withdrawn_seq integer";

export const copiesSql = `
create table copy_compared (item integer primary key, frame_print text not null, sound_print text not null, matcher text not null,
  seq integer not null);
create table copy_pair (a text not null, b text not null, result text not null, seq integer not null, json text not null,
  picture integer not null, sound integer not null, primary key (a, b)) without rowid;
create index copy_pair_b on copy_pair (b);
create index copy_pair_result on copy_pair (result);
create table match_judgement (seq integer primary key, a integer not null, b integer not null, result text, part_json text not null,
  verdict text not null, ${judgement});
create table upload_judgement (seq integer primary key, item integer not null, by_json text not null, claim_json text, verdict text not null,
  ${judgement});
create table first_upload (seq integer primary key, item integer not null, to_item integer not null, to_by_json text not null,
  to_claim_json text, to_edited_json text, from_json text, group_json text, at text not null);
create table reopened (cause integer not null, line integer not null, json text not null, primary key (cause, line)) without rowid;
create table kept_judgement (seq integer not null, line integer not null, reason text, at text not null, by text not null,
  primary key (line, seq)) without rowid;
`;
