/**
 * A real folder as verifying reads it. Links are never followed and devices never opened: what is listed is a regular file,
 * and it is opened so that a link put in its place meanwhile is refused.
 */
import { lstatSync, readdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import { looksLikePack } from "../../formats/bagit/pack-files.ts";
import type { CaseFiles, FoundFile, NamedFile, OddEntry, OnCompared } from "../case-files.port.ts";
import { objectOf } from "../sort-files.ts";
import { hashFile, openFlags } from "./hash-file.ts";
import { createHashPool, type HashPool } from "./hash-pool.ts";

/** So much of the ledger is checked without a turn of the loop, in which threads that hash are given more to do. */
const readBytes = 256 * 1024;
/** With fewer files and bytes than this, starting threads takes longer than it saves. */
const threadsFrom = { files: 400, bytes: 128 * 1024 * 1024 };
/** What stands before the paths of a case in a pack. */
const packBase = "data/";
/** How long reading may hold the event loop before others get a turn, in milliseconds. */
const turnMs = 12;

export interface FolderFiles extends CaseFiles {
  /** Ends what was started to read it. */
  close(): Promise<void>;
}

export function folderFiles(folder: string): FolderFiles {
  let turnEnds = performance.now() + turnMs;
  let pool: HashPool | undefined;
  /** Objects that were listed, and with a pool are being hashed. */
  const begun = new Map<string, NamedFile>();

  async function turn(): Promise<void> {
    if (performance.now() < turnEnds) return;
    await setImmediate();
    turnEnds = performance.now() + turnMs;
  }

  /** One generator for all that lies below: one in another, each entry would be waited for once per folder above it. */
  async function* list(signal: Cancellation | undefined): AsyncGenerator<FoundFile | OddEntry> {
    const found = { files: 0, bytes: 0 };
    for (const first of inOrder()) {
      const left = [first];
      for (let entry = left.pop(); entry !== undefined; entry = left.pop()) {
        if (signal?.aborted === true) return;
        if ("folder" in entry) {
          await turn();
          for (const inside of readable(folder, entry.folder).reverse()) left.push(inside);
          continue;
        }
        found.files++;
        if ("size" in entry) found.bytes += entry.size;
        // While the rest is listed the threads begin.
        if (pool === undefined && (found.files >= threadsFrom.files || found.bytes >= threadsFrom.bytes)) {
          pool = createHashPool(`${folder}${sep}`);
          for (const one of begun.values()) pool.add(one);
        }
        if ("size" in entry) begin(entry.path);
        yield entry;
      }
    }
  }

  function begin(path: string): void {
    const object = objectOf(path.startsWith(packBase) ? path.slice(packBase.length) : path);
    if (object === undefined || begun.has(path)) return;
    const one = { path, object };
    begun.set(path, one);
    pool?.add(one);
  }

  /** What lies at the top, in the order that the port asks for, and without what is never evidence in a case folder: it can be large. */
  function* inOrder(): Generator<Entry> {
    const top = entriesOf(folder, "");
    const names = new Set(top.map((entry) => ("folder" in entry ? entry.folder : entry.path)));
    const asPack = looksLikePack(names) || names.has("data");
    // Neither: whoever pointed here by mistake does not wait for all of a disk to be walked.
    const walked = asPack || names.has("witnessmark.json") || names.has("ledger.jsonl");
    const skipped = asPack ? [] : ["derived", "incoming"];
    const folders = walked ? top.filter((entry) => "folder" in entry) : [];
    yield* folders.filter((entry) => entry.folder === "checkpoints");
    // Looked at again: a writer may have added to the ledger meanwhile.
    for (const entry of entriesOf(folder, "")) if (!("folder" in entry)) yield entry;
    yield* folders.filter((entry) => entry.folder !== "checkpoints" && !skipped.includes(entry.folder));
  }

  async function* read(path: string): AsyncGenerator<Uint8Array> {
    const file = await open(join(folder, path), openFlags);
    try {
      if (!(await file.stat()).isFile()) throw new RangeError("expected a regular file; found something else");
      const chunk = Buffer.allocUnsafe(readBytes);
      for (let at = 0; ;) {
        const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield chunk.subarray(0, bytesRead);
        await turn();
      }
    } finally {
      await file.close();
    }
  }

  async function compare(files: readonly NamedFile[], on: OnCompared): Promise<void> {
    if (pool !== undefined) {
      const asked = new Set(files.map(({ path }) => path));
      for (const one of files) if (!begun.has(one.path)) pool.add(one);
      return pool.finish({
        ...on,
        differs(path, found) {
          if (asked.has(path)) on.differs(path, found);
        },
      });
    }
    for (const { path, object } of files) {
      await turn();
      let bytes = 0;
      let found: Parameters<OnCompared["differs"]>[1];
      try {
        found = { digits: hashFile(join(folder, path), (count) => (bytes += count)) };
      } catch (error) {
        found = { unreadable: error instanceof Error ? error.message : String(error) };
      }
      on.read(bytes, 1);
      if ("unreadable" in found || `sha256:${found.digits}` !== object) on.differs(path, found);
    }
  }

  return {
    list,
    read,
    compare,
    close: async () => pool?.close(),
  };
}

type Entry = FoundFile | OddEntry | { readonly folder: string };

function readable(folder: string, path: string): Entry[] {
  try {
    return entriesOf(folder, path);
  } catch (error) {
    // A folder that a writer took away in the meantime was none of the case's.
    return (error as { code?: unknown }).code === "ENOENT" ? [] : [{ path, odd: "unreadable" }];
  }
}

/** What Node puts in the place of bytes that are not UTF-8; the file is then not reached under that name. */
const replaced = "\ufffd";

/** The kinds of entries come with their sizes: asked for with the names, they took as long as all else of listing 20,000 files. */
function entriesOf(folder: string, path: string): Entry[] {
  const names = readdirSync(join(folder, path));
  if (names.some((name) => name.includes(replaced))) return oddlyNamed(folder, path);
  return names.flatMap((name) => entryOf(folder, path === "" ? name : `${path}/${name}`));
}

/** The same with names read as bytes, which are looked at one by one. */
function oddlyNamed(folder: string, path: string): Entry[] {
  return readdirSync(join(folder, path), { encoding: "buffer" }).flatMap((bytes) => {
    const name = decodeUtf8(bytes);
    const below = `${path === "" ? "" : `${path}/`}${name ?? bytes.toString("utf8")}`;
    return name === undefined ? [{ path: below, odd: "name-not-utf-8" }] : entryOf(folder, below);
  });
}

/** Empty when it is gone between the two calls: a writer's temporary file. */
function entryOf(folder: string, path: string): Entry[] {
  const stat = lstatSync(`${folder}${sep}${path}`, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isDirectory()) return [{ folder: path }];
  return [stat.isFile() ? { path, size: stat.size } : { path, odd: oddOf(stat) }];
}

function oddOf(entry: {
  isSymbolicLink(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
  isBlockDevice(): boolean;
  isCharacterDevice(): boolean;
}) {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isFIFO()) return "pipe";
  if (entry.isSocket()) return "socket";
  return entry.isBlockDevice() || entry.isCharacterDevice() ? "device" : "other";
}
