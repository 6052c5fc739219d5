/** Entries about events, hypotheses and bearings. A record shows what its last description says; withdrawn ones stay. */
import type { Sealed } from "../core/entry/entry.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";

/** The value of a seal as JSON text; "unknown" as it is; null where this copy withholds it. */
function claimJson(on: Projecting, claim: Sealed | "unknown"): string | null {
  const value = claim === "unknown" ? claim : on.opened(claim);
  return value === undefined ? null : JSON.stringify(value);
}

export function openedText(on: Projecting, sealed: Sealed | null): string | null {
  const value = sealed === null ? undefined : on.opened(sealed);
  return typeof value === "string" ? value : null;
}

/** Takes the line into the history of a record. */
export function ofRecord(on: Projecting, record: string): void {
  on.run("insert or ignore into entry_record (record, seq) values (?, ?)", record, on.line.head.seq);
}

const eventDescribed: Handler<"event.described"> = ({ at, by, data }, on) => {
  on.tookId(data.event);
  ofRecord(on, data.event);
  const { movement } = data;
  const placeOf = (claim: Sealed | "unknown") => JSON.parse(claimJson(on, claim) ?? "null") as unknown;
  const movementJson =
    movement === null
      ? null
      : JSON.stringify({ from: placeOf(movement.from), to: placeOf(movement.to), via: movement.via.map((claim) => placeOf(claim)) });
  on.run(
    `insert into event (id, sort, sort_words, title, time_json, place_json, movement_json, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set sort = excluded.sort, sort_words = excluded.sort_words, title = excluded.title,
     time_json = excluded.time_json, place_json = excluded.place_json, movement_json = excluded.movement_json,
     withdrawn = null, at = excluded.at, by = excluded.by, seq = excluded.seq`,
    itemNumber(data.event),
    data.sort,
    openedText(on, data.sortWords),
    openedText(on, data.title),
    claimJson(on, data.time),
    claimJson(on, data.place),
    movementJson,
    at,
    by,
    on.line.head.seq,
  );
};

const eventWithdrawn: Handler<"event.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.event);
  on.run("update event set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.event));
};

const eventsLinked: Handler<"events.linked"> = ({ at, by, data }, on) => {
  on.tookId(data.link);
  for (const record of [data.link, data.from, data.to]) ofRecord(on, record);
  on.run(
    "insert or replace into event_link (id, from_event, to_event, relation, basis, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?)",
    itemNumber(data.link),
    itemNumber(data.from),
    itemNumber(data.to),
    data.relation,
    openedText(on, data.basis),
    at,
    by,
    on.line.head.seq,
  );
};

const eventsUnlinked: Handler<"events.unlinked"> = ({ data }, on) => {
  const id = itemNumber(data.link);
  const ends = on.all<{ from_event: number; to_event: number }>("select from_event, to_event from event_link where id = ?", id);
  for (const record of [data.link, ...ends.flatMap((end) => [`e${end.from_event}`, `e${end.to_event}`])]) ofRecord(on, record);
  on.run("update event_link set unlinked = ? where id = ?", openedText(on, data.reason) ?? "", id);
};

const hypothesisDescribed: Handler<"hypothesis.described"> = ({ at, by, data }, on) => {
  on.tookId(data.hypothesis);
  ofRecord(on, data.hypothesis);
  on.run(
    `insert into hypothesis (id, question, start, statement, standing, reason, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set question = excluded.question, start = excluded.start, statement = excluded.statement,
     standing = excluded.standing, reason = excluded.reason, at = excluded.at, by = excluded.by, seq = excluded.seq`,
    itemNumber(data.hypothesis),
    data.question,
    data.start,
    openedText(on, data.statement),
    data.standing,
    openedText(on, data.reason),
    at,
    by,
    on.line.head.seq,
  );
};

const bearingStated: Handler<"bearing.stated"> = ({ at, by, data }, on) => {
  on.tookId(data.bearing);
  for (const record of [data.bearing, data.on]) ofRecord(on, record);
  on.run(
    "insert or replace into bearing (id, item, on_record, sort, part_json, reason, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    itemNumber(data.bearing),
    itemNumber(data.item),
    data.on,
    data.sort,
    data.part === null ? null : JSON.stringify(data.part),
    openedText(on, data.reason),
    at,
    by,
    on.line.head.seq,
  );
};

const bearingWithdrawn: Handler<"bearing.withdrawn"> = ({ data }, on) => {
  const id = itemNumber(data.bearing);
  const ends = on.all<{ on_record: string; item: number }>("select on_record, item from bearing where id = ?", id);
  for (const record of [data.bearing, ...ends.map((end) => end.on_record)]) ofRecord(on, record);
  for (const { item } of ends) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, on.line.head.seq);
  on.run("update bearing set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", id);
};

export const projectEvents = {
  "event.described": eventDescribed,
  "event.withdrawn": eventWithdrawn,
  "events.linked": eventsLinked,
  "events.unlinked": eventsUnlinked,
  "hypothesis.described": hypothesisDescribed,
  "bearing.stated": bearingStated,
  "bearing.withdrawn": bearingWithdrawn,
};
