/** What a handler of entries is given, and what it may do. */
import type { SQLInputValue } from "node:sqlite";
import type { EntryBodyOf, EntryKind, Sealed } from "../core/entry/entry.ts";
import type { Digest, Sha256 } from "../core/hash/digest.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";

export type Value = SQLInputValue;

/** What a handler works with: statements by their text, the line, what its sealed values say, and the objects it names. */
export interface Projecting {
  run(sql: string, ...values: Value[]): number;
  all<Row>(sql: string, ...values: Value[]): Row[];
  readonly line: LedgerLine;
  /** An id such as "e12" is taken: its number is not handed out again. Every handler of an entry that makes a record says so. */
  tookId(id: string): void;
  /** The value of a seal, or undefined when this copy withholds it. */
  opened(sealed: Sealed): Json | undefined;
  /** Parsed JSON of a result object; undefined when the object is not in the vault. */
  result(object: Digest): Promise<unknown>;
  /** The object's bytes; undefined when it is not in the vault. */
  bytes(object: Digest): Promise<ByteStream | undefined>;
  /** Lets others have a turn in the middle of long work. The tables that they see are those before it. */
  pause(): Promise<void>;
  readonly sha256: Sha256;
}

export type Handler<K extends EntryKind> = (body: EntryBodyOf<K>, on: Projecting) => void | Promise<void>;

/** 12 for "i12", "o12", "c12", "es12". */
export function itemNumber(id: string): number {
  return Number(id.replace(/^[a-zA-Z]+/u, ""));
}

/**
 * Said when a line erases something: these tables were filled before it and may still hold what it takes away. They are
 * made anew once the bytes are gone; a mark in the file's own header, so that a stop in between does not forget it.
 */
export function markErased(on: Projecting): void {
  on.run("pragma application_id = 1");
}
