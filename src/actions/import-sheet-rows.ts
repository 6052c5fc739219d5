/** Reads a sheet's text into rows under the roles of their columns: those a person chose, else those of an earlier import, else by the headers. */
import { CaseError } from "../core/case/case-error.ts";
import { columnsOf, looksLikeHeader } from "../core/sheet/column-roles.ts";
import type { ColumnRole } from "../core/sheet/header-meaning.ts";
import { type RowRead, readSheetRow } from "../core/sheet/read-row.ts";
import type { DateOrder, SheetColumn } from "../core/sheet/sheet-records.ts";
import { isCommentLine, isLinkList } from "../formats/link-list/link-list-shape.ts";
import { mostPastedRows, readPasted } from "../formats/sheet/read-pasted.ts";

/** Text by which a list of links is told. */
const headUnits = 64 * 1024;

export interface SheetAsked {
  /** Whether the first row names the columns; found out when left out. */
  readonly header?: boolean | undefined;
  /** Of every column of which nobody said it. */
  readonly dateOrder?: DateOrder | undefined;
  readonly columns?: readonly { readonly role: ColumnRole; readonly dateOrder: DateOrder }[] | undefined;
}

/** Links behind cells, by the record they stand in: 0 is the first, also where that is the header. */
export interface HiddenLinks {
  readonly href: string;
  readonly record: number;
  readonly column: number;
}

export interface SheetTable {
  readonly delimiter: string;
  readonly header: boolean;
  readonly columns: readonly SheetColumn[];
  /** The roles are those of an earlier import of a sheet with these headers. */
  readonly remembered: boolean;
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly flawed: boolean;
    readonly comment: boolean;
  }[];
}

/** Throws CaseError INPUT_INVALID. */
export async function tableOf(
  text: string,
  asked: SheetAsked,
  remembered: (columns: readonly SheetColumn[]) => Promise<readonly SheetColumn[] | undefined>,
): Promise<SheetTable> {
  const { delimiter, records, cut } = readPasted(text);
  if (cut) throw new CaseError("INPUT_INVALID", `sheet: expected at most ${mostPastedRows} rows; found more. Part it, or add it as a file`);
  // A comment in a list of links names no column and is no entry; it is shown as left out.
  const list = isLinkList(text.slice(0, headUnits));
  const isComment = (cells: readonly string[]) => list && isCommentLine(cells.join("\t"));
  const [first] = records;
  if (first === undefined) throw new CaseError("INPUT_INVALID", "sheet: expected rows; found nothing but empty cells");
  const header = asked.header ?? (!isComment(first.cells) && looksLikeHeader(first.cells));
  const data = header ? records.slice(1) : records;
  const found = columnsOf(
    header ? first.cells : undefined,
    data.flatMap(({ cells }) => (isComment(cells) ? [] : [cells])),
  );
  const before = header && asked.columns === undefined ? await remembered(found) : undefined;
  const columns = found.map((column, at): SheetColumn =>
    ordered({ ...column, ...(asked.columns?.[at] ?? rolesOf(before?.[at])) }, asked.dateOrder),
  );
  const offset = header ? first.at : 0;
  return {
    delimiter,
    header,
    columns,
    remembered: before !== undefined,
    rows: data.map(({ at, cells, flawed }) => ({ row: at - offset, cells, flawed, comment: isComment(cells) })),
  };
}

function ordered(column: SheetColumn, order: DateOrder | undefined): SheetColumn {
  return order === undefined || column.dateOrder !== "not-said" ? column : { ...column, dateOrder: order };
}

function rolesOf(column: SheetColumn | undefined): Partial<SheetColumn> {
  return column === undefined ? {} : { role: column.role, dateOrder: column.dateOrder };
}

export function rowsOf({ columns, header, rows }: SheetTable, hidden: readonly HiddenLinks[] = []): RowRead[] {
  const behind = new Map<number, { column: number; href: string }[]>();
  for (const { record, column, href } of hidden) {
    const row = record + (header ? 0 : 1);
    behind.set(row, [...(behind.get(row) ?? []), { column, href }]);
  }
  return rows.map(({ row, cells, comment }) => {
    const read = readSheetRow(columns, { row, cells, hidden: behind.get(row) ?? [] });
    return comment
      ? { ...read, reads: read.cells.map(() => ({ as: "words" })), link: undefined, digests: [], level: undefined, empty: true }
      : read;
  });
}
