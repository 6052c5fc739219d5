/** Bytes that are scanned: of a file, read piece by piece, or of something that was unpacked and lies in memory. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export interface ByteSource {
  readonly size: number;
  /** Fewer than asked for at the end. */
  slice(at: number, length: number): Buffer;
}

export function memorySource(bytes: Buffer): ByteSource {
  return { size: bytes.length, slice: (at, length) => bytes.subarray(Math.max(0, at), Math.max(0, at + length)) };
}

/** Throws what the system says of a file that cannot be read. */
export function openFileSource(path: string): ByteSource & { close(): void } {
  const fd = openSync(path, "r");
  const { size } = fstatSync(fd);
  return {
    size,
    slice(at, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      let filled = 0;
      while (filled < bytes.length) {
        const read = readSync(fd, bytes, filled, bytes.length - filled, at + filled);
        if (read === 0) break;
        filled += read;
      }
      return bytes.subarray(0, filled);
    },
    close: () => closeSync(fd),
  };
}
