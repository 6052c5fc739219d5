/** Tables of events, hypotheses, what bears on them, and the places and times that people state. */
import type { EventSort } from "../../core/event/event.ts";
import type { EventRelation } from "../../core/event/event-link.ts";
import type { BearingSort } from "../../core/event/bearing.ts";
import type { HypothesisStanding, HypothesisStart, Question } from "../../core/hypothesis/hypothesis.ts";
import type { StatementStanding } from "../../core/place/place-statement.ts";

/** Words and claims are null where this copy withholds them; what a person left open is the JSON word "unknown". */
interface Described {
  /** Of the line that described it last. */
  at: string;
  by: string;
  seq: number;
}

interface StatementTable extends Described {
  id: number;
  /** "e3" or "i12". */
  about: string;
  standing: StatementStanding;
  claim_json: string | null;
  from_item: number | null;
  from_where: string | null;
  reason: string | null;
}

export interface EventTables {
  event: Described & {
    id: number;
    sort: EventSort;
    sort_words: string | null;
    title: string | null;
    time_json: string | null;
    place_json: string | null;
    movement_json: string | null;
    withdrawn: string | null;
  };
  event_link: Described & {
    id: number;
    from_event: number;
    to_event: number;
    relation: EventRelation;
    basis: string | null;
    unlinked: string | null;
  };
  hypothesis: Described & {
    id: number;
    question: Question;
    start: HypothesisStart;
    statement: string | null;
    standing: HypothesisStanding;
    reason: string | null;
  };
  bearing: Described & {
    id: number;
    item: number;
    /** "e3" or "h1". */
    on_record: string;
    sort: BearingSort;
    part_json: string | null;
    reason: string | null;
    withdrawn: string | null;
  };
  place_statement: StatementTable;
  time_statement: StatementTable;
  /** What the material itself says, one place per item. */
  seen_place: { item: number; claim_json: string; heading_json: string | null };
  seen_time: { item: number; ord: number; claim_json: string };
  /** Lines that made, changed or withdrew a record. */
  entry_record: { record: string; seq: number };
}

export const eventsSql = `
create table event (id integer primary key, sort text not null, sort_words text, title text, time_json text, place_json text,
  movement_json text, at text not null, by text not null, seq integer not null, withdrawn text);
create table event_link (id integer primary key, from_event integer not null, to_event integer not null, relation text not null, basis text,
  at text not null, by text not null, seq integer not null, unlinked text);
create index event_link_from on event_link (from_event);
create index event_link_to on event_link (to_event);
create table hypothesis (id integer primary key, question text not null, start text not null, statement text, standing text not null,
  reason text, at text not null, by text not null, seq integer not null);
create table bearing (id integer primary key, item integer not null, on_record text not null, sort text not null, part_json text, reason text,
  at text not null, by text not null, seq integer not null, withdrawn text);
create index bearing_item on bearing (item);
create index bearing_on on bearing (on_record);
create table place_statement (id integer primary key, about text not null, standing text not null, claim_json text, from_item integer,
  from_where text, reason text, at text not null, by text not null, seq integer not null);
create index place_statement_about on place_statement (about);
create table time_statement (id integer primary key, about text not null, standing text not null, claim_json text, from_item integer,
  from_where text, reason text, at text not null, by text not null, seq integer not null);
create index time_statement_about on time_statement (about);
create index search_text_placed on search_text (sort, lat, lon) where lat is not null;
create table seen_place (item integer primary key, claim_json text not null, heading_json text);
create table seen_time (item integer not null, ord integer not null, claim_json text not null, primary key (item, ord)) without rowid;
create table entry_record (record text not null, seq integer not null, primary key (record, seq)) without rowid;
`;
