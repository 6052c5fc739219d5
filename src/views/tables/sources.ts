/** Tables of sources, their grades, accounts, what accounts were called, and who has what to do with items. */
import type { AttributionRole } from "../../core/source/account.ts";
import type { Reliability, SourceSort } from "../../core/source/source.ts";

/** Words are null where this copy withholds them, or nobody wrote any. */
interface Said {
  at: string;
  by: string;
  seq: number;
}

export interface SourceTables {
  source: Said & {
    id: number;
    sort: SourceSort;
    label: string | null;
    about: string | null;
    /** Seal of the restricted identity; null for none. What it says is in no table. */
    identity: string | null;
    /** Notes as JSON text; "unknown" where nobody said, null where this copy withholds them. */
    access_json: string | null;
    motive_json: string | null;
    history_json: string | null;
    /** Seal of the restricted note, as `identity`. */
    restricted: string | null;
  };
  source_grade: Said & { source: number; reliability: Reliability; as_of: string; reason: string | null };
  account: Said & {
    id: number;
    platform: string;
    /** 1 for one that is stated; then null means withheld. */
    has_platform_id: 0 | 1;
    platform_id: string | null;
    url: string | null;
    source: number | null;
    about: string | null;
  };
  /** "known" 1 with null words: withheld. */
  account_handle: Said & {
    account: number;
    handle_known: 0 | 1;
    handle: string | null;
    name_known: 0 | 1;
    display_name: string | null;
    earliest: string;
    latest: string;
    basis: string | null;
  };
  /** `account` and `source` are 0 where not stated. */
  attribution: Said & {
    item: number;
    role: AttributionRole;
    account: number;
    source: number;
    basis: string | null;
    standing: "stated" | "withdrawn";
  };
}

export const sourcesSql = `
create table source (id integer primary key, sort text not null, label text, about text, identity text,
  access_json text, motive_json text, history_json text, restricted text, at text not null, by text not null,
  seq integer not null);
create table source_grade (seq integer primary key, source integer not null, reliability text not null, as_of text not null, reason text,
  at text not null, by text not null);
create index source_grade_source on source_grade (source, as_of, seq);
create table account (id integer primary key, platform text not null, has_platform_id integer not null, platform_id text, url text,
  source integer, about text, at text not null, by text not null, seq integer not null);
create index account_platform on account (platform, platform_id);
create index account_source on account (source);
create table account_handle (seq integer primary key, account integer not null, handle_known integer not null, handle text,
  name_known integer not null, display_name text, earliest text not null, latest text not null, basis text, at text not null, by text not null);
create index account_handle_account on account_handle (account, earliest);
create table attribution (item integer not null, role text not null, account integer not null, source integer not null, basis text,
  standing text not null, at text not null, by text not null, seq integer not null, primary key (item, role, account, source)) without rowid;
create index attribution_source on attribution (source, role);
create index attribution_account on attribution (account, role);
`;
