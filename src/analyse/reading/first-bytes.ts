/** The beginning of a file, for readers that need it in memory. */
import { closeSync, openSync, readSync } from "node:fs";

export function firstBytes(path: string, most: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < most) {
      const part = new Uint8Array(Math.min(1024 * 1024, most - length));
      const read = readSync(file, part);
      if (read === 0) break;
      parts.push(part.subarray(0, read));
      length += read;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(file);
  }
}
