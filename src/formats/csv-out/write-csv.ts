/** Records as CSV (RFC 4180): CRLF between them, a quote around every cell in which some program might look for another cell's end. */
import { guardedCell } from "../../core/sheet/formula-cell.ts";

const telling = /[",;\t|\r\n]|^\s|\s$/u;

/** Without a byte-order mark; half characters, which UTF-8 cannot hold, become U+FFFD. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  return records.map((cells) => `${cells.map(written).join(",")}\r\n`).join("");
}

function written(cell: string): string {
  const safe = guardedCell(cell.toWellFormed());
  return telling.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
