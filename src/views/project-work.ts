/**
 * Entries of tasks and comments. They stand in no history of the record they are about: what people say about a record changes nothing
 * of what it says, and makes nothing stale that rests on it.
 */
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

/** So that the item's custody tab tells of it. */
function ofItem(on: Projecting, record: string): void {
  if (/^i[0-9]/.test(record)) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", itemNumber(record), on.line.head.seq);
}

const taskSet: Handler<"task.set"> = ({ at, by, data }, on) => {
  on.tookId(data.task);
  ofRecord(on, data.task);
  if (data.about !== null) ofItem(on, data.about.record);
  on.run(
    `insert into task (id, title, state, about, about_s, assigned_json, due, reason, made_at, made_by, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set title = excluded.title, state = excluded.state, about = excluded.about, about_s = excluded.about_s,
     assigned_json = excluded.assigned_json, due = excluded.due, reason = excluded.reason, at = excluded.at, by = excluded.by,
     seq = excluded.seq`,
    itemNumber(data.task),
    openedText(on, data.title),
    data.state,
    data.about?.record ?? null,
    data.about?.atS ?? null,
    JSON.stringify(data.assigned),
    data.due,
    openedText(on, data.reason),
    at,
    by,
    at,
    by,
    on.line.head.seq,
  );
};

const commentWritten: Handler<"comment.written"> = ({ at, by, data }, on) => {
  on.tookId(data.comment);
  ofRecord(on, data.comment);
  ofItem(on, data.about.record);
  on.run(
    `insert or replace into comment (id, about, about_s, answers, text, mentions_json, at, by, seq, withdrawn)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)`,
    itemNumber(data.comment),
    data.about.record,
    data.about.atS,
    data.answers === null ? null : itemNumber(data.answers),
    openedText(on, data.text),
    JSON.stringify(data.mentions),
    at,
    by,
    on.line.head.seq,
  );
};

const commentWithdrawn: Handler<"comment.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.comment);
  on.run("update comment set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.comment));
};

export const projectWork = { "task.set": taskSet, "comment.written": commentWritten, "comment.withdrawn": commentWithdrawn };
