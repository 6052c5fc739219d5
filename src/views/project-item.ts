/** Entries about items: collected, known, triaged, noted, observed, erased. */
import { ItemName, shownName } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { hidesMarks } from "../core/text/visible-text.ts";
import { indexText } from "./index-text.ts";
import { linkToPosts } from "./link-posts.ts";
import { type Handler, itemNumber, markErased } from "./handler.ts";

/** Shown name and path of a sealed ItemName; null where it is withheld. */
export function nameOf(opened: Json | undefined): { name: string | null; path: string | null; state: string } {
  const parsed = ItemName.safeParse(opened);
  if (!parsed.success) return { name: null, path: null, state: "plain" };
  const name = shownName(parsed.data);
  if (parsed.data.encoding === "bytes") return { name, path: null, state: "not-utf-8" };
  return { name, path: parsed.data.path, state: hidesMarks(name) ? "has-control-or-direction-marks" : "plain" };
}

const itemCollected: Handler<"item.collected"> = ({ data }, on) => {
  const number = itemNumber(data.item);
  const { name, path, state } = nameOf(on.opened(data.name));
  on.run(
    `insert into item (number, name, path, name_state, kind, held, object, size, assessed, collection, file_written_at, captured_at, seq)
     values (?, ?, ?, ?, 'unknown', 1, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    name,
    path,
    state,
    data.object,
    Number(data.size),
    data.assessment === "assessed" ? 1 : 0,
    data.collection,
    data.fileWrittenAt,
    data.capturedAt,
    on.line.head.seq,
  );
  if (name !== null) indexText(on, number, null, name, { sort: "name" });
  if (path !== null) linkToPosts(on, number, path);
};

const itemKnown: Handler<"item.known"> = ({ data }, on) => {
  const number = itemNumber(data.item);
  const { name, state } = nameOf(on.opened(data.name));
  on.run(
    `insert into item (number, name, path, name_state, kind, held, assessed, seq, stated_by, stated_where, stated_reason)
     values (?, ?, null, ?, 'not-held', 0, 0, ?, ?, ?, ?)`,
    number,
    name,
    state,
    on.line.head.seq,
    itemNumber(data.statedBy.item),
    data.statedBy.where,
    data.reason,
  );
  if (name !== null) indexText(on, number, null, name, { sort: "name" });
};

const itemTriaged: Handler<"item.triaged"> = ({ data }, on) => {
  for (const item of data.items) {
    if (data.graphicLevel !== undefined) on.run("update item set level = ? where number = ?", data.graphicLevel, itemNumber(item));
    if (data.state !== undefined) on.run("update item set triage = ? where number = ?", data.state, itemNumber(item));
  }
};

const noteWritten: Handler<"note.written"> = ({ at, by, data }, on) => {
  const opened = on.opened(data.text);
  const text = typeof opened === "string" ? opened : null;
  const number = itemNumber(data.item);
  on.run("insert into note (seq, item, at, by, text) values (?, ?, ?, ?, ?)", on.line.head.seq, number, at, by, text);
  on.run("update item set note_count = note_count + 1, last_note = ? where number = ?", text, number);
  if (text !== null) indexText(on, number, null, text, { sort: "note", ref: on.line.head.seq });
};

const observationMade: Handler<"observation.made"> = ({ at, by, data }, on) => {
  const opened = on.opened(data.text);
  const text = typeof opened === "string" ? opened : null;
  const number = itemNumber(data.target.item);
  on.run(
    "insert into observation (id, item, sort, target_json, text, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?)",
    itemNumber(data.observation),
    number,
    data.sort,
    JSON.stringify(data.target),
    text,
    at,
    by,
    on.line.head.seq,
  );
  if (text !== null && text !== "") indexText(on, number, null, text, { sort: "observation", ref: itemNumber(data.observation) });
};

const observationWithdrawn: Handler<"observation.withdrawn"> = ({ data }, on) => {
  on.run("update observation set withdrawn = ? where id = ?", data.reason, itemNumber(data.observation));
};

const objectErased: Handler<"object.erased"> = ({ data }, on) => {
  on.run("update item set held = 0, failure = 'erased: ' || ? where object = ?", data.reason, data.object);
  markErased(on);
};

export const projectItem = {
  "item.collected": itemCollected,
  "item.known": itemKnown,
  "item.triaged": itemTriaged,
  "note.written": noteWritten,
  "observation.made": observationMade,
  "observation.withdrawn": observationWithdrawn,
  "object.erased": objectErased,
};
