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

export interface Vault extends VaultReader {
  /** Copies bytes into a temporary file of the case, hashing on the way. */
  stage(bytes: ByteStream): Promise<StagedObject>;
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
