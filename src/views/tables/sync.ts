/** Tables of recordings on one clock: what measuring found of each pair last, what people marked, and what they judged. */
import type { SyncMarkSort } from "../../core/sync/sync-mark.ts";

/** Words are null where this copy withholds them. */
interface Written {
  at: string;
  by: string;
  seq: number;
  /** Why it was taken back; null while it stands. */
  withdrawn: string | null;
}

export interface SyncTables {
  /** A measuring whose result is there. */
  sync_run: {
    seq: number;
    at: string;
    result: string;
    measurer: string;
    sound_features: string;
    picture_features: string;
    decoder: string;
    unread_json: string;
  };
  /** Two items, the lower number first, as they were measured last. `json`: PairMeasurement. */
  sync_pair: { a: number; b: number; run: number; json: string };
  /** `points_json`: SyncMarkPoint[]. */
  sync_mark: Written & { id: number; sort: SyncMarkSort; points_json: string; text: string | null; reason: string | null };
  /** `judged_json`: the measurement that was judged; null where the result named did not hold the pair. */
  sync_judgement: Written & {
    a: number;
    b: number;
    result: string;
    verdict: "accepted" | "rejected";
    reason: string | null;
    judged_json: string | null;
  };
}

export const syncTablesSql = `
create table sync_run (seq integer primary key, at text not null, result text not null, measurer text not null, sound_features text not null,
  picture_features text not null, decoder text not null, unread_json text not null);
create table sync_pair (a integer not null, b integer not null, run integer not null, json text not null, primary key (a, b)) without rowid;
create index sync_pair_b on sync_pair (b);
create table sync_mark (id integer primary key, sort text not null, points_json text not null, text text, reason text, at text not null,
  by text not null, seq integer not null, withdrawn text);
create table sync_judgement (seq integer primary key, a integer not null, b integer not null, result text not null, verdict text not null,
  reason text, judged_json text, at text not null, by text not null, withdrawn text);
create index sync_judgement_pair on sync_judgement (a, b);
`;
