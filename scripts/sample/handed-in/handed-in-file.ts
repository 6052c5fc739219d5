/** What TRUTH.json says of a file that somebody handed in. */
export interface HandedInFile {
  readonly file: string;
  /** The reader it calls for. */
  readonly format: string;
  /** What it says that is not so, or cannot be known from it. */
  readonly traps: readonly string[];
}
