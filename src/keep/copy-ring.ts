/**
 * The pieces of a file on their way from the thread that copies to the thread that hashes, in memory that both see. A piece
 * is filled once and read by both before its room is used again, so that what is hashed is what was written.
 */

/** Small enough that a piece is still in the processor's own cache when it is written: with 1 MiB the copy took twice the time. */
export const pieceBytes = 256 * 1024;
const pieces = 8;
/** Stands where a length would. */
const ended = -1;
const givenUp = -2;
/** Places of the counters before the lengths. */
const [filledAt, emptiedAt, stopAt, lengthsAt] = [0, 1, 2, 3];

export interface CopyRing {
  readonly bytes: SharedArrayBuffer;
  readonly counters: SharedArrayBuffer;
}

export function createCopyRing(): CopyRing {
  return { bytes: new SharedArrayBuffer(pieces * pieceBytes), counters: new SharedArrayBuffer(4 * (lengthsAt + pieces)) };
}

/** Asks for a copy to end early, or takes that back before the next one. */
export function stopCopy(ring: CopyRing, stopped: boolean): void {
  Atomics.store(new Int32Array(ring.counters), stopAt, stopped ? 1 : 0);
}

export interface RingFiller {
  readonly stopped: boolean;
  /** Room for the next piece. Waits until the other thread is done with what was there. */
  room(): Uint8Array;
  /** Hands on what was put into the room. */
  fill(length: number): void;
  /** No piece follows: the file is at its end, or the copy was given up. */
  end(how: "whole" | "given-up"): void;
}

export function ringFiller({ bytes, counters }: CopyRing): RingFiller {
  const shared = new Int32Array(counters);
  const next = () => {
    const at = Atomics.load(shared, filledAt);
    for (;;) {
      const emptied = Atomics.load(shared, emptiedAt);
      if (at - emptied < pieces) return at;
      Atomics.wait(shared, emptiedAt, emptied);
    }
  };
  const fill = (length: number) => {
    const at = next();
    Atomics.store(shared, lengthsAt + (at % pieces), length);
    Atomics.store(shared, filledAt, at + 1);
    Atomics.notify(shared, filledAt);
  };
  return {
    get stopped() {
      return Atomics.load(shared, stopAt) === 1;
    },
    room: () => new Uint8Array(bytes, (next() % pieces) * pieceBytes, pieceBytes),
    fill,
    end: (how) => fill(how === "whole" ? ended : givenUp),
  };
}

/** Gives every piece of one file to `take`. Returns whether the file was copied to its end. */
export function emptyRing({ bytes, counters }: CopyRing, take: (piece: Uint8Array) => void): boolean {
  const shared = new Int32Array(counters);
  for (;;) {
    const at = Atomics.load(shared, emptiedAt);
    while (Atomics.load(shared, filledAt) === at) Atomics.wait(shared, filledAt, at);
    const length = Atomics.load(shared, lengthsAt + (at % pieces));
    if (length >= 0) take(new Uint8Array(bytes, (at % pieces) * pieceBytes, length));
    Atomics.store(shared, emptiedAt, at + 1);
    Atomics.notify(shared, emptiedAt);
    if (length < 0) return length === ended;
  }
}
