/** Rows of the Google Sheet that auto-archiver keeps, saved as text: columns under their default names, or as they were renamed. */
import { columnsOf, createRowReader, type ReadRow } from "../sheet/row-meaning.ts";
import type { SheetLog } from "../sheet/sheet-log.ts";
import { saysNothingArchived, statusOfRow } from "./archiver-status.ts";

/** Names that only auto-archiver gives. */
const telling = [
  "archive status",
  "archive location",
  "archive date",
  "upload timestamp",
  "upload title",
  "text content",
  "replaywebpage",
  "perceptual hashes",
];

export function isArchiverSheet(folded: readonly string[]): boolean {
  return telling.filter((name) => folded.includes(name)).length >= 2;
}

export function createArchiverSheetReader(columns: readonly string[], log: SheetLog): ReadRow {
  const read = createRowReader(columnsOf(columns), log);
  return (cells, row) => {
    const found = read(cells, row);
    const { times, status } = found.means;
    if (status !== undefined && saysNothingArchived(status)) log.trap("archiver-nothing-archived", statusOfRow(row, status));
    for (const { means, basis } of times) {
      if (means === "captured") log.trap("archiver-time-of-archiving", basis);
      if (means === "posted") log.trap("archiver-upload-time-as-utc", basis);
    }
    return found;
  };
}
