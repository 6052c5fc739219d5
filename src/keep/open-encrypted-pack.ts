/**
 * Opens a pack that was encrypted to somebody: decrypts with age and unpacks the tar into a new folder. The file is foreign: nothing but
 * files is taken from it, nothing outside the folder is touched, and until every byte was there and authentic the folder has no name.
 */
import { Decrypter } from "age-encryption";
import { closeSync, createReadStream, lstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import { Readable } from "node:stream";
import { basename, dirname, join } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { readTar, TarRefused } from "../formats/tar/read-tar.ts";
import { makeFolders, namedFailure, syncFolder, syncOpenFile, writeWhole } from "./durable.ts";

/** More than any pack has; an archive of empty files would fill a disk with their names. */
const mostFiles = 1_000_000;

export interface OpenEncrypted {
  readonly file: string;
  /** Text of an identity file of age: lines of AGE-SECRET-KEY-..., comments with #. */
  readonly identities: string;
  /** Folder; must not exist. */
  readonly out: string;
  readonly signal: Cancellation;
  readonly onProgress: (detail: string) => void;
}

/** Throws CaseError INPUT_INVALID for no identity, a file that none of them opens, or one that is damaged; PATH_REFUSED, DISK_FULL; AbortError. */
export async function openEncryptedPack({
  file,
  identities,
  out,
  signal,
  onProgress,
}: OpenEncrypted): Promise<{ files: number; bytes: number }> {
  if (lstatSync(out, { throwIfNoEntry: false }) !== undefined)
    throw new CaseError("PATH_REFUSED", `${out}: expected nothing there yet; found something`);
  const decrypter = new Decrypter();
  for (const identity of readIdentities(identities)) decrypter.addIdentity(identity);
  const partial = join(dirname(out), `.${basename(out)}.opening-${process.pid}`);
  await makeFolders(dirname(out));
  mkdirSync(partial, { mode: 0o700 });
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 });
  try {
    const plain = await decrypter.decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>).catch((error: unknown) => {
      throw unreadable(file, error);
    });
    const folders = new Set<string>();
    let [files, bytes] = [0, 0];
    for await (const entry of readTar(authentic(file, plain, signal))) {
      if (files >= mostFiles) throw new TarRefused(`expected at most ${mostFiles} files; found more`);
      const free = freeBytes(partial);
      if (entry.size > free)
        throw new CaseError("DISK_FULL", `${out}: expected room for the next file, ${entry.size} bytes; found ${free}`);
      const path = join(partial, entry.path);
      mkdirSync(dirname(path), { recursive: true });
      folders.add(dirname(path));
      const fd = openSync(path, "wx", 0o644);
      try {
        for await (const piece of entry.bytes) writeWhole(fd, piece);
        await syncOpenFile(fd, "a file of the pack");
      } finally {
        closeSync(fd);
      }
      files++;
      bytes += entry.size;
      onProgress(`${files} files`);
    }
    for (const folder of [...folders, partial]) await syncFolder(folder);
    renameSync(onlyFolderIn(partial) ?? partial, out);
    await syncFolder(dirname(out));
    return { files, bytes };
  } catch (error) {
    if (error instanceof TarRefused) throw new CaseError("INPUT_INVALID", `${basename(file)}: ${error.message}`, { cause: error });
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new CaseError("INPUT_INVALID", `${basename(file)}: expected each file once; found one twice`, { cause: error });
    throw namedFailure(error, "unpacking");
  } finally {
    source.destroy();
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Asked before each file: an archive that says more than there is room for is refused before it is written. */
function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** A pack is packed with its own name around it; whoever opens it says what it is to be called. */
function onlyFolderIn(folder: string): string | undefined {
  const [only, ...others] = readdirSync(folder, { withFileTypes: true });
  return only?.isDirectory() === true && others.length === 0 ? join(folder, only.name) : undefined;
}

/** What a damaged or cut file throws while it streams is the file's fault. */
async function* authentic(file: string, plain: ReadableStream<Uint8Array>, signal: Cancellation): AsyncGenerator<Uint8Array> {
  const reader = plain.getReader();
  try {
    for (;;) {
      if (signal.aborted) {
        const error = new Error("opening was stopped");
        error.name = "AbortError";
        throw error;
      }
      const next = await reader.read().catch((error: unknown) => {
        throw unreadable(file, error);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function unreadable(file: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== undefined) return error;
  const why =
    error instanceof Error && /no identity/i.test(error.message)
      ? "one that none of these identities opens"
      : "one that is damaged, cut short or no file of age";
  return new CaseError("INPUT_INVALID", `${basename(file)}: expected a pack that was encrypted with age; found ${why}`, { cause: error });
}

function readIdentities(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length === 0 || !lines.every((line) => /^AGE-SECRET-KEY-/.test(line)))
    throw new CaseError("INPUT_INVALID", "identity file: expected lines of AGE-SECRET-KEY-... and comments; found something else");
  return lines;
}
