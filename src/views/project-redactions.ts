/** Entries of the redaction layer: a mark says what its last line says; who made it, changed it or took it back is gathered over all of them. */
import { RedactionMark } from "../core/redaction/redaction.ts";
import { WordsMark } from "../core/redaction/words-mark.ts";
import { type Handler, itemNumber } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const redactionMarked: Handler<"redaction.marked"> = async ({ at, by, data }, on) => {
  on.tookId(data.redaction);
  ofRecord(on, data.redaction);
  if (data.subject !== null) ofRecord(on, data.subject);
  const id = itemNumber(data.redaction);
  const [held] = on.all<{ makers: string; withdrawn: string | null }>(
    "select makers_json as makers, withdrawn from redaction where id = ?",
    id,
  );
  const makers = new Set([...(JSON.parse(held?.makers ?? "[]") as string[]), by]);
  const document = await on.result(data.mark);
  const words = WordsMark.safeParse(document).data;
  const mark = words ?? RedactionMark.safeParse(document).data;
  on.run(
    `insert or replace into redaction
       (id, item, object, mark, mark_json, words, cause, subject, reason, withdrawn, makers_json, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, itemNumber(data.item), data.object, data.mark],
    ...(mark === undefined ? [null, null] : [JSON.stringify(mark), words === undefined ? 0 : 1]),
    ...[data.cause, data.subject],
    // One that was taken back stays so, whatever is written after that.
    ...[openedText(on, data.reason), held?.withdrawn ?? null, JSON.stringify([...makers]), at, by, on.line.head.seq],
  );
};

const redactionWithdrawn: Handler<"redaction.withdrawn"> = ({ by, data }, on) => {
  ofRecord(on, data.redaction);
  const id = itemNumber(data.redaction);
  const [row] = on.all<{ item: number; makers: string }>("select item, makers_json as makers from redaction where id = ?", id);
  // The line names the mark alone: it stands among those of its item as the line that made it does.
  if (row === undefined) return;
  on.run("insert or ignore into entry_item (item, seq) values (?, ?)", row.item, on.line.head.seq);
  const makers = JSON.stringify([...new Set([...(JSON.parse(row.makers) as string[]), by])]);
  on.run("update redaction set withdrawn = ?, makers_json = ? where id = ?", openedText(on, data.reason) ?? "", makers, id);
};

const stretchViewed: Handler<"stretch.viewed"> = ({ at, by, data }, on) => {
  on.run(
    "insert into stretch_viewed (line, item, object, from_s, to_s, marks_json, note, at, by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(data.item), data.object, data.fromS, data.toS, JSON.stringify(data.marks)],
    ...[openedText(on, data.note), at, by],
  );
};

const textViewed: Handler<"text.viewed"> = ({ at, by, data }, on) => {
  on.run(
    "insert into text_viewed (line, item, object, texts_json, marks_json, note, at, by) values (?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(data.item), data.object, JSON.stringify(data.texts), JSON.stringify(data.marks)],
    ...[openedText(on, data.note), at, by],
  );
};

const protectionOverridden: Handler<"protection.overridden"> = ({ at, by, data }, on) => {
  for (const record of [data.subject, data.redaction]) if (record !== null) ofRecord(on, record);
  on.run(
    "insert into protection_override (line, item, subject, redaction, reason, at, by) values (?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(data.item), data.subject, data.redaction, openedText(on, data.reason), at, by],
  );
};

const regionsDetected: Handler<"regions.detected"> = ({ at, by, data }, on) => {
  on.run(
    "insert into detector_run (line, item, object, result, program, frames, regions, at, by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(data.item), data.object, data.result, data.program, data.frames, data.regions, at, by],
  );
};

const regionLeft: Handler<"region.left"> = ({ at, by, data }, on) => {
  on.run(
    "insert into region_left (line, item, run, regions_json, what, reason, at, by) values (?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(data.item), data.run, JSON.stringify(data.regions)],
    ...[openedText(on, data.what), openedText(on, data.reason), at, by],
  );
};

export const projectRedactions = {
  "redaction.marked": redactionMarked,
  "redaction.withdrawn": redactionWithdrawn,
  "stretch.viewed": stretchViewed,
  "text.viewed": textViewed,
  "protection.overridden": protectionOverridden,
  "regions.detected": regionsDetected,
  "region.left": regionLeft,
};
