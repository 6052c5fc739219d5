/** Tables of inferences and of the rules by which the case reads words. */
import type { HouseRulesOf, InferenceSort, InferenceState } from "../../core/inference/inference.ts";

/** Words are null where this copy withholds them. */
export interface InferenceTables {
  inference: {
    id: number;
    sort: InferenceSort;
    title: string | null;
    /** "e3" or "i12"; null while nobody says what it is about. */
    about: string | null;
    items_json: string;
    problem: string;
    answer: string;
    solver: string;
    state: InferenceState;
    /** Why it was taken back; null while it stands. */
    withdrawn: string | null;
    /** Of the line that kept it last. */
    at: string;
    by: string;
    seq: number;
  };
  house_rules: { of: HouseRulesOf; rules_json: string | null; reason: string | null; at: string; by: string; seq: number };
}

export const inferenceTablesSql = `
create table inference (
  id integer primary key, sort text not null, title text, about text, items_json text not null, problem text not null, answer text not null,
  solver text not null, state text not null, withdrawn text, at text not null, by text not null, seq integer not null
);
create table house_rules (of text primary key, rules_json text, reason text, at text not null, by text not null, seq integer not null);
`;
