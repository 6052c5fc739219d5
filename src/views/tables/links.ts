/** Tables of links with their checks and captures, of logged searches, and of receipts. */
import type { CheckOutcome } from "../../core/link/capture.ts";

export interface LinkTables {
  link: {
    item: number;
    /** Without keys and signatures, as `shown` is. Null where this copy withholds the link. */
    given: string | null;
    /** Whole: compared and asked for, never shown. */
    normalised: string | null;
    shown: string | null;
    host: string | null;
    platform: string;
    /** "x 1506879325286215681": equal for every address of one post; null where the link names none. */
    post: string | null;
    /** NormalisedLink, its words as given without keys and signatures. */
    json: string | null;
    risk: "low" | "high" | "unknown";
    noted_at: string;
    by: string;
    seq: number;
    from_item: number | null;
    from_row: number | null;
    /** 1 when a capture kept something. */
    captured: 0 | 1;
    last_outcome: CheckOutcome | null;
    last_at: string | null;
    gone_after: string | null;
    gone_by: string | null;
    /** Of a plan of its own; 0: never. */
    every_days: number | null;
  };
  link_check: {
    seq: number;
    item: number;
    at: string;
    outcome: CheckOutcome;
    how: "by-hand" | "own-program";
    statement: string | null;
    by: string;
    evidence_json: string;
  };
  /** One row: how often links of high risk without a plan of their own are looked at. */
  link_plan: { id: number; every_days: number; seq: number };
  capture: { seq: number; item: number; at: string; by: string; json: string };
  capture_item: { seq: number; item: number };
  logged_search: { id: number; seq: number; logged_at: string; by: string; searched_at: string; text: string; json: string };
  receipt: { id: number; seq: number; at: string; by: string; head_seq: number; head: string; object: string; recipient: string | null };
  receipt_item: { receipt: number; item: number };
}

export const linksSql = `
create table link (item integer primary key, given text, normalised text, shown text, host text, platform text not null, post text, json text,
  risk text not null, noted_at text not null, by text not null, seq integer not null, from_item integer, from_row integer,
  captured integer not null default 0, last_outcome text, last_at text, gone_after text, gone_by text, every_days integer);
create index link_normalised on link (normalised);
create index link_post on link (post);
create index link_waiting on link (captured, risk);
create table link_check (seq integer primary key, item integer not null, at text not null, outcome text not null, how text not null, statement text,
  by text not null, evidence_json text not null);
create index link_check_item on link_check (item, at);
create table link_plan (id integer primary key, every_days integer not null, seq integer not null);
create table capture (seq integer primary key, item integer not null, at text not null, by text not null, json text not null);
create index capture_of on capture (item, seq);
create table capture_item (item integer not null, seq integer not null, primary key (item, seq)) without rowid;
create table logged_search (id integer primary key, seq integer not null, logged_at text not null, by text not null, searched_at text not null,
  text text not null, json text not null);
create table receipt (id integer primary key, seq integer not null, at text not null, by text not null, head_seq integer not null, head text not null,
  object text not null, recipient text);
create table receipt_item (receipt integer not null, item integer not null, primary key (item, receipt)) without rowid;
`;
