/** A file that is read in ranges. */
export interface ByteRanges {
  readonly size: number;
  /** Fewer bytes than asked for only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}
