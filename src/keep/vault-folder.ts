/**
 * The vault as a folder: `objects/ab/abcdef...`, read-only files named by their SHA-256. Bytes come in through
 * `incoming/`, hashed while they are written, and get their names in groups: files synced, renamed, folders
 * synced. Whatever is left in `incoming/` never counted and is removed when the case is opened for writing.
 */
import { closeSync, existsSync, lstatSync, openSync, renameSync, rmSync, unlinkSync } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { ByteStream, FileOnDisk, StagedObject, Vault } from "../core/vault/vault.port.ts";
import { copyFile, copyStream } from "./copy-into.ts";
import { createCopyThreads } from "./copy-threads.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { codeOf, inParallel, makeIfMissing, namedFailure, removeIfThere, syncFile, syncFolder, syncOpenFile } from "./durable.ts";
import { createSmallStager } from "./small-stager.ts";
import { openNew } from "./stage-small.ts";
import type { StageObserver, WriterState } from "./writer-state.ts";

/** Syncs under way at once. Each is one thread of the pool, which the launcher makes as large; the disk merges those that arrive together. */
const syncsAtOnce = 16;
/** Descriptors kept open from staging to sync, of two groups; beyond this a file is opened again for it. */
const openFilesAtMost = 2048;
/** How long staging may hold the event loop before others get a turn, in milliseconds. */
const turnMs = 12;
const readBytes = 1024 * 1024;

interface Temporary {
  readonly path: string;
  fd: number | undefined;
}

/** A staged object on its way to its name. */
interface Incoming {
  readonly object: StagedObject;
  readonly temporary: Temporary;
  /** The same bytes come earlier in the group. */
  readonly again: boolean;
  /** The file that stands under the name already, and the hash of its bytes. */
  held: { readonly file: bigint; readonly digest: Digest } | undefined;
}

export interface VaultFolder extends Vault {
  /** Lets go of what was staged and not committed. */
  close(): void;
}

export interface VaultParts {
  readonly folder: string;
  readonly state: WriterState;
  /** Told when an object's bytes no longer matched its name and a sound copy took its place. `aside` is the name of the altered bytes. */
  readonly onAltered: (object: Digest, aside: Digest) => void;
  readonly observe?: StageObserver | undefined;
}

export function openVaultFolder({ folder, state, onAltered, observe = () => undefined }: VaultParts): VaultFolder {
  const objects = join(folder, "objects");
  const incoming = join(folder, "incoming");
  const staged = new Map<StagedObject, Temporary>();
  /** Folders in `objects/` whose own names are durable. */
  const known = new Set<string>();
  const threads = createCopyThreads();
  const stager = createSmallStager();
  let openFiles = 0;
  let count = 0;
  let turnEnds = 0;

  const pathOf = (object: Digest) => join(objects, objectPathOf(object));

  const stage = (bytes: ByteStream) => stageBy((fd) => copyStream(fd, bytes));

  /** Fills a new file in `incoming/` by `copy`. */
  async function stageBy(copy: (fd: number) => Promise<StagedObject>): Promise<StagedObject> {
    state.demandWritable();
    if (performance.now() > turnEnds) {
      await setImmediate();
      turnEnds = performance.now() + turnMs;
    }
    const path = join(incoming, `${process.pid}-${count++}`);
    let fd: number | undefined;
    try {
      observe("object.open");
      fd = openNew(path);
      openFiles++;
      const { digest, size } = await copy(fd);
      observe("object.written");
      const object = { digest, size };
      const temporary: Temporary = { path, fd };
      if (openFiles > openFilesAtMost) closeTemporary(temporary);
      staged.set(object, temporary);
      return object;
    } catch (error) {
      closeTemporary({ path, fd });
      removeIfThere(path);
      throw state.note(namedFailure(error, "copying into the case"));
    }
  }

  async function stageFound(from: FileOnDisk, onFailed: (error: unknown) => unknown): Promise<StagedObject> {
    state.demandWritable();
    const path = join(incoming, `${process.pid}-${count++}`);
    observe("object.open");
    const keepOpen = openFiles < openFilesAtMost;
    if (keepOpen) openFiles++;
    const answer = await stager.stage({ from, to: path, keepOpen });
    if ("failed" in answer) {
      if (keepOpen) openFiles--;
      const error = answer.changed ? new CaseError("SOURCE_CHANGED_WHILE_READ", answer.message) : errorOf(answer);
      throw answer.failed === "reading" ? onFailed(error) : state.note(namedFailure(error, "copying into the case"));
    }
    observe("object.written");
    const object: StagedObject = { digest: `sha256:${answer.digits}`, size: answer.size };
    staged.set(object, { path, fd: answer.fd });
    return object;
  }

  function closeTemporary(temporary: Temporary): void {
    if (temporary.fd === undefined) return;
    closeSync(temporary.fd);
    temporary.fd = undefined;
    openFiles--;
  }

  async function commit(group: readonly StagedObject[]): Promise<void> {
    state.demandWritable();
    const temporaries = group.map((object) => {
      const temporary = staged.get(object);
      if (temporary === undefined) throw new RangeError("vault: expected an object staged here and not yet committed");
      return { object, temporary };
    });
    try {
      observe("group.sync");
      const seen = new Set<Digest>();
      const incoming = temporaries.map(({ object, temporary }): Incoming => {
        const again = seen.has(object.digest);
        seen.add(object.digest);
        return { object, temporary, again, held: undefined };
      });
      await inParallel(incoming, syncsAtOnce, makeSure);
      const touched = nameAll(incoming);
      observe("group.folders");
      // The folder above before the folders in it: a synced name in a folder without one would be lost.
      if ([...touched].some((parent) => !known.has(parent))) await syncFolder(objects);
      await inParallel([...touched], syncsAtOnce, syncFolder);
      for (const parent of touched) known.add(parent);
      observe("group.done");
    } catch (error) {
      throw state.note(namedFailure(error, "objects/"));
    }
  }

  /** What will stand under the name is synced: the new bytes, or those there already when they still have the hash that names them. */
  async function makeSure(one: Incoming): Promise<void> {
    if (one.again) return;
    const path = pathOf(one.object.digest);
    const file = fileNumber(path);
    one.held = file === undefined ? undefined : { file, digest: await digestOfFile(path) };
    if (one.held?.digest === one.object.digest) await syncFile(path, "an object of the case");
    else await syncTemporary(one.temporary);
  }

  /** The kernel reports a failed write-back to the descriptor that wrote, so that one is kept for the sync where it can be. */
  async function syncTemporary(temporary: Temporary): Promise<void> {
    if (temporary.fd === undefined) {
      temporary.fd = openSync(temporary.path, "r");
      openFiles++;
    }
    await syncOpenFile(temporary.fd, "a copy on its way into objects/");
    closeTemporary(temporary);
  }

  function nameAll(group: readonly Incoming[]): Set<string> {
    const touched = new Set<string>();
    observe("group.rename");
    for (const [i, { object, temporary, again, held }] of group.entries()) {
      const path = pathOf(object.digest);
      const parent = dirname(path);
      if (!known.has(parent) && !touched.has(parent)) makeIfMissing(parent);
      closeTemporary(temporary);
      if (again || held?.digest === object.digest) unlinkSync(temporary.path);
      else {
        // Another commit may have put sound bytes there since: then this one only repeats it.
        if (held !== undefined && held.file === fileNumber(path)) setAside(object.digest, held.digest, touched);
        renameSync(temporary.path, path);
      }
      // Also where nothing was renamed: the earlier name may be one that no sync confirmed.
      touched.add(parent);
      staged.delete(object);
      if (i === 0) observe("group.renamed");
    }
    return touched;
  }

  /** Bytes that no longer have the hash that names them get the name that they have now. */
  function setAside(object: Digest, found: Digest, touched: Set<string>): void {
    const aside = pathOf(found);
    makeIfMissing(dirname(aside));
    if (fileNumber(aside) !== undefined) unlinkSync(pathOf(object));
    else renameSync(pathOf(object), aside);
    touched.add(dirname(aside));
    onAltered(object, found);
  }

  async function* read(object: Digest, range?: { start: number; end: number }): ByteStream {
    let file;
    try {
      file = await open(pathOf(object), "r");
    } catch (error) {
      throw codeOf(error) === "ENOENT" ? missing(object) : error;
    }
    try {
      // As much room as there are bytes: a mebibyte for each of many short objects kept the collector of memory busier than hashing.
      const end = Math.min(range?.end ?? Number.POSITIVE_INFINITY, (await file.stat()).size);
      for (let at = range?.start ?? 0; at < end;) {
        const chunk = Buffer.allocUnsafe(Math.min(readBytes, end - at));
        const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield chunk.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  }

  async function size(object: Digest): Promise<number | undefined> {
    try {
      const found = await stat(pathOf(object));
      return found.isFile() ? found.size : undefined;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      throw error;
    }
  }

  async function* list(): AsyncGenerator<Digest> {
    for (const two of await namesIn(objects)) {
      if (!/^[0-9a-f]{2}$/.test(two)) continue;
      for (const name of await namesIn(join(objects, two))) {
        if (/^[0-9a-f]{64}$/.test(name) && name.startsWith(two)) yield `sha256:${name}`;
      }
    }
  }

  return {
    stage,
    stageFound,
    stageFile: (file) => stageBy((fd) => copyFile(fd, file, threads)),
    commit,
    pathOf,
    read,
    size,
    list,
    has: async (object) => (await size(object)) !== undefined,
    async erase(object) {
      state.demandWritable();
      removeIfThere(pathOf(object));
      if (existsSync(dirname(pathOf(object)))) await syncFolder(dirname(pathOf(object)));
    },
    close() {
      threads.close();
      stager.close();
      for (const temporary of staged.values()) {
        closeTemporary(temporary);
        removeIfThere(temporary.path);
      }
      staged.clear();
    },
  };
}

/** What stopped writers left in `incoming/`. Returns how many files were removed. */
export async function removeLeftovers(folder: string): Promise<number> {
  const names = await namesIn(join(folder, "incoming"));
  for (const name of names) rmSync(join(folder, "incoming", name), { recursive: true, force: true });
  return names.length;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function errorOf({ code, message }: { readonly code: string | undefined; readonly message: string }): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

function fileNumber(path: string): bigint | undefined {
  // Nothing stands there as a rule, and to be told so costs half of a look that finds nothing.
  if (!existsSync(path)) return undefined;
  return lstatSync(path, { throwIfNoEntry: false, bigint: true })?.ino;
}

function missing(object: Digest): CaseError {
  return new CaseError("OBJECT_MISSING", `object ${object}: expected it in the vault; found none`);
}
