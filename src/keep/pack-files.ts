/** Files of a pack on their way: written, hashed and synced; objects in groups, so that the disk merges their syncs. */
import { createHash, hash } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import { inParallel, syncFolder, syncOpenFile, writeWhole } from "./durable.ts";

/** Files whose syncs are under way together, and how many stay open until then. */
const syncsAtOnce = 16;
const groupObjects = 256;
const bufferBytes = 1024 * 1024;
/**
 * Objects up to here are read, hashed and written at once, in memory that is used again: through streams, 3,000 of 64 KiB took 5 s of
 * processor time, of which the collector of memory took the half.
 */
const shortBytes = 256 * 1024;
const short = Buffer.allocUnsafeSlow(shortBytes + 1);
/** How long copying may hold the event loop before others get a turn, in milliseconds. */
const turnMs = 12;

export interface PackedFile {
  readonly path: string;
  readonly digest: Digest;
  readonly size: number;
}

/** Left open for its sync. */
type OpenFile = PackedFile & { readonly fd: number };

export interface PackWriter {
  write(path: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<PackedFile>;
  /** `pathOf`: where the bytes lie, for a vault of files. Throws CaseError OBJECT_HASH_MISMATCH naming the first object whose bytes are not what its name says. */
  writeObjects(
    objects: readonly Digest[],
    read: (object: Digest) => ByteStream,
    pathOf?: (object: Digest) => string,
  ): AsyncIterable<PackedFile>;
  /** Makes all names durable. */
  syncFolders(): Promise<void>;
}

export function packWriter(folder: string, signal: Cancellation): PackWriter {
  const folders = new Set<string>([folder]);

  function makeParents(path: string): void {
    const parent = dirname(path);
    if (folders.has(parent)) return;
    makeParents(parent);
    mkdirSync(parent);
    folders.add(parent);
  }

  /** Leaves the file open, for the sync. */
  async function copyInto(path: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<OpenFile> {
    const full = join(folder, path);
    makeParents(full);
    const fd = openSync(full, "wx", 0o644);
    try {
      const running = createHash("sha256");
      let size = 0;
      let held: Uint8Array[] = [];
      let heldBytes = 0;
      const flush = () => {
        writeWhole(fd, held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held));
        held = [];
        heldBytes = 0;
      };
      for await (const piece of bytes) {
        demandGoing(signal);
        running.update(piece);
        size += piece.length;
        held.push(piece);
        heldBytes += piece.length;
        if (heldBytes >= bufferBytes) flush();
      }
      if (heldBytes > 0) flush();
      return { path, size, digest: `sha256:${running.digest("hex")}`, fd };
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  /** The same for a short file, at once; undefined for one that is long or not there. */
  function copyShort(path: string, from: string): OpenFile | undefined {
    let size: number;
    try {
      const source = openSync(from, "r");
      try {
        if (fstatSync(source).size > shortBytes) return undefined;
        size = 0;
        for (let got = 1; got > 0 && size <= shortBytes; size += got) got = readSync(source, short, size, short.length - size, size);
      } finally {
        closeSync(source);
      }
    } catch (error) {
      // Who reads it as a stream says what is wrong with it.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
    if (size > shortBytes) return undefined;
    const bytes = short.subarray(0, size);
    const full = join(folder, path);
    makeParents(full);
    const fd = openSync(full, "wx", 0o644);
    try {
      writeWhole(fd, bytes);
      return { path, size, digest: `sha256:${hash("sha256", bytes, "hex")}`, fd };
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  return {
    async write(path, bytes) {
      demandGoing(signal);
      const { fd, ...file } = await copyInto(path, bytes);
      try {
        await syncOpenFile(fd, "a file of the pack");
      } finally {
        closeSync(fd);
      }
      return file;
    },
    async *writeObjects(objects, read, pathOf) {
      let turnEnds = performance.now() + turnMs;
      let before: Syncing | undefined;
      try {
        for (let at = 0; at < objects.length; at += groupObjects) {
          const group: OpenFile[] = [];
          // While the syncs of one group are under way the next is copied.
          const own = { group, done: Promise.resolve() };
          try {
            for (const object of objects.slice(at, at + groupObjects)) {
              demandGoing(signal);
              if (performance.now() > turnEnds) {
                await setImmediate();
                turnEnds = performance.now() + turnMs;
              }
              const path = `data/objects/${objectPathOf(object)}`;
              const file = (pathOf === undefined ? undefined : copyShort(path, pathOf(object))) ?? (await copyInto(path, read(object)));
              group.push(file);
              if (file.digest !== object)
                throw new CaseError("OBJECT_HASH_MISMATCH", `object ${object}: expected bytes with that hash; found ${file.digest}`);
            }
          } catch (error) {
            closeAll(group);
            throw error;
          }
          own.done = inParallel(group, syncsAtOnce, ({ fd }) => syncOpenFile(fd, "an object of the pack"));
          // Its failure is met where it is waited for.
          own.done.catch(() => undefined);
          const earlier = before;
          before = own;
          if (earlier !== undefined) yield* synced(earlier);
        }
        const last = before;
        before = undefined;
        if (last !== undefined) yield* synced(last);
      } finally {
        if (before !== undefined) await before.done.catch(() => undefined).finally(() => closeAll(before?.group ?? []));
      }
    },
    syncFolders: () => inParallel([...folders], syncsAtOnce, syncFolder),
  };
}

interface Syncing {
  readonly group: readonly OpenFile[];
  readonly done: Promise<void>;
}

async function* synced({ group, done }: Syncing): AsyncGenerator<PackedFile> {
  await done.finally(() => closeAll(group));
  for (const { fd: _, ...file } of group) yield file;
}

function closeAll(files: readonly OpenFile[]): void {
  for (const { fd } of files) closeSync(fd);
}

/** Stopping is asked for by a person: no fault, and nothing to explain. */
function demandGoing(signal: Cancellation): void {
  if (!signal.aborted) return;
  const error = new Error("sealing was stopped");
  error.name = "AbortError";
  throw error;
}
