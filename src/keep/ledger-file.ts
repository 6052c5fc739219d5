/**
 * The ledger as one file: lines appended in groups, each group written at once and synced once. Holds the place of
 * every line, so that reading from a line on does not read what is before it.
 */
import { createHash, type Hash } from "node:crypto";
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { CaseError } from "../core/case/case-error.ts";
import { type CaseId, type EntryBody, type EntryDraft, signedKinds } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId, Signer } from "../core/key/key.ts";
import type { HeadRef, LedgerLine } from "../core/ledger/ledger-line.ts";
import type { Ledger } from "../core/ledger/ledger.port.ts";
import type { Clock } from "../core/time/clock.port.ts";
import { readLine } from "../formats/ledger/decode-line.ts";
import { encodeLine, writeLine } from "../formats/ledger/encode-line.ts";
import { signBody } from "../formats/ledger/sign-body.ts";
import { namedFailure, replaceFile, syncOpenFile } from "./durable.ts";
import { foldFacts, type LedgerFacts } from "./ledger-facts.ts";
import { readLines } from "./read-lines.ts";
import { random, sha256 } from "./sha256.ts";
import type { StageObserver, WriterState } from "./writer-state.ts";

/** The ledger as opening left it: every line checked, or known by the hash of its bytes. */
export interface OpenedLedger {
  /** Byte offset of each line. */
  readonly offsets: number[];
  /** Length of the file up to the end of its last whole line. */
  readonly bytes: number;
  readonly head: HeadRef | undefined;
  readonly facts: LedgerFacts;
  /** SHA-256 over those bytes, still running. */
  readonly prefix: Hash;
}

/** Who appends: absent for a reader. */
export interface LedgerWriter {
  readonly person: PersonId;
  readonly signer: Signer;
  readonly caseId: CaseId;
  readonly clock: Clock;
}

export interface LedgerFile extends Ledger {
  /** Calls `listener` after lines are durable, in order. Returns what ends it. */
  onAppend(listener: (lines: readonly LedgerLine[]) => void): () => void;
  /** Rewrites the file with the body, salt and opened values of line `seq` gone. Its head stays. No effect when they are gone already. */
  reduceToHead(seq: number): Promise<void>;
  /** Where the ledger stands, for what remembers it. */
  mark(): { head: HeadRef | undefined; bytes: number; prefix: Digest; facts: LedgerFacts };
  close(): Promise<void>;
}

export function openLedgerFile(
  path: string,
  opened: OpenedLedger,
  o: { state: WriterState; writer?: LedgerWriter | undefined; observe?: StageObserver | undefined },
): LedgerFile {
  const { state, writer, observe = () => undefined } = o;
  let offsets = opened.offsets;
  let bytes = opened.bytes;
  let head = opened.head;
  let facts = opened.facts;
  let prefix = opened.prefix;
  let fd = writer === undefined ? undefined : openSync(path, "r+");
  let turn: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(lines: readonly LedgerLine[]) => void>();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function bodyOf(draft: EntryDraft, from: LedgerWriter, lastAt: string | null): Promise<EntryBody> {
    const at = from.clock.now();
    const steppedBack = lastAt !== null && Date.parse(at) < Date.parse(lastAt);
    const clock = steppedBack ? { clock: "stepped-back" as const } : {};
    const body = { at, by: from.person, ...clock, data: draft.data, kind: draft.kind } as EntryBody;
    return signedKinds.has(draft.kind) ? signBody(sha256, from.signer, from.caseId, body) : body;
  }

  async function appendNow(drafts: readonly EntryDraft[]): Promise<readonly LedgerLine[]> {
    state.demandWritable();
    if (writer === undefined || fd === undefined) throw new CaseError("CASE_READ_ONLY", "the ledger: expected to be open for writing");
    const lines: LedgerLine[] = [];
    const parts: Uint8Array[] = [];
    const places: number[] = [];
    let end = bytes;
    let last = head;
    let nextFacts = facts;
    for (const draft of drafts) {
      const body = await bodyOf(draft, writer, nextFacts.lastAt);
      const encoded = encodeLine({ sha256, random }, last, body, draft.opens);
      lines.push(encoded.line);
      parts.push(encoded.bytes);
      places.push(end);
      end += encoded.bytes.length;
      last = { seq: encoded.line.head.seq, head: encoded.line.headDigest };
      nextFacts = foldFacts(nextFacts, encoded.line);
    }
    const text = Buffer.concat(parts);
    observe("ledger.write");
    writeAt(fd, text, bytes);
    observe("ledger.written");
    observe("ledger.sync");
    try {
      await syncOpenFile(fd, "ledger.jsonl");
    } catch (error) {
      throw state.note(error);
    }
    for (const place of places) offsets.push(place);
    bytes = end;
    head = last;
    facts = nextFacts;
    prefix.update(text);
    observe("ledger.done");
    for (const listener of listeners) listener(lines);
    return lines;
  }

  /** Writes behind the last line. What a full disk let through is cut off again, so that the file ends with a whole line. */
  function writeAt(file: number, text: Uint8Array, offset: number): void {
    try {
      for (let at = 0; at < text.length;) at += writeSync(file, text, at, text.length - at, offset + at);
    } catch (error) {
      ftruncateSync(file, offset);
      throw namedFailure(error, "ledger.jsonl");
    }
  }

  async function reduceNow(seq: number): Promise<void> {
    state.demandWritable();
    const start = offsets[seq - 1];
    if (start === undefined || fd === undefined || seq < 2)
      throw new CaseError("INPUT_INVALID", `ledger line ${seq}: expected a line of the ledger after the first`);
    const after = offsets[seq] ?? bytes;
    const whole = await readRange(path, 0, bytes);
    const line = readLine(sha256, seq, whole.subarray(start, after - 1));
    if (line.body === undefined) return;
    const bare = writeLine({ ...line, body: undefined, salt: undefined, open: new Map() });
    const next = Buffer.concat([whole.subarray(0, start), bare, whole.subarray(after)]);
    try {
      await replaceFile(path, next);
    } catch (error) {
      throw state.note(error);
    }
    closeSync(fd);
    fd = openSync(path, "r+");
    const shift = after - start - bare.length;
    // A new list: a reader under way keeps the old file and the old places.
    offsets = offsets.map((offset, i) => (i < seq ? offset : offset - shift));
    bytes = next.length;
    prefix = createHash("sha256").update(next);
  }

  return {
    async *read(fromSeq = 1) {
      const [places, end] = [offsets, bytes];
      const offset = places[fromSeq - 1];
      if (offset === undefined) return;
      let previous: HeadRef | undefined;
      if (fromSeq > 1) {
        const start = places[fromSeq - 2] as number;
        const { headDigest } = readLine(sha256, fromSeq - 1, await readRange(path, start, offset - 1));
        previous = { seq: fromSeq - 1, head: headDigest };
      }
      for await (const { line } of readLines(path, { offset, previous }, end)) yield line;
    },
    head: () => Promise.resolve(head),
    append: (drafts) => inTurn(() => (drafts.length === 0 ? Promise.resolve([]) : appendNow(drafts))),
    onAppend(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    reduceToHead: (seq) => inTurn(() => reduceNow(seq)),
    mark: () => ({ head, bytes, prefix: `sha256:${prefix.copy().digest("hex")}`, facts }),
    close: () =>
      inTurn(() => {
        if (fd !== undefined) closeSync(fd);
        fd = undefined;
        return Promise.resolve();
      }),
  };
}

async function readRange(path: string, start: number, end: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(end - start);
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new CaseError("LEDGER_TAIL_TORN", `ledger.jsonl: expected ${end} bytes; found ${start + at}`);
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
