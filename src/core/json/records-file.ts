/**
 * Records as one file: a record a line in canonical form, in their order. It is written and read piece by piece, so that
 * nobody ever holds a large one whole.
 */
import type { z } from "zod";
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { ByteStream } from "../vault/vault.port.ts";
import { canonicalJson, type Json } from "./canonical-json.ts";

/** Records handed on together: enough to spare steps, few enough that others get a turn in between. */
const together = 250;

export interface RecordLine<T> {
  readonly record: T;
  /** The line itself: the record's canonical form. */
  readonly json: string;
}

export interface RecordsWanted<T> {
  /** One of them, for messages: "post". */
  readonly what: string;
  readonly schema: z.ZodType<T>;
  readonly count: number;
  /** Bytes; no longer line is read. */
  readonly longestLine: number;
}

/** The file is not what its reading promises. Says line, expected and found, without the record's words. */
export class RecordsUnreadable extends Error {}

export function writeRecordLine(record: object): string {
  return `${canonicalJson(record as unknown as Json)}\n`;
}

/** Throws RecordsUnreadable at the first line that is no such record, and when there are not `count` of them. */
export async function* readRecords<T>(bytes: ByteStream, wanted: RecordsWanted<T>): AsyncGenerator<readonly RecordLine<T>[]> {
  let read = 0;
  for await (const lines of linesOf(bytes, wanted.longestLine)) {
    for (let at = 0; at < lines.length; at += together) {
      yield lines.slice(at, at + together).map((json): RecordLine<T> => ({ record: recordOf(wanted, json, ++read), json }));
    }
  }
  if (read !== wanted.count) throw new RecordsUnreadable(`expected ${wanted.count} ${wanted.what}s; found ${read}`);
}

function recordOf<T>({ what, schema }: RecordsWanted<T>, json: string, line: number): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new RecordsUnreadable(`line ${line}: expected JSON; found none`);
  }
  const record = schema.safeParse(value);
  if (!record.success)
    throw new RecordsUnreadable(`line ${line}: expected a ${what}; found ${record.error.issues[0]?.path.join(".") ?? ""} amiss`);
  return record.data;
}

/** Whole lines, as many as each piece of the file ends. */
async function* linesOf(bytes: ByteStream, longestLine: number): AsyncGenerator<readonly string[]> {
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    const end = piece.lastIndexOf(10) + 1;
    if (end > 0) {
      const lines = textOf([...rest, piece.subarray(0, end)]).split("\n");
      lines.pop();
      yield lines;
      rest = [];
      length = 0;
    }
    if (end === piece.length) continue;
    // A copy: whoever gives the pieces may use their memory again.
    rest.push(piece.slice(end));
    length += piece.length - end;
    if (length > longestLine) throw new RecordsUnreadable(`expected lines of at most ${longestLine} bytes; found a longer one`);
  }
  if (length > 0) throw new RecordsUnreadable("expected the last line to end; found the end of the file before it");
}

function textOf(parts: readonly Uint8Array[]): string {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new RecordsUnreadable("expected UTF-8; found other bytes");
  return text;
}
