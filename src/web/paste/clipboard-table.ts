/**
 * What a clipboard holds of a sheet: its text as it is, and the links behind the cells, which only the HTML beside it has. The
 * HTML is parsed into a document that runs and loads nothing, and is read for addresses alone.
 */
import { longestClipboard } from "../../api/sheet-import.ts";

export interface PastedSheet {
  readonly text: string;
  readonly hidden: { record: number; column: number; href: string }[];
  /** The HTML, where links were read from it. */
  readonly clipboard: string | undefined;
}

/** Undefined when it holds no more than one cell: a link or a sentence is somebody else's to take. */
export function sheetOnClipboard(transfer: DataTransfer | null): PastedSheet | undefined {
  const text = transfer?.getData("text/plain") ?? "";
  const html = transfer?.getData("text/html") ?? "";
  if (!/\t/.test(text.replace(/^\s+|\s+$/gu, ""))) return undefined;
  const hidden = html.length > longestClipboard ? [] : linksBehind(html, text);
  return { text, hidden, clipboard: hidden.length === 0 ? undefined : html };
}

/** Addresses of cells whose words are another; none where table and text do not have the same rows. */
export function linksBehind(html: string, text: string): PastedSheet["hidden"] {
  if (!/<table/iu.test(html)) return [];
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  const rows = [...(table?.rows ?? [])];
  if (rows.length === 0 || rows.length !== recordsOf(text)) return [];
  return rows.flatMap((row, record) => {
    let column = 0;
    return [...row.cells].flatMap((cell) => {
      const at = column;
      column += Math.max(1, cell.colSpan);
      const href = cell.querySelector("a[href]")?.getAttribute("href") ?? "";
      return /^https?:\/\//iu.test(href) && href.length <= 8000 && href !== (cell.textContent ?? "").trim()
        ? [{ record, column: at, href }]
        : [];
    });
  });
}

/** Line ends inside quotes are no ends of a row. */
function recordsOf(text: string): number {
  const bare = text.replace(/(^|\t|\n)"(?:[^"]|"")*"(?=\t|\r?\n|$)/gu, "$1");
  return bare.replace(/\r?\n$/u, "").split("\n").length;
}
