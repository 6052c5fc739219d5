/**
 * A sheet saved as text, row by row as it arrives: what parts its cells and what its header is are told from its beginning,
 * what a row means by whoever knows its columns. A row that cannot be understood is still a row with its cells.
 */
import type { SheetReading } from "../../core/analysis/reading-result.ts";
import { foldedHeader, headerMeaning } from "../../core/sheet/header-meaning.ts";
import { rowsFileName, type SheetRow } from "../../core/sheet/sheet-row.ts";
import { counted } from "../../core/text/counted.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { createArchiverCsvReader, isArchiverCsv } from "../auto-archiver/archiver-csv.ts";
import { createArchiverSheetReader, isArchiverSheet } from "../auto-archiver/archiver-sheet.ts";
import { createAtlosReader, isAtlosSheet } from "../atlos/atlos-row.ts";
import { decodedText } from "../text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { isFormula } from "./cell-links.ts";
import { createCsvReader, type CsvRecord } from "./csv-records.ts";
import { findDialect } from "./dialect.ts";
import { looksLikeHeader } from "./header-row.ts";
import { createLinkSpellings } from "./link-spellings.ts";
import { columnsOf, createRowReader, type ReadRow } from "./row-meaning.ts";
import { archiverCannotTell, atlosCannotTell, createSheetLog, sheetCannotTell, type SheetLog } from "./sheet-log.ts";

/** Text by which the dialect and the header are told. */
const headUnits = 64 * 1024;
/** Records looked at for the header: some sheets have a title and a date above it. */
const headRecords = 10;
/** Cells of each of them that are looked at. */
const headCells = 300;
/** Rows of one reading; about what they may take on disk. */
const mostRows = 5_000_000;
const rowUnitsAtMost = 4_000_000_000;

type Format = SheetReading["format"];

export async function readSheet(
  bytes: ByteStream,
  makeDecoder: MakeDecoder,
  write: (row: SheetRow) => void,
  mostUnits = rowUnitsAtMost,
): Promise<SheetReading> {
  const log = createSheetLog();
  const walk = createSheetWalk(log, write, mostUnits);
  let damaged = false;
  let head: string | undefined = "";
  let reader: ReturnType<typeof createCsvReader> | undefined;
  const begin = (text: string, whole: boolean) => {
    const dialect = findDialect(text, whole);
    reader = createCsvReader(dialect?.delimiter ?? ",", walk.record);
    reader.push(dialect?.declared === true ? text.slice(text.search(/[\r\n]/)).replace(/^(?:\r\n|\r|\n)/, "") : text);
    head = undefined;
  };
  for await (const piece of decodedText(bytes, makeDecoder, ({ label, by }) => {
    if (by === "guess") log.trap("encoding-guessed", label);
  })) {
    if (!damaged && piece.includes("\ufffd")) {
      damaged = true;
      log.trap("bytes-not-in-encoding", "whole file");
    }
    if (head === undefined) reader?.push(piece);
    else {
      head += piece;
      if (head.length >= headUnits) begin(head, false);
    }
  }
  if (head !== undefined) begin(head, true);
  reader?.end();
  return walk.finish();
}

function createSheetWalk(log: SheetLog, write: (row: SheetRow) => void, mostUnits: number) {
  const noteLinks = createLinkSpellings(log);
  /** Records that wait until the header is told. */
  let waiting: CsvRecord[] | undefined = [];
  let columns: readonly string[] = [];
  let readRow: ReadRow | undefined;
  let format: Format = "csv";
  let row = 0;
  let rows = 0;
  let links = 0;
  let units = 0;
  let leftOut = 0;

  const settle = () => {
    const records = waiting ?? [];
    waiting = undefined;
    const at = headerAt(records);
    if (at > 0) log.trap("lines-above-header", counted(at, "line"));
    const header = at < 0 ? undefined : records[at];
    const width = Math.max(0, ...records.map(({ cells }) => cells.length));
    columns = header === undefined ? Array.from({ length: width }, () => "") : header.cells.map((cell) => cell.trim());
    if (header === undefined && records.length > 0) log.trap("header-missing", "first line");
    noteHeader(header === undefined ? [] : columns, log);
    ({ format, readRow } = readerOf(columns, log));
    for (const record of records.slice(at + 1)) takeRow(record);
  };

  const takeRow = ({ cells, flaws }: CsvRecord) => {
    row++;
    if (cells.every((cell) => cell === "")) return;
    const where = `row ${row}`;
    for (const flaw of flaws) log.trap(flaw === "cut" ? "cell-cut" : flaw, where);
    if (cells.length !== columns.length) log.trap("ragged-row", where);
    noteCells(cells, where, columns, log);
    units += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (rows >= mostRows || units > mostUnits) {
      leftOut++;
      if (leftOut === 1) log.trap("rows-too-many", where);
      return;
    }
    const read = (readRow as ReadRow)(cells, row);
    rows++;
    links += read.means.links.length;
    noteLinks(read.means.links, where);
    write({ row, ...read, cells: [...cells] });
  };

  return {
    record(record: CsvRecord) {
      if (waiting === undefined) return takeRow(record);
      if (waiting.length === 0 && record.cells.every((cell) => cell.trim() === "")) return;
      waiting.push(record);
      if (waiting.length >= headRecords) settle();
    },
    finish(): SheetReading {
      if (waiting !== undefined) settle();
      if (rows === 0 && columns.length === 0) log.fault({ where: "whole file", expected: "rows of cells", found: "none" });
      if (leftOut > 0) log.fault({ where: "whole file", expected: `at most ${mostRows} rows`, found: `${leftOut} more` });
      return {
        kind: "sheet",
        format,
        columns: columns.map((name) => name.slice(0, 1000).toWellFormed()),
        rowsFile: rowsFileName,
        counts: { rows, links },
        cannotTell: [...(format === "atlos" ? atlosCannotTell : format === "auto-archiver" ? archiverCannotTell : []), ...sheetCannotTell],
        traps: log.traps(),
        faults: log.faults(),
      };
    },
  };
}

/** Place of the header among the first records; -1 when the sheet has none. */
function headerAt(records: readonly CsvRecord[]): number {
  const widest = Math.max(0, ...records.map(({ cells }) => filled(cells)));
  const known = records.map(({ cells }) => cells.slice(0, headCells).filter((cell) => headerMeaning(cell) !== "other").length);
  const best = known.findIndex((count, i) => count >= 2 && count === Math.max(...known) && filled(records[i]?.cells ?? []) * 2 >= widest);
  if (best >= 0 && looksLikeHeader(records[best]?.cells.slice(0, headCells) ?? [])) return best;
  const first = records.findIndex(({ cells }) => filled(cells) * 2 >= widest);
  return first >= 0 && looksLikeHeader(records[first]?.cells.slice(0, headCells) ?? []) ? first : -1;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}

function readerOf(columns: readonly string[], log: SheetLog): { format: Format; readRow: ReadRow } {
  const folded = columns.map(foldedHeader);
  if (isArchiverCsv(folded)) return { format: "auto-archiver", readRow: createArchiverCsvReader(folded, log) };
  if (isAtlosSheet(folded)) return { format: "atlos", readRow: createAtlosReader(columns, log) };
  if (isArchiverSheet(folded)) return { format: "auto-archiver", readRow: createArchiverSheetReader(columns, log) };
  return { format: "csv", readRow: createRowReader(columnsOf(columns), log) };
}

function noteHeader(columns: readonly string[], log: SheetLog): void {
  const seen = new Set<string>();
  for (const [place, name] of columns.entries()) {
    if (name === "") log.trap("header-empty", `column ${place + 1}`);
    else if (seen.has(name)) log.trap("header-doubled", `column ${place + 1}`);
    seen.add(name);
  }
}

const directionMarks = /[\u202a-\u202e\u2066-\u2069]/;

function noteCells(cells: readonly string[], row: string, columns: readonly string[], log: SheetLog): void {
  for (const [place, cell] of cells.entries()) {
    const sign = cell.charCodeAt(0);
    const where = () => `${row} ${columns[place] || `column ${place + 1}`}`;
    if (isFormula(cell)) log.trap("formula-cell", where());
    // + - @, and an apostrophe before one of them; a negative number is none.
    else if (sign === 0x40 || ((sign === 0x2b || sign === 0x2d) && /[A-Za-z(|!]/.test(cell))) log.trap("formula-like", where());
    else if (sign === 0x27 && /^'[-+=@]/.test(cell)) log.trap("formula-escaped", where());
    if (directionMarks.test(cell)) log.trap("hidden-direction-marks", where());
  }
}
