/** The rows of a sheet as one file, in the order of the sheet. */
import { readRecords, writeRecordLine } from "../json/records-file.ts";
import type { ByteStream } from "../vault/vault.port.ts";
import { SheetRow } from "./sheet-row.ts";

/** A reader cuts a row at 8 million units, which take at most six bytes each. */
const longestLine = 128 * 1024 * 1024;

export interface RowLine {
  readonly row: SheetRow;
  /** The line itself: the row's canonical form. */
  readonly json: string;
}

export function writeRowLine(row: SheetRow): string {
  return writeRecordLine(row);
}

/** Throws RecordsUnreadable at the first line that is no row, and when there are not `count` of them. */
export async function* readRows(bytes: ByteStream, count: number): AsyncGenerator<readonly RowLine[]> {
  for await (const some of readRecords(bytes, { what: "row", schema: SheetRow, count, longestLine })) {
    yield some.map(({ record: row, json }) => ({ row, json }));
  }
}
