/** What the first bytes say of the encoding, before any text is read. */

export interface OpeningBytes {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** Length of the byte-order mark; 0 when the encoding shows only in the pattern of zeros (RFC 4627 section 3). */
  readonly markLength: number;
}

/** Undefined when neither a mark nor the pattern of UTF-16 is there. Text that starts outside Latin script without a mark is not told apart. */
export function readOpeningBytes(bytes: Uint8Array): OpeningBytes | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", markLength: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2 };
  if (a !== 0 && a !== undefined && b === 0 && c !== 0 && d === 0) return { encoding: "utf-16le", markLength: 0 };
  if (a === 0 && b !== 0 && b !== undefined && c === 0 && d !== 0) return { encoding: "utf-16be", markLength: 0 };
  return undefined;
}
