/** SHA-256 of a file read without waiting: for many small files the waiting would cost more than the hashing. */
import { createHash, hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** A link put in the place of a file meanwhile is refused, and a pipe does not make anybody wait. */
export const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Stays in the processor's own cache between reading and hashing. */
const pieceBytes = 256 * 1024;
const piece = Buffer.allocUnsafeSlow(pieceBytes);

/** 64 digits. Throws what the system says, RangeError for what is no regular file. `onBytes` is told of each piece. */
export function hashFile(path: string, onBytes: (count: number) => void): string {
  const fd = openSync(path, openFlags);
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) throw new RangeError("expected a regular file; found something else");
    let got = readSync(fd, piece, 0, pieceBytes, 0);
    onBytes(got);
    // Less than was asked for, and all that there was when it was opened: the end, without asking once more.
    if (got < pieceBytes && got === stat.size) return hash("sha256", piece.subarray(0, got), "hex");
    const running = createHash("sha256");
    for (let at = 0; got > 0;) {
      running.update(piece.subarray(0, got));
      at += got;
      got = readSync(fd, piece, 0, pieceBytes, at);
      onBytes(got);
    }
    return running.digest("hex");
  } finally {
    closeSync(fd);
  }
}
