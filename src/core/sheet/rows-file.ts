/** The rows of a sheet as one file: a row a line in canonical form, in the order of the sheet, written and read piece by piece. */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { canonicalJson, type Json } from "../json/canonical-json.ts";
import type { ByteStream } from "../vault/vault.port.ts";
import { SheetRow } from "./sheet-row.ts";

/** Longest line read. A reader cuts a row at 8 million units, which take at most six bytes each. */
const longestLine = 128 * 1024 * 1024;

export interface RowLine {
  readonly row: SheetRow;
  /** The line itself: the row's canonical form. */
  readonly json: string;
}

/** The file is not what its reading promises. Says line, expected and found, without the row's words. */
export class RowsUnreadable extends Error {}

export function writeRowLine(row: SheetRow): string {
  return `${canonicalJson(row as unknown as Json)}\n`;
}

/** Throws RowsUnreadable at the first line that is no row, and when there are not `count` of them. */
export async function* readRows(bytes: ByteStream, count: number): AsyncGenerator<readonly RowLine[]> {
  let read = 0;
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    const end = piece.lastIndexOf(10) + 1;
    if (end > 0) {
      const lines = textOf([...rest, piece.subarray(0, end)]).split("\n");
      lines.pop();
      yield lines.map((json): RowLine => ({ row: rowOf(json, ++read), json }));
      rest = [];
      length = 0;
    }
    if (end === piece.length) continue;
    // A copy: whoever gives the pieces may use their memory again.
    rest.push(piece.slice(end));
    length += piece.length - end;
    if (length > longestLine) throw new RowsUnreadable(`expected lines of at most ${longestLine} bytes; found a longer one`);
  }
  if (length > 0) throw new RowsUnreadable("expected the last line to end; found the end of the file before it");
  if (read !== count) throw new RowsUnreadable(`expected ${count} rows; found ${read}`);
}

function rowOf(json: string, line: number): SheetRow {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new RowsUnreadable(`line ${line}: expected JSON; found none`);
  }
  const row = SheetRow.safeParse(value);
  if (!row.success) throw new RowsUnreadable(`line ${line}: expected a row; found ${row.error.issues[0]?.path.join(".") ?? ""} amiss`);
  return row.data;
}

function textOf(parts: readonly Uint8Array[]): string {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new RowsUnreadable("expected UTF-8; found other bytes");
  return text;
}
