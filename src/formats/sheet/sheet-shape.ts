/** Whether a text is a sheet, by its beginning: rows that agree on their number of cells, below names that a sheet has. */
import { headerMeaning } from "../../core/sheet/header-meaning.ts";
import { type Dialect, findDialect } from "./dialect.ts";
import { looksLikeHeader } from "./header-row.ts";

/** `head`: beginning of the text without its mark; `whole` when it is all of it. */
export function isSheet(head: string, whole: boolean): boolean {
  const dialect = findDialect(head, whole);
  if (dialect === undefined) return false;
  if (dialect.declared) return true;
  const header = dialect.records.find(({ length }) => length === dialect.columns) ?? [];
  const known = header.filter((cell) => headerMeaning(cell) !== "other").length;
  const named = known >= 2 && looksLikeHeader(header);
  if (dialect.records.length < 2) return named && dialect.columns >= 3;
  if (named) return dialect.agreement >= 0.5;
  return dialect.agreement >= 0.9 && isRegular(dialect);
}

/** Without names that are known: enough rows that agree, and no commas of running text. */
function isRegular({ delimiter, columns, records }: Dialect): boolean {
  if (records.length < 3) return delimiter === "\t" && columns >= 3 && records.length >= 2;
  if (delimiter === "\t" || delimiter === ";") return true;
  const cells = records.flatMap((record) => record.slice(1));
  const afterBlank = cells.filter((cell) => cell.startsWith(" ")).length;
  const prose = cells.filter((cell) => cell.length > 60 && /\s\S+\s\S+\s/.test(cell)).length;
  return columns >= 3 && afterBlank * 5 < cells.length && prose * 4 < cells.length;
}
