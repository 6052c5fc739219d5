/** SHA-256 of a file read without waiting: for many small files the waiting would cost more than the hashing. */
import { createHash, hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** A link put in the place of a file meanwhile is refused, and a pipe does not make anybody wait. */
export const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const pieceBytes = 1024 * 1024;
const piece = Buffer.allocUnsafe(pieceBytes);

/** Throws what the system says, RangeError for what is no regular file. `onBytes` is told of each piece. */
export function hashFile(path: string, onBytes: (count: number) => void): Buffer {
  const fd = openSync(path, openFlags);
  try {
    if (!fstatSync(fd).isFile()) throw new RangeError("expected a regular file; found something else");
    let got = readSync(fd, piece, 0, pieceBytes, 0);
    onBytes(got);
    if (got < pieceBytes) {
      // Less than was asked for is the end, unless the system was interrupted: one more read tells.
      const more = got === 0 ? 0 : readSync(fd, piece, got, pieceBytes - got, got);
      onBytes(more);
      if (more === 0) return hash("sha256", piece.subarray(0, got), "buffer");
      got += more;
    }
    const running = createHash("sha256");
    for (let at = 0; got > 0;) {
      running.update(piece.subarray(0, got));
      at += got;
      got = readSync(fd, piece, 0, pieceBytes, at);
      onBytes(got);
    }
    return running.digest();
  } finally {
    closeSync(fd);
  }
}
