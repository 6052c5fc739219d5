/**
 * A finished pack as one file that only its recipients open: a tar of the folder, encrypted with age. Written under another name,
 * durable, read back and compared with what was written, then renamed. Pieces of files are all that is in memory. The folder stays as
 * it is: what is to be unreadable there is for whoever keeps it to remove.
 */
import { Encrypter } from "age-encryption";
import { createHash } from "node:crypto";
import { closeSync, constants, lstatSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { EncryptedPackFile } from "../core/edition/encrypted-pack.ts";
import type { Digest } from "../core/hash/digest.ts";
import { refusedPath } from "../formats/bagit/manifest.ts";
import { tarEnd, tarHeader, tarPadding } from "../formats/tar/tar-header.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { namedFailure, syncFolder, syncOpenFile, writeWhole } from "./durable.ts";

export interface EncryptRequest {
  /** Folder of the pack. */
  readonly pack: string;
  /** The file; must not exist. */
  readonly out: string;
  /** "age1...". */
  readonly recipients: readonly string[];
  readonly signal: Cancellation;
  readonly onProgress: (share: number, detail: string) => void;
}

const pieceBytes = 1024 * 1024;
const bufferBytes = 1024 * 1024;

/** Before anything is written. Throws CaseError INPUT_INVALID naming the place of the recipient in the list, never what was given: it may be an identity. */
export function demandRecipients(recipients: readonly string[]): void {
  if (recipients.length === 0) throw new CaseError("INPUT_INVALID", "recipients: expected one at least; found none");
  for (const [at, recipient] of recipients.entries()) {
    try {
      new Encrypter().addRecipient(recipient);
    } catch {
      const found = /^AGE-SECRET-KEY-/i.test(recipient)
        ? "an identity: that is the secret half, and stays with the recipient"
        : "something else";
      throw new CaseError("INPUT_INVALID", `recipient ${at + 1}: expected a recipient of age (age1...); found ${found}`);
    }
  }
}

/** Throws CaseError PATH_REFUSED, INPUT_INVALID, SOURCE_CHANGED_WHILE_READ, DISK_FULL; AbortError once the signal is given. */
export async function encryptPack(request: EncryptRequest): Promise<EncryptedPackFile> {
  const { pack, out, recipients, signal, onProgress } = request;
  demandRecipients(recipients);
  demandFree(out);
  const files = filesOf(pack);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const partial = join(dirname(out), `.${basename(out)}.encrypting-${process.pid}`);
  const fd = openSync(partial, "wx", 0o600);
  try {
    const plain = ReadableStream.from(
      tarOf(pack, files, signal, (done) => onProgress(total === 0 ? 1 : done / total, `${files.length} files`)),
    );
    const written = await writeStream(fd, await encrypter.encrypt(plain as ReadableStream<Uint8Array>));
    await syncOpenFile(fd, "the encrypted pack");
    const readBack = await digestOfFile(partial);
    if (readBack !== written)
      throw new CaseError(
        "OBJECT_HASH_MISMATCH",
        `${basename(out)}: expected to read back what was written (${written}); found ${readBack}`,
      );
    demandFree(out);
    renameSync(partial, out);
    await syncFolder(dirname(out));
    return { out, files: files.length, bytes: lstatSync(out).size, digest: written };
  } catch (error) {
    rmSync(partial, { force: true });
    throw namedFailure(error, "encrypting the pack");
  } finally {
    closeSync(fd);
  }
}

function demandFree(out: string): void {
  if (lstatSync(out, { throwIfNoEntry: false }) !== undefined)
    throw new CaseError("PATH_REFUSED", `${out}: expected nothing there yet; found something. An encrypted pack is never written over.`);
}

interface PackFile {
  /** Below the folder. */
  readonly path: string;
  readonly size: number;
}

/** In the order of their paths. */
function filesOf(pack: string): PackFile[] {
  if (lstatSync(pack, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CaseError("CASE_NOT_FOUND", `${pack}: expected the folder of a pack; found none`);
  // A case folder holds what never goes into a pack.
  if (lstatSync(join(pack, "bagit.txt"), { throwIfNoEntry: false })?.isFile() !== true)
    throw new CaseError(
      "PACK_INVALID",
      `${pack}: expected a sealed pack (a folder with bagit.txt); found another folder. Seal a pack of the case first.`,
    );
  const files: PackFile[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(pack, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (!entry.isFile() || refusedPath(path) !== undefined)
        throw new CaseError("PATH_REFUSED", `${pack}: expected files of a pack alone; found a link, a device or a name that no pack has`);
      else files.push({ path, size: lstatSync(join(pack, path)).size });
    }
  };
  walk("");
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function* tarOf(
  pack: string,
  files: readonly PackFile[],
  signal: Cancellation,
  onBytes: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  const top = basename(pack);
  let done = 0;
  for (const { path, size } of files) {
    if (signal.aborted) throw aborted();
    yield tarHeader({ path: `${top}/${path}`, size });
    const file = await open(join(pack, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      let left = size;
      while (left > 0) {
        if (signal.aborted) throw aborted();
        // A piece of its own each time: whoever encrypts keeps it for a while.
        const piece = Buffer.allocUnsafe(Math.min(pieceBytes, left));
        const { bytesRead } = await file.read(piece, 0, piece.length);
        if (bytesRead === 0) break;
        left -= bytesRead;
        done += bytesRead;
        yield piece.subarray(0, bytesRead);
        onBytes(done);
      }
      if (left > 0 || (await file.stat()).size !== size)
        throw new CaseError("SOURCE_CHANGED_WHILE_READ", `${pack}: expected its files to stay as they are; one changed while it was read`);
    } finally {
      await file.close();
    }
    yield tarPadding(size);
  }
  yield tarEnd;
}

/** Hashes what it writes. */
async function writeStream(fd: number, bytes: AsyncIterable<Uint8Array>): Promise<Digest> {
  const running = createHash("sha256");
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const flush = () => {
    const piece = Buffer.concat(held);
    running.update(piece);
    writeWhole(fd, piece);
    held = [];
    heldBytes = 0;
  };
  for await (const piece of bytes) {
    held.push(piece);
    heldBytes += piece.length;
    if (heldBytes >= bufferBytes) flush();
  }
  flush();
  return `sha256:${running.digest("hex")}`;
}

function aborted(): Error {
  const error = new Error("encrypting was stopped");
  error.name = "AbortError";
  return error;
}
