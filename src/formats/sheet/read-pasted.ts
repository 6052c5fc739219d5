/** Text from a clipboard or a file as records of cells. Spreadsheets put tabs between cells on the clipboard; files have other signs. */
import { createCsvReader } from "./csv-records.ts";
import { findDialect } from "./dialect.ts";

export interface PastedTable {
  readonly delimiter: string;
  /** Records with something in them, in order, with the line that each has among all records, counted from 1. */
  readonly records: readonly { readonly at: number; readonly cells: readonly string[]; readonly flawed: boolean }[];
  /** More than this were not read. */
  readonly cut: boolean;
}

/** As much as a person pastes or edits by hand; larger sheets are read like any export. */
export const mostPastedRows = 20_000;
const headUnits = 256 * 1024;

/** `known`: the sign between cells, where something tells it; else it is found out. */
export function readPasted(text: string, known?: string): PastedTable {
  const words = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const dialect = known === undefined ? findDialect(words.slice(0, headUnits), words.length <= headUnits) : undefined;
  const delimiter = known ?? dialect?.delimiter ?? "\t";
  const records: { at: number; cells: readonly string[]; flawed: boolean }[] = [];
  let at = 0;
  let cut = false;
  const reader = createCsvReader(delimiter, ({ cells, flaws }) => {
    at++;
    if (at === 1 && dialect?.declared === true) return;
    if (!cells.some((cell) => cell.trim() !== "")) return;
    // One more than the most: the first may be the header.
    if (records.length > mostPastedRows) cut = true;
    else records.push({ at, cells, flawed: flaws.length > 0 });
  });
  reader.push(words);
  reader.end();
  return { delimiter, records, cut };
}
