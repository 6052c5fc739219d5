/** Files of a pack on their way: written, hashed and synced; objects in groups, so that the disk merges their syncs. */
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import { inParallel, syncFolder, syncOpenFile, writeWhole } from "./durable.ts";

/** Files whose syncs are under way together, and how many stay open until then. */
const syncsAtOnce = 16;
const groupObjects = 256;
const bufferBytes = 1024 * 1024;

export interface PackedFile {
  readonly path: string;
  readonly digest: Digest;
  readonly size: number;
}

export interface PackWriter {
  write(path: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<PackedFile>;
  /** Throws CaseError OBJECT_HASH_MISMATCH naming the first object whose bytes are not what its name says. */
  writeObjects(objects: readonly Digest[], read: (object: Digest) => ByteStream): AsyncIterable<PackedFile>;
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
  async function copyInto(path: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<PackedFile & { fd: number }> {
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
    async *writeObjects(objects, read) {
      for (let at = 0; at < objects.length; at += groupObjects) {
        const group: (PackedFile & { fd: number })[] = [];
        try {
          for (const object of objects.slice(at, at + groupObjects)) {
            demandGoing(signal);
            const file = await copyInto(`data/objects/${objectPathOf(object)}`, read(object));
            group.push(file);
            if (file.digest !== object)
              throw new CaseError("OBJECT_HASH_MISMATCH", `object ${object}: expected bytes with that hash; found ${file.digest}`);
          }
          await inParallel(group, syncsAtOnce, ({ fd }) => syncOpenFile(fd, "an object of the pack"));
        } finally {
          for (const { fd } of group) closeSync(fd);
        }
        for (const { fd: _, ...file } of group) yield file;
      }
    },
    syncFolders: () => inParallel([...folders], syncsAtOnce, syncFolder),
  };
}

/** Stopping is asked for by a person: no fault, and nothing to explain. */
function demandGoing(signal: Cancellation): void {
  if (!signal.aborted) return;
  const error = new Error("sealing was stopped");
  error.name = "AbortError";
  throw error;
}
