/**
 * A row of a case's own sheet: what the case knows of an item in columns of ours (`wm_...`), and what a sheet's row states of
 * it under that sheet's own headers. `wm_base` says what was written, so that an edited copy can be told from a changed case.
 */
import { toHex } from "../bytes/hex.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import type { Sha256 } from "../hash/digest.ts";
import type { ItemId } from "../item/item.ts";
import type { RowRef, SheetColumn } from "./sheet-records.ts";

export const idColumns = ["wm_item", "wm_row", "wm_base"] as const;
export const knownColumns = ["wm_name", "wm_kind", "wm_link", "wm_level", "wm_triage", "wm_notes", "wm_sha256"] as const;
export type KnownColumn = (typeof knownColumns)[number];

export interface ExportRow {
  readonly item: ItemId;
  /** Null for an item of which no row states anything. */
  readonly ref: RowRef | null;
  /** Line of the ledger since which there is such a row. */
  readonly seq: number;
  readonly known: Readonly<Record<KnownColumn, string>>;
  readonly stated: readonly (SheetColumn & { readonly cell: string })[];
}

export function isOwnExport(headers: readonly string[]): boolean {
  return idColumns.every((column) => headers.includes(column));
}

/** Names under which stated columns are written: a second of the same name is numbered, and none takes a name of ours. */
export function statedHeaders(columns: readonly { readonly header: string }[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ header }) => {
    const even = evenCell(header);
    const name = isOurs(even) ? `${even} (stated)` : even;
    let free = name;
    for (let times = 2; taken.has(free); times++) free = `${name} (${times})`;
    taken.add(free);
    return free;
  });
}

export function isOurs(header: string): boolean {
  return ([...idColumns, ...knownColumns] as readonly string[]).includes(header);
}

/** All stated headers of a case, in the order in which they first come. */
export function allStated(rows: readonly ExportRow[]): Map<string, SheetColumn> {
  const found = new Map<string, SheetColumn>();
  for (const { stated } of rows) {
    for (const [at, name] of statedHeaders(stated).entries()) {
      const column = stated[at];
      if (column !== undefined && !found.has(name)) found.set(name, { header: name, role: column.role, dateOrder: column.dateOrder });
    }
  }
  return found;
}

/** Cells by the header under which they are written, our own columns too, without the ids. */
export function cellsByHeader({ known, stated }: ExportRow): Map<string, string> {
  const names = statedHeaders(stated);
  return new Map<string, string>([...Object.entries(known), ...stated.map(({ cell }, at) => [names[at] ?? "", cell] as const)]);
}

/** Header and records, as they are written. `seq`: the line that the case stands at. */
export function exportRecords(rows: readonly ExportRow[], seq: number, sha256: Sha256): string[][] {
  const stated = [...allStated(rows).keys()];
  const columns = [...knownColumns, ...stated];
  return [
    [...idColumns, ...columns],
    ...rows.map((row) => {
      const cells = cellsByHeader(row);
      const values = columns.map((column) => cells.get(column) ?? "");
      return [
        row.item,
        rowName(row.ref),
        baseOf(
          seq,
          columns.map((column, at) => markOf(column, values[at] ?? "", sha256)),
        ),
        ...values,
      ];
    }),
  ];
}

export function rowName(ref: RowRef | null): string {
  return ref === null ? "" : `${ref.import}:${ref.row}`;
}

/** Under one key a row of an export and a row of the case are the same. */
export function keyOf(item: string, row: string): string {
  return `${item.trim()} ${row.trim()}`;
}

function baseOf(seq: number, marks: readonly string[]): string {
  return `L${seq}:${marks.join("")}`;
}

export interface Base {
  readonly seq: number;
  readonly marks: ReadonlySet<string>;
}

/** Undefined when somebody emptied or changed it. */
export function readBase(text: string): Base | undefined {
  const match = /^L(\d{1,15}):((?:[0-9a-f]{8})*)$/.exec(text.trim());
  if (match === null) return undefined;
  return { seq: Number(match[1]), marks: new Set(match[2]?.match(/.{8}/g) ?? []) };
}

/** Thirty-two bits of column and cell: enough to see that a cell is another, and no secret. Line ends count as one: spreadsheets change them. */
export function markOf(column: string, cell: string, sha256: Sha256): string {
  return toHex(sha256(encodeUtf8(`${column}\0${evenCell(cell)}`))).slice(0, 8);
}

export function evenCell(cell: string): string {
  return cell.toWellFormed().replace(/\r\n?/g, "\n");
}
