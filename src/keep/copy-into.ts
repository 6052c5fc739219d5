/** Copies bytes into an open file of the case, hashing on the way. A long copy asks the disk to begin before it is whole. */
import { Buffer } from "node:buffer";
import { createHash, hash } from "node:crypto";
import { ftruncateSync, write } from "node:fs";
import { promisify } from "node:util";
import type { ByteStream, OpenFile, StagedObject } from "../core/vault/vault.port.ts";
import type { CopyThreads } from "./copy-threads.ts";
import { syncOpenFile, writeWhole } from "./durable.ts";

const writeLater = promisify(write);

/** A stream that ends within this is hashed at once. */
const readBytes = 1024 * 1024;
/** Bytes after which the disk is asked to begin: it then writes while the next bytes are read and hashed. */
const writeBehindBytes = 32 * 1024 * 1024;
/** Runs of zeros from this length on take no room in the case. */
const sparseBytes = 64 * 1024;
const zeros = Buffer.alloc(4 * 1024 * 1024);

/** Writes and hashes side by side: the disk takes one chunk while the processor hashes it. */
export async function copyStream(fd: number, bytes: ByteStream): Promise<StagedObject> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return { digest: `sha256:${hash("sha256", new Uint8Array(), "hex")}`, size: 0 };
  const second = first.value.length <= readBytes ? await source.next() : undefined;
  if (second?.done === true) {
    writeWhole(fd, first.value);
    return { digest: `sha256:${hash("sha256", first.value, "hex")}`, size: first.value.length };
  }
  const running = createHash("sha256");
  const behind = writeBehind(fd);
  let size = 0;
  let endsInHole = false;
  let next: IteratorResult<Uint8Array> | undefined = first;
  let later = second;
  try {
    while (next !== undefined && next.done !== true) {
      const chunk: Uint8Array = next.value;
      const hole = isZeros(chunk);
      const written = hole ? undefined : writeAll(fd, chunk, size);
      // A failed write is met below, after the hash; until then it must not count as unhandled.
      written?.catch(() => undefined);
      running.update(chunk);
      size += chunk.length;
      endsInHole = hole;
      await written;
      behind.reached(size);
      next = later ?? (await source.next());
      later = undefined;
    }
  } catch (error) {
    // The descriptor is closed next: no sync may still be under way on it. Its failure is not the first one.
    await behind.settle().catch(() => undefined);
    await source.return?.();
    throw error;
  }
  await behind.settle();
  if (endsInHole) ftruncateSync(fd, size);
  return { digest: `sha256:${running.digest("hex")}`, size };
}

export async function copyFile(fd: number, file: OpenFile, threads: CopyThreads): Promise<StagedObject> {
  const behind = writeBehind(fd);
  try {
    const object = await threads.copy(file, fd, behind.reached);
    await behind.settle();
    return object;
  } catch (error) {
    // The descriptor is closed next: no sync may still be under way on it. Its failure is not the first one.
    await behind.settle().catch(() => undefined);
    throw error;
  }
}

/** Zeros are left out of a long file: a sparse source stays sparse, and reads the same. */
function isZeros(chunk: Uint8Array): boolean {
  return chunk.length >= sparseBytes && chunk[0] === 0 && zeros.subarray(0, chunk.length).equals(chunk);
}

async function writeAll(fd: number, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await writeLater(fd, bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

/**
 * Starts the disk early on a long file. Only speed rests on it: whether the bytes are kept is asked by the sync of the
 * whole group. Its failures count all the same, since the kernel reports a lost write once and the next sync would succeed.
 */
function writeBehind(fd: number): { reached(size: number): void; settle(): Promise<void> } {
  let asked = 0;
  let busy = false;
  let under: Promise<void> = Promise.resolve();
  return {
    reached(size) {
      if (busy || size - asked < writeBehindBytes) return;
      asked = size;
      busy = true;
      const before = under;
      under = syncOpenFile(fd, "a copy on its way into objects/").finally(() => (busy = false));
      under.catch(() => undefined);
      under = Promise.all([before, under]).then(() => undefined);
      under.catch(() => undefined);
    },
    settle: () => under,
  };
}
