/** The memory that threads and the module share: grows as needed, and hands out stretches of it, first fit. */
import { CaseError } from "../../core/case/case-error.ts";
import { mostPages, pageBytes } from "./wasm-emit.ts";
import { createSharedMemory, type SharedMemory } from "./web-assembly.ts";

export interface Stretch {
  readonly at: number;
  readonly bytes: Uint8Array;
  free(): void;
}

export interface HashMemory {
  readonly memory: SharedMemory;
  /** Begins at a multiple of 64, a line of the cache. Throws CaseError INPUT_INVALID past 4 GiB, as far as 32-bit addresses reach. */
  take(bytes: number): Stretch;
}

const line = 64;

export function createHashMemory(): HashMemory {
  const memory = createSharedMemory(mostPages);
  /** Free stretches in their order, none touching the next. The first line is nobody's, so that 0 is no place. */
  let free: { at: number; length: number }[] = [];
  let end = line;

  function take(bytes: number): Stretch {
    const length = Math.max(line, Math.ceil(bytes / line) * line);
    const fits = free.find((one) => one.length >= length);
    const at = fits?.at ?? end;
    if (fits === undefined) {
      const missing = Math.ceil((end + length - memory.buffer.byteLength) / pageBytes);
      if (end + length > mostPages * pageBytes)
        throw new CaseError("INPUT_INVALID", `hash search: expected at most 4 GiB of hashes in memory; found ${end + length} bytes`);
      if (missing > 0) memory.grow(missing);
      end += length;
    } else {
      fits.at += length;
      fits.length -= length;
    }
    return { at, bytes: new Uint8Array(memory.buffer, at, bytes), free: () => release(at, length) };
  }

  function release(at: number, length: number): void {
    const joined: { at: number; length: number }[] = [];
    for (const one of [...free, { at, length }].filter((some) => some.length > 0).toSorted((a, b) => a.at - b.at)) {
      const before = joined.at(-1);
      if (before !== undefined && before.at + before.length === one.at) before.length += one.length;
      else joined.push({ ...one });
    }
    free = joined;
  }

  return { memory, take };
}
