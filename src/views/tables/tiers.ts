/** Tables of tiers: their versions, the segments of the newest, and who reviewed them. Withdrawn ones stay. */

/** Words are null where this copy withholds them. */
export interface TierTables {
  /** As its newest version says. */
  tier: {
    id: number;
    item: number;
    sort: "verbatim" | "translation" | "notes" | "on-screen";
    language: string;
    version: number;
    document: string;
    from_tier: number | null;
    from_version: number | null;
    made_json: string;
    /** Lowest id that no version of it used. */
    next_segment: number;
    at: string;
    by: string;
    seq: number;
    withdrawn: string | null;
  };
  tier_version: {
    tier: number;
    version: number;
    document: string;
    language: string;
    from_tier: number | null;
    from_version: number | null;
    made_json: string;
    /** Segments that are new or another than before, by the documents and by what its line says. */
    changed: number;
    /** Segments that are a machine's draft in it; null where this copy does not hold it. */
    drafts: number | null;
    reason: string | null;
    at: string;
    by: string;
    seq: number;
  };
  /** Of the newest version. */
  tier_segment: {
    tier: number;
    segment: number;
    start_ms: number;
    end_ms: number;
    text: string | null;
    language: string | null;
    /** No person has taken it over. */
    machine: 0 | 1;
    suspect: 0 | 1;
    source: number | null;
    /** People who wrote some version of it. */
    writers_json: string;
    /** Line and version that changed it last. */
    changed_at: number;
    changed_in: number;
  };
  tier_review: {
    line: number;
    tier: number;
    version: number;
    /** Stretches of ids. */
    segments_json: string;
    verdict: "agrees" | "disagrees";
    note: string | null;
    withdrawn: string | null;
    at: string;
    by: string;
  };
}

export const tierTablesSql = `
create table tier (
  id integer primary key, item integer not null, sort text not null, language text not null, version integer not null,
  document text not null, from_tier integer, from_version integer, made_json text not null, next_segment integer not null,
  at text not null, by text not null, seq integer not null, withdrawn text
);
create index tier_item on tier (item);
create index tier_from on tier (from_tier);
create table tier_version (
  tier integer not null, version integer not null, document text not null, language text not null, from_tier integer,
  from_version integer, made_json text not null, changed integer not null, drafts integer, reason text, at text not null, by text not null,
  seq integer not null, primary key (tier, version)
) without rowid;
create index tier_version_document on tier_version (document);
create table tier_segment (
  tier integer not null, segment integer not null, start_ms integer not null, end_ms integer not null, text text, language text,
  machine integer not null, suspect integer not null, source integer, writers_json text not null, changed_at integer not null,
  changed_in integer not null, primary key (tier, segment)
) without rowid;
create table tier_review (
  line integer primary key, tier integer not null, version integer not null, segments_json text not null, verdict text not null,
  note text, withdrawn text, at text not null, by text not null
);
create index tier_review_tier on tier_review (tier);
`;
