/** The vault: bytes named by their SHA-256, written once. */
import type { Digest } from "../hash/digest.ts";

/** A source of bytes that can be read once. */
export type ByteStream = AsyncIterable<Uint8Array>;

export interface VaultReader {
  has(object: Digest): Promise<boolean>;
  /** Size in bytes, or undefined when the object is not there. */
  size(object: Digest): Promise<number | undefined>;
  /** Bytes of the object from `start` up to and without `end`. Throws CaseError OBJECT_MISSING. */
  read(object: Digest, range?: { start: number; end: number }): ByteStream;
  list(): AsyncIterable<Digest>;
}

/** Bytes on their way in: written and hashed, not yet named. */
export interface StagedObject {
  readonly digest: Digest;
  readonly size: number;
}

/** A file of this machine, open for reading, whose bytes the vault reads by itself from the first to the last. */
export interface OpenFile {
  readonly descriptor: number;
  /** Bytes that it should have. One more is asked for and none after it, so that a file that grows shows it. */
  readonly size: number;
  /** Told of bytes as they are copied. What it throws ends the copy and is thrown by `stageFile`. */
  onBytes(count: number): void;
  /** Told how many bytes there were. What it throws undoes the copy and is thrown by `stageFile`. */
  onEnd(count: number): void;
  /** What `stageFile` throws when the file could not be read. */
  onFailed(error: unknown): unknown;
}

/** A short file of this machine as it was found. */
export interface FileOnDisk {
  /** One character per byte: names are not always UTF-8. */
  readonly path: string;
  readonly size: number;
  /** As a source file has it. */
  readonly fingerprint: string;
}

export interface Vault extends VaultReader {
  /** Copies bytes into a temporary file of the case, hashing on the way. */
  stage(bytes: ByteStream): Promise<StagedObject>;
  /**
   * The same for a short file, which may be asked for while others are on their way: away from the thread that answers. Throws
   * what `onFailed` makes of the error when the file could not be read, or is no longer as it was found.
   */
  stageFound(file: FileOnDisk, onFailed: (error: unknown) => unknown): Promise<StagedObject>;
  /** The same for a long file, away from the thread that answers. */
  stageFile(file: OpenFile): Promise<StagedObject>;
  /**
   * Makes staged objects durable and gives them their names, as one group: files synced, renamed, folders
   * synced. Resolves when all that may be lost is gone. An object already there is re-hashed before it counts.
   */
  commit(group: readonly StagedObject[]): Promise<void>;
  /** Where the bytes lie, for children that need a path. Read-only. */
  pathOf(object: Digest): string;
  /** Removes an object after its `object.erased` entry is durable. */
  erase(object: Digest): Promise<void>;
}
