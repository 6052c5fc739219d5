/** One of the two threads behind the copy of a long file: the one that reads and writes, or the one that hashes. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { ftruncateSync, readSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type CopyRing, emptyRing, pieceBytes, ringFiller } from "./copy-ring.ts";
import { codeOf } from "./durable.ts";

export interface CopyThreadData {
  readonly work: "copy" | "hash";
  readonly ring: CopyRing;
}

export interface CopyOrder {
  readonly from: number;
  readonly to: number;
  /** One byte more is asked for and none after it. */
  readonly size: number;
}

export type CopyAnswer =
  /** Bytes copied since the last answer. */
  | { readonly copied: number }
  | { readonly size: number }
  | { readonly failed: "reading" | "writing"; readonly code: string | undefined; readonly message: string }
  | { readonly failed: "stopped" };

/** Hexadecimal; undefined when the copy was given up. */
export type HashAnswer = string | undefined;

const reportBytes = 4 * 1024 * 1024;
/** Written at once. In larger writes the kernel's copying took from as long to four times as long (Linux 6.18, ext4); in these never. */
const writeBytes = 64 * 1024;
const zeros = Buffer.alloc(pieceBytes);

const { work, ring } = workerData as CopyThreadData;
const tell = (answer: CopyAnswer | HashAnswer) => parentPort?.postMessage(answer);

parentPort?.on("message", (order: CopyOrder) => tell(work === "copy" ? copied(order) : hashed()));

function hashed(): HashAnswer {
  const running = createHash("sha256");
  const whole = emptyRing(ring, (piece) => void running.update(piece));
  return whole ? running.digest("hex") : undefined;
}

function copied(order: CopyOrder): CopyAnswer {
  const filler = ringFiller(ring);
  const answer = copyPieces(order, filler);
  filler.end("size" in answer ? "whole" : "given-up");
  return answer;
}

function copyPieces({ from, to, size }: CopyOrder, filler: ReturnType<typeof ringFiller>): CopyAnswer {
  let [at, unsaid] = [0, 0];
  let endsInHole = false;
  let doing: "reading" | "writing" = "reading";
  try {
    for (;;) {
      if (filler.stopped) return { failed: "stopped" };
      doing = "reading";
      const room = filler.room();
      const length = readSync(from, room, 0, Math.min(room.length, size + 1 - at), at);
      if (length === 0) break;
      filler.fill(length);
      doing = "writing";
      const piece = room.subarray(0, length);
      // Zeros are left out: a sparse source stays sparse, and reads the same.
      endsInHole = isZeros(piece);
      for (let done = endsInHole ? length : 0; done < length;)
        done += writeSync(to, piece, done, Math.min(writeBytes, length - done), at + done);
      at += length;
      unsaid += length;
      if (unsaid < reportBytes) continue;
      tell({ copied: unsaid });
      unsaid = 0;
    }
    doing = "writing";
    if (endsInHole) ftruncateSync(to, at);
  } catch (error) {
    return { failed: doing, code: codeOf(error), message: error instanceof Error ? error.message : String(error) };
  }
  tell({ copied: unsaid });
  return { size: at };
}

function isZeros(piece: Uint8Array): boolean {
  return piece[0] === 0 && piece.length === zeros.length && zeros.equals(piece);
}
