/** Where the files of an edition are made before they are packed. Paths are those below data/edition. */
import type { Digest } from "../hash/digest.ts";

export interface EditionStaging {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Absolute path for a file that somebody else makes, its folder there. */
  room(path: string): Promise<string>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Of a file that is there. */
  facts(path: string): Promise<{ readonly digest: Digest; readonly bytes: number }>;
  remove(): Promise<void>;
}
