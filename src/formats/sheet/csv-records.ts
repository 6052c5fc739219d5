/**
 * Records of a CSV or TSV text as it arrives (RFC 4180, and what spreadsheets really write): quoted cells with line ends in
 * them, doubled quotes, any line end. A quote that nothing closes is read as the sign it is, so that it costs no other record.
 */

export interface CsvRecord {
  readonly cells: readonly string[];
  /** "quote-open": a quote that nothing closed. "quote-inside": text behind a closing quote. "cut": more cells or text than is kept. */
  readonly flaws: readonly CsvFlaw[];
}
export type CsvFlaw = "quote-open" | "quote-inside" | "cut";

export interface CsvReader {
  push(text: string): void;
  end(): void;
}

export interface CsvLimits {
  /** Longest cell, UTF-16 units: a quote is looked for no further, and a bare cell is cut. */
  readonly cell: number;
  readonly cellsPerRecord: number;
  readonly unitsPerRecord: number;
}

export const csvLimits: CsvLimits = { cell: 1024 * 1024, cellsPerRecord: 20_000, unitsPerRecord: 8 * 1024 * 1024 };

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

/** `take` gets each record; a line with nothing on it is a record of one empty cell. */
export function createCsvReader(delimiter: string, take: (record: CsvRecord) => void, limits: CsvLimits = csvLimits): CsvReader {
  const separator = delimiter.charCodeAt(0);
  const special = new RegExp(`[\\r\\n${delimiter === "|" ? "\\|" : delimiter === "\t" ? "\\t" : delimiter}]`, "g");
  let buffer = "";
  let at = 0;
  let ended = false;
  let cells: string[] = [];
  let units = 0;
  let flaws = new Set<CsvFlaw>();
  /** Where the cell at hand begins in `buffer`; its quote, when it has one that counts. */
  let start = 0;
  let quoted = false;
  /** Where an open quote was found to close nothing, so that it is not tried again. */
  let literalAt = -1;
  /** Something of a record has come: the end of the text ends it too. */
  let begun = false;

  const addCell = (cell: string) => {
    const room = limits.unitsPerRecord - units;
    if (cells.length >= limits.cellsPerRecord || room <= 0) return void flaws.add("cut");
    const most = Math.min(limits.cell, room);
    if (cell.length > most) flaws.add("cut");
    const kept = (cell.length > most ? cell.slice(0, most) : cell).toWellFormed();
    units += kept.length;
    cells.push(kept);
  };

  const finish = () => {
    take({ cells, flaws: [...flaws] });
    cells = [];
    flaws = new Set();
    units = 0;
    begun = false;
  };

  /** The place of the quote that closes a cell; -1 when it has not come, "none" when it never will. */
  const closingQuote = (from: number): number | "none" => {
    for (let i = from; ;) {
      const found = buffer.indexOf('"', i);
      if ((found < 0 ? buffer.length : found) - start > limits.cell) return "none";
      if (found < 0) return ended ? "none" : -1;
      if (found + 1 >= buffer.length && !ended) return -1;
      if (buffer.charCodeAt(found + 1) !== quote) return found;
      i = found + 2;
    }
  };

  /** Ends a cell and what follows it; false when more text is needed. */
  const endCell = (cell: string, next: number): boolean => {
    const code = buffer.charCodeAt(next);
    if (code === cr && next + 1 >= buffer.length && !ended) return false;
    addCell(cell);
    at = next + 1;
    if (code === cr && buffer.charCodeAt(next + 1) === lf) at++;
    if (code === separator) begun = true;
    else finish();
    start = at;
    quoted = false;
    return true;
  };

  /** Reads one cell; false when more text is needed. */
  const step = (): boolean => {
    if (start >= buffer.length) return false;
    if (!quoted && buffer.charCodeAt(start) === quote && literalAt !== start) quoted = true;
    if (quoted) {
      const close = closingQuote(start + 1);
      if (close === -1) return false;
      if (close === "none") {
        flaws.add("quote-open");
        literalAt = start;
        quoted = false;
        return true;
      }
      const inside = buffer.slice(start + 1, close).replaceAll('""', '"');
      special.lastIndex = close + 1;
      const match = special.exec(buffer);
      const next = match?.index ?? buffer.length;
      if (match === null && !ended && buffer.length - close <= limits.cell) return false;
      const behind = buffer.slice(close + 1, next);
      if (behind.trim() !== "") flaws.add("quote-inside");
      if (match !== null) return endCell(inside + behind, next);
      return lastCell(inside + behind);
    }
    special.lastIndex = Math.max(at, start);
    const match = special.exec(buffer);
    if (match !== null) return endCell(buffer.slice(start, match.index), match.index);
    if (ended) return lastCell(buffer.slice(start));
    if (buffer.length - start > limits.cell * 2) {
      // A bare cell without end: its beginning is kept, and the rest passed over.
      flaws.add("cut");
      buffer = buffer.slice(0, start + limits.cell) + buffer.slice(start + limits.cell * 2);
    }
    at = buffer.length;
    return false;
  };

  const lastCell = (cell: string): boolean => {
    addCell(cell);
    start = buffer.length;
    at = start;
    finish();
    return false;
  };

  const run = () => {
    while (step());
    buffer = buffer.slice(start);
    at = Math.max(0, at - start);
    literalAt = literalAt >= start ? literalAt - start : -1;
    start = 0;
  };

  return {
    push(text) {
      buffer += text;
      run();
    },
    end() {
      ended = true;
      run();
      // The text ends right behind a delimiter: one more cell, with nothing in it.
      if (begun) {
        addCell("");
        finish();
      }
    },
  };
}
