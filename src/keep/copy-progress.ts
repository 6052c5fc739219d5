/**
 * How far the two threads behind the copy of a long file have come, in memory that both see. The one that hashes reads what
 * the other wrote back from the copy itself: what is hashed is what stands in the case. Handed over piece by piece in shared
 * memory it took a third longer, since every piece went from one processor's cache to the other's.
 */

/** Small enough that a piece is still in the processor's own cache when it is written or hashed. */
export const pieceBytes = 256 * 1024;
/** So close behind the writing the system still holds the bytes in memory. */
const behindAtMost = 128n * 1024n * 1024n;

const states = { going: 0, whole: 1, "given-up": 2 } as const;
/** Places of the bytes. */
const [writtenAt, hashedAt] = [0, 1];
/** Places of the flags behind them; the last two change with every step, for whoever waits for the other. */
const [stateAt, stopAt, writtenStepAt, hashedStepAt] = [0, 1, 2, 3];

export interface CopyProgress {
  readonly bytes: SharedArrayBuffer;
  readonly flags: SharedArrayBuffer;
}

export function createCopyProgress(): CopyProgress {
  return { bytes: new SharedArrayBuffer(2 * 8), flags: new SharedArrayBuffer(4 * 4) };
}

/** Before the next copy, when no thread is at work. */
export function resetCopy(progress: CopyProgress): void {
  new BigInt64Array(progress.bytes).fill(0n);
  new Int32Array(progress.flags).fill(0);
}

/** Asks for a copy to end early. */
export function stopCopy({ flags }: CopyProgress): void {
  const shared = new Int32Array(flags);
  Atomics.store(shared, stopAt, 1);
  step(shared, hashedStepAt);
}

export interface WrittenSide {
  readonly stopped: boolean;
  /** Waits until the hash is close enough behind, or somebody stops the copy. */
  waitForHash(): void;
  wrote(count: number): void;
  /** Nothing follows: the file is at its end, or the copy was given up. */
  end(how: "whole" | "given-up"): void;
}

export function writtenSide(progress: CopyProgress): WrittenSide {
  const bytes = new BigInt64Array(progress.bytes);
  const flags = new Int32Array(progress.flags);
  const stopped = () => Atomics.load(flags, stopAt) === 1;
  return {
    get stopped() {
      return stopped();
    },
    waitForHash() {
      for (;;) {
        const seen = Atomics.load(flags, hashedStepAt);
        if (stopped() || Atomics.load(bytes, writtenAt) - Atomics.load(bytes, hashedAt) < behindAtMost) return;
        Atomics.wait(flags, hashedStepAt, seen);
      }
    },
    wrote(count) {
      Atomics.add(bytes, writtenAt, BigInt(count));
      step(flags, writtenStepAt);
    },
    end(how) {
      Atomics.store(flags, stateAt, states[how]);
      step(flags, writtenStepAt);
    },
  };
}

/** Gives `take` each stretch of the copy that stands there and was not hashed yet. Returns whether it was copied to its end. */
export function followCopy(progress: CopyProgress, take: (from: number, to: number) => void): boolean {
  const bytes = new BigInt64Array(progress.bytes);
  const flags = new Int32Array(progress.flags);
  for (let at = 0; ;) {
    const seen = Atomics.load(flags, writtenStepAt);
    const state = Atomics.load(flags, stateAt);
    const written = Number(Atomics.load(bytes, writtenAt));
    if (state === states["given-up"]) return false;
    if (written > at) {
      const to = Math.min(written, at + pieceBytes);
      take(at, to);
      at = to;
      Atomics.store(bytes, hashedAt, BigInt(at));
      step(flags, hashedStepAt);
    } else if (state === states.whole) return true;
    else Atomics.wait(flags, writtenStepAt, seen);
  }
}

function step(flags: Int32Array, at: number): void {
  Atomics.add(flags, at, 1);
  Atomics.notify(flags, at);
}
