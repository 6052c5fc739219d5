/**
 * How verifying reaches the files of a case or a pack: a real folder, a map in memory, or what a person picked in a
 * browser. Nothing is followed and nothing is opened that is no regular file.
 */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { Digest } from "../core/hash/digest.ts";

export interface FoundFile {
  /** Below the folder, parts joined by `/`, spelled as found. */
  readonly path: string;
  /** Bytes when it was listed. */
  readonly size: number;
}

/** What lies there and is no file that can be read. */
export interface OddEntry {
  /** Spelled so that it can be shown; bytes that are not UTF-8 stand as U+FFFD. */
  readonly path: string;
  readonly odd: "link" | "device" | "pipe" | "socket" | "name-not-utf-8" | "unreadable" | "other";
}

export interface CaseFiles {
  /**
   * Everything below the folder, empty folders left out. Of a folder that somebody may write to meanwhile: what lies in
   * `checkpoints/` first, then `ledger.jsonl`, then the rest; so that no line read later names what was not listed.
   */
  list(signal: Cancellation | undefined): AsyncIterable<FoundFile | OddEntry>;
  /** Bytes of a listed file in order, in pieces of any size. A piece is valid until the next one is asked for. */
  read(path: string): AsyncIterable<Uint8Array>;
  /**
   * Hashes listed files and says which do not have the SHA-256 that names them, where this reader has a quicker way than
   * reading them piece by piece. Other files are read meanwhile. Asked for once.
   */
  compare?(files: readonly NamedFile[], on: OnCompared): Promise<void>;
}

export interface NamedFile {
  readonly path: string;
  readonly object: Digest;
}

/** What either throws ends the comparing. */
export interface OnCompared {
  /** Bytes read, and files done with, since it was told last. */
  read(bytes: number, files: number): void;
  differs(path: string, found: { readonly digits: string } | { readonly unreadable: string }): void;
}
