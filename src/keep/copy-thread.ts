/** One of the two threads behind the copy of a long file: the one that reads and writes, or the one that hashes what was written. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { ftruncateSync, readSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type CopyProgress, followCopy, pieceBytes, stopCopy, writtenSide } from "./copy-progress.ts";

export interface CopyThreadData {
  readonly work: "copy" | "hash";
  readonly progress: CopyProgress;
}

export interface CopyOrder {
  readonly from: number;
  /** Open for reading too. */
  readonly to: number;
  /** One byte more is asked for and none after it. */
  readonly size: number;
}

interface Failed {
  readonly failed: "reading" | "writing" | "reading-back";
  readonly code: string | undefined;
  readonly message: string;
}

export type CopyAnswer =
  /** Bytes copied since the last answer. */
  { readonly copied: number } | { readonly size: number } | Failed | { readonly failed: "stopped" };

/** Hexadecimal. Given up with the copy. */
export type HashAnswer = { readonly digest: string } | Failed | { readonly failed: "given-up" };

const reportBytes = 4 * 1024 * 1024;
/** Written at once. In larger writes the kernel's copying took from as long to four times as long (Linux 6.18, ext4); in these never. */
const writeBytes = 64 * 1024;
const zeros = Buffer.alloc(pieceBytes);
/** One for all: what is used again stays in the processor's cache. */
const piece = Buffer.allocUnsafeSlow(pieceBytes);

const { work, progress } = workerData as CopyThreadData;
const tell = (answer: CopyAnswer | HashAnswer) => parentPort?.postMessage(answer);

parentPort?.on("message", (order: CopyOrder) => tell(work === "copy" ? copied(order) : hashed(order)));

function hashed({ to }: CopyOrder): HashAnswer {
  const running = createHash("sha256");
  try {
    const whole = followCopy(progress, (start, end) => {
      for (let at = start; at < end;) {
        const length = readSync(to, piece, 0, end - at, at);
        if (length === 0) throw new RangeError(`the copy: expected ${end} bytes; found ${at}`);
        running.update(piece.subarray(0, length));
        at += length;
      }
    });
    return whole ? { digest: running.digest("hex") } : { failed: "given-up" };
  } catch (error) {
    stopCopy(progress);
    return failureOf("reading-back", error);
  }
}

function copied(order: CopyOrder): CopyAnswer {
  const written = writtenSide(progress);
  const answer = copyPieces(order, written);
  written.end("size" in answer ? "whole" : "given-up");
  return answer;
}

function copyPieces({ from, to, size }: CopyOrder, written: ReturnType<typeof writtenSide>): CopyAnswer {
  let [at, unsaid] = [0, 0];
  let doing: "reading" | "writing" = "reading";
  try {
    for (;;) {
      written.waitForHash();
      if (written.stopped) return { failed: "stopped" };
      doing = "reading";
      const length = readSync(from, piece, 0, Math.min(piece.length, size + 1 - at), at);
      if (length === 0) break;
      doing = "writing";
      // Zeros are left out: a sparse source stays sparse, and reads the same.
      if (isZeros(length)) ftruncateSync(to, at + length);
      else for (let done = 0; done < length;) done += writeSync(to, piece, done, Math.min(writeBytes, length - done), at + done);
      written.wrote(length);
      at += length;
      unsaid += length;
      if (unsaid < reportBytes) continue;
      tell({ copied: unsaid });
      unsaid = 0;
    }
  } catch (error) {
    return failureOf(doing, error);
  }
  tell({ copied: unsaid });
  return { size: at };
}

function isZeros(length: number): boolean {
  return piece[0] === 0 && length === zeros.length && zeros.equals(piece);
}

function failureOf(failed: Failed["failed"], error: unknown): Failed {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return { failed, code: typeof code === "string" ? code : undefined, message: String(message) };
}
