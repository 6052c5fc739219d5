/** What a person picked or dropped, as plain values that can be sent to the worker. */
export interface PickedFile {
  /** Below the picked folder, parts joined by `/`. */
  readonly path: string;
  readonly file: File;
}

export interface Picked {
  readonly folder: string;
  readonly files: readonly PickedFile[];
  /** Entries that the browser showed and would not open. */
  readonly unreadable: readonly string[];
}
