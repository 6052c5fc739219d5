/** Tables of claims, rejected proposals, derivations, assumptions and requests for a reply. Withdrawn ones stay, with the reason. */
import type { Aspect, Credibility } from "../../core/claim/claim.ts";
import type { DerivationSort, DerivationStanding } from "../../core/claim/derivation.ts";

/** Words are null where this copy withholds them. */
interface Said {
  /** Of the line that said it last. */
  at: string;
  by: string;
  seq: number;
}

/** Where in a text. */
interface InText {
  item: number;
  part_json: string;
  /** The reading that the offsets are into; null where the item itself, or what was typed, is the text. */
  reading: string | null;
  aspect: Aspect;
  span_start: number;
  span_end: number;
}

export interface ClaimTables {
  claim: Said &
    InText & {
      id: number;
      quote: string | null;
      /** Null: unassigned. */
      event: number | null;
      statement_json: string | null;
      proposed_json: string;
      edited_json: string;
      has_reason: 0 | 1;
      reason: string | null;
      credibility: Credibility;
      /** Line that gave the digit; null while nobody did. */
      graded_seq: number | null;
      credibility_reason: string | null;
      /** Empty where the reason is withheld; null while it stands. */
      withdrawn: string | null;
    };
  claim_rejection: Said &
    InText & {
      value_start: number;
      value_end: number;
      has_reason: 0 | 1;
      reason: string | null;
      /** Line that took the rejection back. */
      restored: number | null;
    };
  derivation: Said & {
    id: number;
    /** "k3" or "i12". */
    derived: string;
    from_end: string;
    sort: DerivationSort;
    standing: DerivationStanding;
    basis: string | null;
    withdrawn: string | null;
  };
  assumption: Said & { id: number; what_json: string | null; words: string | null; withdrawn: string | null };
  reply: Said & {
    id: number;
    /** Null: unknown. */
    to_source: number | null;
    to_words: string | null;
    about_json: string;
    sent_at: string;
    deadline: string | null;
    way: string | null;
    asked: string | null;
    withdrawn: string | null;
  };
  reply_response: Said & { reply: number; received: string; response: string | null; item: number | null };
}

const inText = `item integer not null, part_json text not null, reading text, aspect text not null, span_start integer not null,
  span_end integer not null`;
const said = "at text not null, by text not null";

export const claimTablesSql = `
create table claim (id integer primary key, ${inText}, quote text, event integer, statement_json text, proposed_json text not null,
  edited_json text not null, has_reason integer not null, reason text, credibility text not null default '6', graded_seq integer,
  credibility_reason text, withdrawn text, ${said}, seq integer not null);
create index claim_item on claim (item);
create index claim_event on claim (event);
create table claim_rejection (seq integer primary key, ${inText}, value_start integer not null, value_end integer not null,
  has_reason integer not null, reason text, restored integer, ${said});
create index claim_rejection_item on claim_rejection (item);
create table derivation (id integer primary key, derived text not null, from_end text not null, sort text not null, standing text not null,
  basis text, withdrawn text, ${said}, seq integer not null);
create table assumption (id integer primary key, what_json text, words text, withdrawn text, ${said}, seq integer not null);
create table reply (id integer primary key, to_source integer, to_words text, about_json text not null, sent_at text not null, deadline text,
  way text, asked text, withdrawn text, ${said}, seq integer not null);
create table reply_response (seq integer primary key, reply integer not null, received text not null, response text, item integer, ${said});
create index reply_response_reply on reply_response (reply, seq);
`;
