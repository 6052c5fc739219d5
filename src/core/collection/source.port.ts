/** Where material comes from before the case holds it: files found on the collecting machine, opened read-only. */
import type { ItemName } from "../item/item.ts";
import type { UtcInstant } from "../time/time-claim.ts";
import type { ByteStream } from "../vault/vault.port.ts";

export interface SourceFile {
  readonly name: ItemName;
  /** Bytes when it was found; the copy may find another number and then refuses. */
  readonly size: number;
  readonly fileWrittenAt: UtcInstant | "unknown";
  /** Opaque: differs whenever the file at this place was replaced or touched (size, times, file number). Used to skip hashing again, never as evidence. */
  readonly fingerprint: string;
  /** Bytes of the file. Throws CaseError SOURCE_CHANGED_WHILE_READ at its end when the file changed under the copy. */
  open(): ByteStream;
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
