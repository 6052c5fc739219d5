/**
 * What a clipboard holds of a sheet: its text as it is, and the links behind the cells, which only the HTML beside it has. The
 * HTML is parsed into a document that runs and loads nothing, and is read for addresses alone.
 */
import { longestClipboard } from "../../api/sheet-import.ts";
import { clipboardLines } from "./clipboard-lines.ts";

interface HiddenLink {
  record: number;
  column: number;
  href: string;
}

export interface PastedSheet {
  readonly text: string;
  readonly hidden: HiddenLink[];
  /** Links behind cells that could not be told to a row: they are not taken in, and the screen says so. */
  readonly lost: number;
  /** The HTML, where links were read from it. */
  readonly clipboard: string | undefined;
}

/** Undefined when it holds no rows: links and sentences are somebody else's to take. */
export function sheetOnClipboard(transfer: DataTransfer | null): PastedSheet | undefined {
  const text = transfer?.getData("text/plain") ?? "";
  const html = transfer?.getData("text/html") ?? "";
  if (!/\t/.test(text.replace(/^\s+|\s+$/gu, "")) && clipboardLines(text).of !== "rows") return undefined;
  const { hidden, lost } = linksBehind(html, text);
  return { text, hidden, lost, clipboard: hidden.length === 0 ? undefined : html };
}

/** Addresses of cells whose words are another; all of them lost where table and text do not have the same rows. */
function linksBehind(html: string, text: string): Pick<PastedSheet, "hidden" | "lost"> {
  if (!/<table/iu.test(html)) return { hidden: [], lost: 0 };
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  const rows = [...(table?.rows ?? [])];
  const found = linksOf(rows);
  const fits = html.length <= longestClipboard && rows.length === recordsOf(text);
  return fits ? { hidden: found, lost: 0 } : { hidden: [], lost: found.length };
}

function linksOf(rows: readonly HTMLTableRowElement[]): HiddenLink[] {
  const found: HiddenLink[] = [];
  /** Rows that a merged cell above still takes of a column. */
  const taken: number[] = [];
  for (const [record, row] of rows.entries()) {
    const cells = [...row.cells];
    for (let column = 0; cells.length > 0 || column < taken.length; column++) {
      if ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] ?? 0) - 1;
        continue;
      }
      const cell = cells.shift();
      if (cell === undefined) continue;
      const href = hrefOf(cell);
      if (href !== undefined) found.push({ record, column, href });
      // A browser takes at most 1,000 columns and 65,534 rows for one cell.
      for (let over = 0; over < cell.colSpan; over++) taken[column + over] = cell.rowSpan - 1;
      column += cell.colSpan - 1;
    }
  }
  return found;
}

function hrefOf(cell: HTMLTableCellElement): string | undefined {
  const href = cell.querySelector("a[href]")?.getAttribute("href") ?? "";
  if (!/^https?:\/\//iu.test(href) || href.length > 8000) return undefined;
  return href === (cell.textContent ?? "").trim() ? undefined : href;
}

/** Line ends inside quotes are no ends of a row. */
function recordsOf(text: string): number {
  const bare = text.replace(/(^|\t|\n)"(?:[^"]|"")*"(?=\t|\r?\n|$)/gu, "$1");
  return bare.replace(/\r?\n$/u, "").split("\n").length;
}
