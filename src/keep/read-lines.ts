/** Lines of a ledger file in order, checked as they are read. */
import { open } from "node:fs/promises";
import { CaseError } from "../core/case/case-error.ts";
import type { HeadRef, LedgerLine } from "../core/ledger/ledger-line.ts";
import { decodeLine } from "../formats/ledger/decode-line.ts";
import { lineByteLimit } from "../formats/ledger/encode-line.ts";
import { sha256 } from "./sha256.ts";

const chunkBytes = 1024 * 1024;
const lf = 10;
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

export interface RawLine {
  /** Where the line begins in the file, and its length with LF. */
  readonly offset: number;
  readonly length: number;
  /** Without LF. Valid until the next line is asked for. */
  readonly bytes: Uint8Array;
}

/**
 * What follows the last whole line from `offset` on: bytes that a stopped write left. A line without LF is such
 * a rest; so is everything from the first line that holds a zero byte, which no writer writes and a file system
 * leaves where it kept the length of a file but not yet its bytes.
 */
export interface Tail {
  readonly offset: number;
  readonly length: number;
}

/** Raw lines of `path` from `start` up to `end`. Returns the torn rest, if any, through `onTail`. */
export async function* readRawLines(
  path: string,
  start: number,
  end: number | undefined,
  onTail: (tail: Tail) => void = () => undefined,
): AsyncGenerator<RawLine> {
  const file = await open(path, "r");
  try {
    const limit = end ?? (await file.stat()).size;
    let held: Buffer = Buffer.alloc(0);
    let heldAt = start;
    for (let at = start; at < limit;) {
      const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, limit - at));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      const bytes = held.length === 0 ? chunk.subarray(0, bytesRead) : Buffer.concat([held, chunk.subarray(0, bytesRead)]);
      const zero = bytes.indexOf(0);
      let from = 0;
      for (let to = bytes.indexOf(lf, from); to >= 0; to = bytes.indexOf(lf, from)) {
        if (zero >= 0 && zero < to) break;
        yield { offset: heldAt + from, length: to + 1 - from, bytes: bytes.subarray(from, to) };
        from = to + 1;
      }
      held = bytes.subarray(from);
      heldAt += from;
      if (zero >= 0) {
        onTail({ offset: heldAt, length: limit - heldAt });
        return;
      }
      if (held.length > lineByteLimit && at < limit) {
        throw new CaseError(
          "LEDGER_LINE_TOO_LONG",
          `ledger.jsonl: expected lines of at most ${lineByteLimit} bytes; found a longer one at byte ${heldAt}`,
        );
      }
    }
    if (held.length > 0) onTail({ offset: heldAt, length: held.length });
  } finally {
    await file.close();
  }
}

export interface PlacedLine {
  readonly line: LedgerLine;
  readonly offset: number;
  readonly length: number;
}

/** Decoded lines after `previous`. Throws CaseError LEDGER_* naming the line. */
export async function* readLines(
  path: string,
  from: { offset: number; previous: HeadRef | undefined },
  end?: number,
  onTail?: (tail: Tail) => void,
): AsyncGenerator<PlacedLine> {
  let previous = from.previous;
  for await (const { offset, length, bytes } of readRawLines(path, from.offset, end, onTail)) {
    if (length > lineByteLimit) {
      const seq = (previous?.seq ?? 0) + 1;
      throw new CaseError("LEDGER_LINE_TOO_LONG", `ledger line ${seq}: expected at most ${lineByteLimit} bytes; found ${length}`);
    }
    const line = decodeLine(sha256, previous, bytes, decodeUtf8);
    previous = { seq: line.head.seq, head: line.headDigest };
    yield { line, offset, length };
  }
}
