/** Entries of element sheets: a sheet says what its last version says; every version stays, and so does one that was withdrawn. */
import { type Handler, itemNumber } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

const sheetWritten: Handler<"element-sheet.written"> = ({ at, by, data }, on) => {
  on.tookId(data.sheet);
  for (const record of [data.sheet, data.event]) ofRecord(on, record);
  const sheet = itemNumber(data.sheet);
  const values = [data.version, data.elements.name, data.elements.version, itemNumber(data.event), data.document];
  const written = [...values, openedText(on, data.reason), at, by, on.line.head.seq];
  const columns = "version, elements_name, elements_version, event, document, reason, at, by, seq";
  on.run(`insert or replace into element_sheet_version (sheet, ${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, sheet, ...written);
  on.run(
    `insert into element_sheet (id, ${columns}, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)
     on conflict (id) do update set version = excluded.version, elements_name = excluded.elements_name,
     elements_version = excluded.elements_version, event = excluded.event, document = excluded.document, reason = excluded.reason,
     at = excluded.at, by = excluded.by, seq = excluded.seq`,
    ...[sheet, ...written],
  );
};

const sheetWithdrawn: Handler<"element-sheet.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.sheet);
  on.run("update element_sheet set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", itemNumber(data.sheet));
};

export const projectElements = { "element-sheet.written": sheetWritten, "element-sheet.withdrawn": sheetWithdrawn };
