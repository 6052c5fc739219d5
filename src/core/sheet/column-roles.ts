/** Which row is the header, and what each column is about when nobody said so yet: by its header, else by what its cells are. */
import { readCoordinates } from "../place/read-coordinates.ts";
import { readDateCell } from "../time/read-date-cell.ts";
import { type ColumnRole, headerMeaning } from "./header-meaning.ts";
import type { SheetColumn } from "./sheet-records.ts";

/** Cells looked at to tell a column without a telling header. */
const looked = 50;

/** A header names columns; a row of data has links, dates or places in it. */
export function looksLikeHeader(record: readonly string[]): boolean {
  const cells = record.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (cells.length === 0) return false;
  return cells.some((cell) => headerMeaning(cell) !== "other") && !cells.some(isData);
}

function isData(cell: string): boolean {
  return (
    /^https?:\/\//iu.test(cell) ||
    readCoordinates(cell, { basis: "" }).state === "read" ||
    readDateCell(cell, { basis: "" }).state === "read"
  );
}

/** `records`: the rows below the header. */
export function columnsOf(header: readonly string[] | undefined, records: readonly (readonly string[])[]): SheetColumn[] {
  const width = records.reduce((most, { length }) => Math.max(most, length), header?.length ?? 0);
  const taken = new Set<ColumnRole>();
  return Array.from({ length: width }, (_, at): SheetColumn => {
    const name = header?.[at]?.toWellFormed() ?? "";
    const said = header === undefined || name.trim() === "" ? "other" : headerMeaning(name);
    const role =
      said === "other"
        ? roleByCells(
            records.slice(0, looked).map((cells) => cells[at] ?? ""),
            header === undefined,
          )
        : said;
    // A place has one latitude and one longitude: a second column of either is kept as words.
    const once = role === "latitude" || role === "longitude";
    const free = !(once && taken.has(role));
    taken.add(role);
    return { header: name.trim() === "" ? letterOf(at) : name, role: free ? role : "other", dateOrder: "not-said" };
  });
}

/** `bare`: nothing names the columns, so dates are told by their cells too. */
function roleByCells(cells: readonly string[], bare: boolean): ColumnRole {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const most = (fits: (cell: string) => boolean) => filled.length > 0 && filled.filter(fits).length * 5 >= filled.length * 4;
  if (most((cell) => /^https?:\/\/\S+$/iu.test(cell.trim()))) return "link";
  if (most((cell) => readCoordinates(cell, { basis: "" }).state === "read")) return "coordinates";
  if (bare && most((cell) => !/^\d+(?:[.,]\d+)?$/.test(cell.trim()) && readDateCell(cell, { basis: "" }).state === "read")) return "date";
  return "other";
}

/** "Column A", as spreadsheets letter them. */
function letterOf(at: number): string {
  let letters = "";
  for (let left = at + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `Column ${letters}`;
}
