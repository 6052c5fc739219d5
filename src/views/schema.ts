/** The tables of the read model, once as SQL and once as types. All of it can be made again from the ledger and the results it names. */
import type { Generated } from "kysely";
import { claimTablesSql, type ClaimTables } from "./tables/claims.ts";
import { conditionsSql, type ConditionTables } from "./tables/conditions.ts";
import { copiesSql, type CopyTables } from "./tables/copies.ts";
import { type ElementTables, elementTablesSql } from "./tables/elements.ts";
import { eventsSql, type EventTables } from "./tables/events.ts";
import { type ExhibitTables, exhibitTablesSql } from "./tables/exhibits.ts";
import { type IdentificationTables, identificationTablesSql } from "./tables/identifications.ts";
import { type FindingTables, findingTablesSql } from "./tables/findings.ts";
import { type ImageryTables, imageryTablesSql } from "./tables/imagery.ts";
import { type InferenceTables, inferenceTablesSql } from "./tables/inferences.ts";
import { linksSql, type LinkTables } from "./tables/links.ts";
import { type SceneTables, sceneTablesSql } from "./tables/scenes.ts";
import { sheetImportSql, type SheetImportTables } from "./tables/sheet-import.ts";
import { redactionTablesSql, type RedactionTables } from "./tables/redactions.ts";
import { sourcesSql, type SourceTables } from "./tables/sources.ts";
import { sheetsSql, type SheetTables } from "./tables/sheets.ts";
import { savedSearchTablesSql, type SavedSearchTables } from "./tables/saved-searches.ts";
import { type SearchTables, searchTablesSql } from "./tables/search.ts";
import { tierTablesSql, type TierTables } from "./tables/tiers.ts";
import { workTablesSql, type WorkTables } from "./tables/work.ts";
import { type SubjectTables, subjectTablesSql } from "./tables/subjects.ts";
import { type SyncTables, syncTablesSql } from "./tables/sync.ts";

/** Raised with every change below or in the projection; a file with another number is made anew. */
export const viewsVersion = 15;

export interface ItemTable {
  number: number;
  /** Shown name; null when it is withheld. */
  name: string | null;
  /** Path under which posts and pages may refer to it; null for names that are not UTF-8. */
  path: string | null;
  name_state: "plain" | "not-utf-8" | "has-control-or-direction-marks";
  kind: "video" | "picture" | "sound" | "posts" | "article" | "sheet" | "document" | "unknown" | "not-held";
  held: 0 | 1;
  object: string | null;
  size: number | null;
  duration_sec: number | null;
  width: number | null;
  height: number | null;
  browser_plays: 0 | 1;
  has_frames: 0 | 1;
  has_sound: 0 | 1;
  posted_json: string | null;
  /** Start of the posted interval, for sorting. */
  posted_at: string | null;
  source: string | null;
  level: "unassessed" | "none" | "mild" | "strong" | "severe";
  triage: "new" | "to-do" | "in-progress" | "help-needed" | "set-aside" | "done";
  assessed: 0 | 1;
  note_count: number;
  last_note: string | null;
  trap_count: number;
  failure: string | null;
  /** What the probe called the content, such as "html"; chooses the reader. */
  container: string | null;
  collection: string | null;
  file_written_at: string | null;
  captured_at: string | null;
  seq: number;
  stated_by: number | null;
  stated_where: string | null;
  stated_reason: string | null;
  /** The import that made it and was taken back; it leaves the lists then. */
  undone: number | null;
  /** The item that it came out of, and its place there. */
  unpacked_from: number | null;
  unpacked_where: string | null;
  /** How many archives or e-mails lie around it. */
  depth: number;
}

export interface AnalysisTable {
  item: number;
  analyser: string;
  version: string;
  decoder: string;
  seq: number;
  state: "done" | "failed";
  failure_json: string | null;
  result: string | null;
  files_json: string;
  traps: number;
}

export interface PostTable {
  id: Generated<number>;
  export_item: number;
  ord: number;
  channel_id: string;
  posted_at: string | null;
  json: string;
}

export interface ViewTables
  extends
    EventTables,
    SavedSearchTables,
    SearchTables,
    SourceTables,
    ClaimTables,
    ConditionTables,
    CopyTables,
    ElementTables,
    ImageryTables,
    ExhibitTables,
    FindingTables,
    IdentificationTables,
    InferenceTables,
    LinkTables,
    SceneTables,
    RedactionTables,
    SheetImportTables,
    SubjectTables,
    SyncTables,
    TierTables,
    WorkTables,
    SheetTables {
  meta: { key: string; value: string };
  /** Highest number that an entry has used, by the letter of its sort; see core/entry/record-id.ts. */
  used_id: { letter: string; last: number };
  entry: {
    seq: number;
    head: string;
    kind: string;
    at: string | null;
    by: string | null;
    stepped_back: 0 | 1;
    signed: 0 | 1;
    body: string | null;
    /** What the line's sealed values say in this copy, by digest. */
    open: string;
    /** Folded text for the filter box. */
    text: string;
  };
  entry_item: { seq: number; item: number };
  person: { id: string; name: string | null };
  collection: { id: string; method: string; from_label: string | null; program: string; clock_source: string; by: string; finished: 0 | 1 };
  item: ItemTable;
  analysis: AnalysisTable;
  channel: { export_item: number; id: string; name: string; json: string };
  post: PostTable;
  post_media: { post: number; ord: number; path: string | null; item: number | null };
  article_picture: { article_item: number; ord: number; path: string; detail: string };
  note: { seq: number; item: number; at: string; by: string; text: string | null };
  observation: {
    id: number;
    item: number;
    sort: "observation" | "marker";
    target_json: string;
    text: string | null;
    at: string;
    by: string;
    seq: number;
    withdrawn: string | null;
  };
  checkpoint: { seq: number; head: string; digest: string; made_seq: number };
  timestamp: { recorded_seq: number; checkpoint: string; gen_time: string; authority: string };
}

export const viewsSql = `
create table meta (key text primary key, value text not null) without rowid;
create table used_id (letter text primary key, last integer not null) without rowid;
create table entry (seq integer primary key, head text not null, kind text not null, at text, by text, stepped_back integer not null,
  signed integer not null, body text, open text not null, text text not null);
create index entry_kind on entry (kind, seq);
create table entry_item (item integer not null, seq integer not null, primary key (item, seq)) without rowid;
create table person (id text primary key, name text) without rowid;
create table collection (id text primary key, method text not null, from_label text, program text not null, clock_source text not null,
  by text not null, finished integer not null) without rowid;
create table item (number integer primary key, name text, path text, name_state text not null, kind text not null, held integer not null,
  object text, size integer, duration_sec real, width integer, height integer, browser_plays integer not null default 0,
  has_frames integer not null default 0, has_sound integer not null default 0, posted_json text, posted_at text, source text,
  level text not null default 'unassessed', triage text not null default 'new', assessed integer not null, note_count integer not null default 0,
  last_note text, trap_count integer not null default 0, failure text, container text, collection text, file_written_at text,
  captured_at text, seq integer not null, stated_by integer, stated_where text, stated_reason text,
  undone integer, unpacked_from integer, unpacked_where text, depth integer not null default 0);
create index item_unpacked on item (unpacked_from, number);
create index item_object on item (object);
create index item_path on item (path);
create index item_kind on item (kind, number);
create index item_level on item (level, number);
create index item_triage on item (triage, number);
create index item_source on item (source, number);
create index item_posted on item (posted_at, number);
create index item_name on item (name, number);
create index item_size on item (size, number);
create index item_duration on item (duration_sec, number);
create table analysis (item integer not null, analyser text not null, version text not null, decoder text not null, seq integer not null,
  state text not null, failure_json text, result text, files_json text not null, traps integer not null,
  primary key (item, analyser)) without rowid;
create table channel (export_item integer not null, id text not null, name text not null, json text not null,
  primary key (export_item, id)) without rowid;
create table post (id integer primary key, export_item integer not null, ord integer not null, channel_id text not null, posted_at text,
  json text not null);
create index post_export on post (export_item, ord);
create table post_media (post integer not null, ord integer not null, path text, item integer, primary key (post, ord)) without rowid;
create index post_media_path on post_media (path);
create index post_media_item on post_media (item);
create table article_picture (article_item integer not null, ord integer not null, path text not null, detail text not null,
  primary key (article_item, ord)) without rowid;
create index article_picture_path on article_picture (path);
create table note (seq integer primary key, item integer not null, at text not null, by text not null, text text);
create index note_item on note (item, seq);
create table observation (id integer primary key, item integer not null, sort text not null, target_json text not null, text text,
  at text not null, by text not null, seq integer not null, withdrawn text);
create index observation_item on observation (item, id);
create table checkpoint (made_seq integer primary key, seq integer not null, head text not null, digest text not null);
create table timestamp (recorded_seq integer primary key, checkpoint text not null, gen_time text not null, authority text not null);
${sourcesSql}
${redactionTablesSql}
${conditionsSql}
${linksSql}
${sheetsSql}
${savedSearchTablesSql}
${sheetImportSql}
${searchTablesSql}
${eventsSql}
${copiesSql}
${inferenceTablesSql}
${claimTablesSql}
${imageryTablesSql}
${exhibitTablesSql}
${identificationTablesSql}
${syncTablesSql}
${tierTablesSql}
${findingTablesSql}
${subjectTablesSql}
${sceneTablesSql}
${elementTablesSql}
${workTablesSql}`;
