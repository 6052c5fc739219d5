/**
 * A real folder as verifying reads it. Links are never followed and devices never opened: what is listed is a regular file,
 * and it is opened so that a link put in its place meanwhile is refused.
 */
import { lstatSync, readdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import { looksLikePack } from "../../formats/bagit/pack-files.ts";
import type { CaseFiles, FoundFile, OddEntry } from "../case-files.port.ts";
import { hashFile, openFlags } from "./hash-file.ts";
import { createHashPool, type HashPool } from "./hash-pool.ts";

/** So much of the ledger is checked without a turn of the loop, in which threads that hash are given more to do. */
const readBytes = 256 * 1024;
/** With fewer files and bytes than this, starting threads takes longer than it saves. */
const threadsFrom = { files: 400, bytes: 128 * 1024 * 1024 };
/** How long reading may hold the event loop before others get a turn, in milliseconds. */
const turnMs = 12;

export interface FolderFiles extends CaseFiles {
  /** Ends what was started to read it. */
  close(): Promise<void>;
}

export function folderFiles(folder: string): FolderFiles {
  let turnEnds = performance.now() + turnMs;
  let pool: HashPool | undefined;

  async function turn(): Promise<void> {
    if (performance.now() < turnEnds) return;
    await setImmediate();
    turnEnds = performance.now() + turnMs;
  }

  async function* below(path: string, signal: Cancellation | undefined): AsyncGenerator<FoundFile | OddEntry> {
    if (signal?.aborted === true) return;
    await turn();
    for (const entry of readable(folder, path)) {
      if ("folder" in entry) yield* below(entry.folder, signal);
      else yield entry;
    }
  }

  async function* list(signal: Cancellation | undefined): AsyncGenerator<FoundFile | OddEntry> {
    const found = { files: 0, bytes: 0 };
    for await (const entry of inOrder(signal)) {
      found.files++;
      if ("size" in entry) found.bytes += entry.size;
      yield entry;
    }
    if (found.files >= threadsFrom.files || found.bytes >= threadsFrom.bytes) pool ??= createHashPool();
  }

  /** The order that the port asks for, and without what is never evidence in a case folder: it can be large. */
  async function* inOrder(signal: Cancellation | undefined): AsyncGenerator<FoundFile | OddEntry> {
    const top = entriesOf(folder, "");
    const names = new Set(top.map((entry) => ("folder" in entry ? entry.folder : entry.path)));
    const asPack = looksLikePack(names) || names.has("data");
    // Neither: whoever pointed here by mistake does not wait for all of a disk to be walked.
    const walked = asPack || names.has("witnessmark.json") || names.has("ledger.jsonl");
    const skipped = asPack ? [] : ["derived", "incoming"];
    if (walked && names.has("checkpoints")) yield* below("checkpoints", signal);
    for (const entry of entriesOf(folder, "")) if (!("folder" in entry)) yield entry;
    for (const name of names) {
      if (!walked || name === "checkpoints" || skipped.includes(name)) continue;
      if (top.some((entry) => "folder" in entry && entry.folder === name)) yield* below(name, signal);
    }
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

  async function digest(path: string, onBytes: (count: number) => void): Promise<Uint8Array> {
    if (pool !== undefined) return pool.digest(join(folder, path), onBytes);
    await turn();
    return hashFile(join(folder, path), onBytes);
  }

  return {
    list,
    read,
    digest,
    get lanes() {
      return pool?.lanes ?? 1;
    },
    close: async () => pool?.close(),
  };
}

function readable(folder: string, path: string): ReturnType<typeof entriesOf> {
  try {
    return entriesOf(folder, path);
  } catch (error) {
    // A folder that a writer took away in the meantime was none of the case's.
    return (error as { code?: unknown }).code === "ENOENT" ? [] : [{ path, odd: "unreadable" }];
  }
}

/** Names are read as bytes: Node turns those that are not UTF-8 into others under which nothing can be opened. */
function entriesOf(folder: string, path: string): (FoundFile | OddEntry | { readonly folder: string })[] {
  const entries = readdirSync(join(folder, path), { withFileTypes: true, encoding: "buffer" });
  const found: (FoundFile | OddEntry | { readonly folder: string })[] = [];
  for (const entry of entries) {
    const name = decodeUtf8(entry.name);
    const below = `${path === "" ? "" : `${path}/`}${name ?? entry.name.toString("utf8")}`;
    if (name === undefined) found.push({ path: below, odd: "name-not-utf-8" });
    else if (entry.isDirectory()) found.push({ folder: below });
    else if (entry.isFile()) {
      const stat = lstatSync(join(folder, below), { throwIfNoEntry: false });
      // Gone between the two calls: a writer's temporary file.
      if (stat !== undefined) found.push({ path: below, size: stat.size });
    } else found.push({ path: below, odd: oddOf(entry) });
  }
  return found;
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
