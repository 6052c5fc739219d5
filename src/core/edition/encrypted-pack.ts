/** A finished pack as one file that only its recipients open: a tar of the folder, encrypted with age. */
import type { Digest } from "../hash/digest.ts";

export interface EncryptedPackFile {
  readonly out: string;
  readonly files: number;
  readonly bytes: number;
  /** Of the encrypted file. */
  readonly digest: Digest;
}

/** Where the file of a pack goes when nobody says: beside its folder. */
export function encryptedNameOf(pack: string): string {
  return `${pack}.tar.age`;
}
