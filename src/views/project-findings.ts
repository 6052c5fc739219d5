/** Entries about questions and findings. A version is whole; signatures and reviews are kept as lines have them. */
import { type Handler, itemNumber } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const questionAsked: Handler<"question.asked"> = ({ at, by, data }, on) => {
  on.tookId(data.question);
  ofRecord(on, data.question);
  on.run(
    `insert or replace into question (id, sort, text, event, items_json, precision_json, has_reason, reason, withdrawn, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)`,
    ...[itemNumber(data.question), data.sort, openedText(on, data.text), data.event === null ? null : itemNumber(data.event)],
    ...[JSON.stringify(data.items), JSON.stringify(data.precision), data.reason === null ? 0 : 1, openedText(on, data.reason)],
    ...[at, by, on.line.head.seq],
  );
};

const questionWithdrawn: Handler<"question.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.question);
  on.run("update question set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.question));
};

const findingWritten: Handler<"finding.written"> = ({ at, by, data }, on) => {
  on.tookId(data.finding);
  ofRecord(on, data.finding);
  const [finding, question] = [itemNumber(data.finding), itemNumber(data.question)];
  const said = [at, by, on.line.head.seq];
  // A version that is written twice is the one that was written first: what was signed stays what was read.
  on.run(
    `insert or ignore into finding_version (finding, version, question, document, has_reason, reason, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[finding, data.version, question, data.document, data.reason === null ? 0 : 1, openedText(on, data.reason), ...said],
  );
  on.run(
    `insert into finding (id, question, version, withdrawn, at, by, seq) values (?, ?, ?, null, ?, ?, ?)
     on conflict (id) do update set question = excluded.question, version = excluded.version, at = excluded.at, by = excluded.by,
     seq = excluded.seq where excluded.version > finding.version`,
    ...[finding, question, data.version, ...said],
  );
};

function act(on: Parameters<Handler<"finding.signed">>[1], values: readonly (string | number | null)[]): void {
  on.run("insert into finding_act (seq, finding, version, document, act, note, key, at, by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", ...values);
}

const findingSigned: Handler<"finding.signed"> = ({ at, by, data, signature }, on) => {
  ofRecord(on, data.finding);
  const of = [on.line.head.seq, itemNumber(data.finding), data.version, data.document];
  act(on, [...of, "signed", null, signature?.key ?? null, at, by]);
};

const findingReviewed: Handler<"finding.reviewed"> = ({ at, by, data, signature }, on) => {
  ofRecord(on, data.finding);
  const of = [on.line.head.seq, itemNumber(data.finding), data.version, data.document];
  act(on, [...of, data.verdict, openedText(on, data.note), signature?.key ?? null, at, by]);
};

const findingWithdrawn: Handler<"finding.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.finding);
  on.run("update finding set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.finding));
};

export const projectFindings = {
  "question.asked": questionAsked,
  "question.withdrawn": questionWithdrawn,
  "finding.written": findingWritten,
  "finding.signed": findingSigned,
  "finding.reviewed": findingReviewed,
  "finding.withdrawn": findingWithdrawn,
};
