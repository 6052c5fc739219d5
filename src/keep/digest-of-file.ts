/** SHA-256 of a file's bytes as they are now, read in order on this thread, which answers others every few milliseconds. */
import { Buffer } from "node:buffer";
import { createHash, hash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Digest } from "../core/hash/digest.ts";

/**
 * Stays in the processor's own cache between reading and hashing: 0.66 s for 1 GiB, of which hashing takes 0.55. Pieces of
 * 1 MiB, read ahead by another thread, took 0.81 s and half as much processor time again.
 */
const pieceBytes = 256 * 1024;
/** One for all files: nobody else comes between filling and hashing it. */
const piece = Buffer.allocUnsafeSlow(pieceBytes);
const turnMs = 12;

export async function digestOfFile(path: string): Promise<Digest> {
  const fd = openSync(path, "r");
  try {
    const { size } = fstatSync(fd);
    let got = readSync(fd, piece, 0, pieceBytes, 0);
    if (got < pieceBytes && got === size) return `sha256:${hash("sha256", piece.subarray(0, got), "hex")}`;
    const running = createHash("sha256");
    let turnEnds = performance.now() + turnMs;
    for (let at = 0; got > 0;) {
      running.update(piece.subarray(0, got));
      at += got;
      if (performance.now() > turnEnds) {
        await setImmediate();
        turnEnds = performance.now() + turnMs;
      }
      got = readSync(fd, piece, 0, pieceBytes, at);
    }
    return `sha256:${running.digest("hex")}`;
  } finally {
    closeSync(fd);
  }
}
