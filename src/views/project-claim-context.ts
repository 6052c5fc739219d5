/** Entries about what stands around claims: where they come from, what is assumed, who was asked for a reply. */
import { Assumption } from "../core/claim/assumption.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

/** The line stands in the history of each record, and among the lines of each item: of a claim, the one that it is quoted from. */
function ofRecords(on: Projecting, records: readonly string[]): void {
  for (const record of new Set(records)) {
    if (record !== "unknown" && !record.startsWith("i")) ofRecord(on, record);
    for (const item of itemsOf(on, record)) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, on.line.head.seq);
  }
}

function itemsOf(on: Projecting, record: string): number[] {
  if (record.startsWith("i")) return [itemNumber(record)];
  if (!record.startsWith("k")) return [];
  return on.all<{ item: number }>("select item from claim where id = ?", itemNumber(record)).map(({ item }) => item);
}

const derivationStated: Handler<"derivation.stated"> = ({ at, by, data }, on) => {
  on.tookId(data.derivation);
  ofRecords(on, [data.derivation, data.derived, data.from]);
  on.run(
    `insert or replace into derivation (id, derived, from_end, sort, standing, basis, withdrawn, at, by, seq)
     values (?, ?, ?, ?, ?, ?, null, ?, ?, ?)`,
    itemNumber(data.derivation),
    data.derived,
    data.from,
    data.sort,
    data.standing,
    openedText(on, data.basis),
    at,
    by,
    on.line.head.seq,
  );
};

const derivationWithdrawn: Handler<"derivation.withdrawn"> = ({ data }, on) => {
  const id = itemNumber(data.derivation);
  const ends = on
    .all<{ derived: string; from_end: string }>("select derived, from_end from derivation where id = ?", id)
    .flatMap(({ derived, from_end }) => [derived, from_end]);
  ofRecords(on, [data.derivation, ...ends]);
  on.run("update derivation set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", id);
};

const assumptionMade: Handler<"assumption.made"> = ({ at, by, data }, on) => {
  on.tookId(data.assumption);
  const what = on.opened(data.what);
  ofRecords(on, [data.assumption, ...namedBy(what)]);
  on.run(
    "insert or replace into assumption (id, what_json, words, at, by, seq) values (?, ?, ?, ?, ?, ?)",
    itemNumber(data.assumption),
    what === undefined ? null : JSON.stringify(what),
    openedText(on, data.words),
    at,
    by,
    on.line.head.seq,
  );
};

const assumptionWithdrawn: Handler<"assumption.withdrawn"> = ({ data }, on) => {
  const id = itemNumber(data.assumption);
  const [row] = on.all<{ what_json: string | null }>("select what_json from assumption where id = ?", id);
  ofRecords(on, [data.assumption, ...namedBy(JSON.parse(row?.what_json ?? "null"))]);
  on.run("update assumption set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", id);
};

/** Records that an assumption names; none where this copy withholds it. */
function namedBy(what: unknown): string[] {
  const read = Assumption.safeParse(what);
  if (!read.success) return [];
  if ("first" in read.data) return [read.data.first, read.data.second];
  return "claim" in read.data ? [read.data.claim] : [];
}

const replyRequested: Handler<"reply.requested"> = ({ at, by, data }, on) => {
  on.tookId(data.reply);
  ofRecords(on, [data.reply, data.to, ...data.about]);
  on.run(
    `insert or replace into reply (id, to_source, to_words, about_json, sent_at, deadline, way, asked, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    itemNumber(data.reply),
    data.to === "unknown" ? null : itemNumber(data.to),
    openedText(on, data.toWords),
    JSON.stringify(data.about),
    data.sentAt,
    data.deadline,
    openedText(on, data.way),
    openedText(on, data.asked),
    at,
    by,
    on.line.head.seq,
  );
};

const replyReceived: Handler<"reply.received"> = ({ at, by, data }, on) => {
  ofRecords(on, [data.reply, ...namedByReply(on, data.reply)]);
  on.run(
    "insert into reply_response (seq, reply, received, response, item, at, by) values (?, ?, ?, ?, ?, ?, ?)",
    on.line.head.seq,
    itemNumber(data.reply),
    data.at,
    openedText(on, data.response),
    data.item === null ? null : itemNumber(data.item),
    at,
    by,
  );
};

const replyWithdrawn: Handler<"reply.withdrawn"> = ({ data }, on) => {
  ofRecords(on, [data.reply, ...namedByReply(on, data.reply)]);
  on.run("update reply set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.reply));
};

function namedByReply(on: Projecting, reply: string): string[] {
  const [row] = on.all<{ to_source: number | null; about_json: string }>(
    "select to_source, about_json from reply where id = ?",
    itemNumber(reply),
  );
  if (row === undefined) return [];
  return [...(JSON.parse(row.about_json) as string[]), ...(row.to_source === null ? [] : [`s${row.to_source}`])];
}

export const projectClaimContext = {
  "derivation.stated": derivationStated,
  "derivation.withdrawn": derivationWithdrawn,
  "assumption.made": assumptionMade,
  "assumption.withdrawn": assumptionWithdrawn,
  "reply.requested": replyRequested,
  "reply.received": replyReceived,
  "reply.withdrawn": replyWithdrawn,
};
