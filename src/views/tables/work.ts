/** Tables of tasks and of what people say about records. Comments that were withdrawn stay, with the reason. */
import type { TaskState } from "../../core/task/task.ts";

/** Words are null where this copy withholds them. */
export interface WorkTables {
  task: {
    id: number;
    title: string | null;
    state: TaskState;
    /** Record and moment that it is about; null for the case as a whole. */
    about: string | null;
    about_s: number | null;
    assigned_json: string;
    due: string | null;
    reason: string | null;
    /** Of the line that set it first, and last. */
    made_at: string;
    made_by: string;
    at: string;
    by: string;
    seq: number;
  };
  comment: {
    id: number;
    about: string;
    about_s: number | null;
    answers: number | null;
    text: string | null;
    mentions_json: string;
    at: string;
    by: string;
    seq: number;
    /** Empty where the reason is withheld; null while it stands. */
    withdrawn: string | null;
  };
}

export const workTablesSql = `
create table task (id integer primary key, title text, state text not null, about text, about_s real, assigned_json text not null, due text,
  reason text, made_at text not null, made_by text not null, at text not null, by text not null, seq integer not null);
create index task_about on task (about) where about is not null;
create table comment (id integer primary key, about text not null, about_s real, answers integer, text text, mentions_json text not null,
  at text not null, by text not null, seq integer not null, withdrawn text);
create index comment_about on comment (about);
`;
