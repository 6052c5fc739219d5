/** Where material comes from before the case holds it: files found on the collecting machine, opened read-only. */
import type { ItemName } from "../item/item.ts";
import type { UtcInstant } from "../time/time-claim.ts";
import type { ByteStream, FileOnDisk } from "../vault/vault.port.ts";

export interface SourceFile {
  readonly name: ItemName;
  /** Bytes when it was found; the copy may find another number and then refuses. */
  readonly size: number;
  readonly fileWrittenAt: UtcInstant | "unknown";
  /** Opaque: differs whenever the file at this place was replaced or touched (size, times, file number). Used to skip hashing again, never as evidence. */
  readonly fingerprint: string;
  /** Bytes of the file. Throws CaseError SOURCE_CHANGED_WHILE_READ at its end when the file changed under the copy. */
  open(): ByteStream;
  /** Only for a short file of this machine, which the vault can read by itself. */
  readonly onDisk?: FileOnDisk;
  /** Only where there is a long file that can be read by its descriptor. Throws like `open`. */
  openLong?(): LongSource;
}

/** A long file, opened read-only. */
export interface LongSource {
  readonly descriptor: number;
  readonly size: number;
  /** Throws CaseError SOURCE_CHANGED_WHILE_READ unless the file is as it was found and `read` bytes are all of it. */
  demandUnchanged(read: number): void;
  close(): void;
}

/** What a walk met that is no file to collect: a link that leads out, a device, a folder that cannot be read. */
export interface RefusedSource {
  readonly shown: string;
  readonly reason: string;
}

export type SourceFinding = { readonly file: SourceFile } | { readonly refused: RefusedSource };

/** Remembers the hash of a source file by its fingerprint between runs. Derived: losing it costs only time. */
export interface SourceMemory {
  digestOf(fingerprint: string): string | undefined;
  remember(fingerprint: string, digest: string): void;
  flush(): Promise<void>;
}
