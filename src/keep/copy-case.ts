/**
 * Copies a case and checks every byte on the way. What is at the destination already is hashed and kept when it is
 * what its name says; so a stopped copy goes on, and a copy that was altered is found. `derived/`, locks, temporary
 * files and `private.age` stay behind: the first can be made again, the last is copied on purpose or not at all.
 */
import { createHash } from "node:crypto";
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { HeadRef } from "../core/ledger/ledger-line.ts";
import { readCaseCard } from "../formats/case-folder/case-card.ts";
import { objectsExpected } from "../formats/case-folder/objects-expected.ts";
import { type CaseLock, lockCase } from "./case-lock.ts";
import {
  codeOf,
  inParallel,
  makeFolders,
  makeIfMissing,
  namedFailure,
  removeIfThere,
  replaceFile,
  syncFile,
  syncFolder,
  syncOpenFile,
  writeWhole,
} from "./durable.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { readLines } from "./read-lines.ts";
import { scanLedger } from "./scan-ledger.ts";
import { openVaultFolder } from "./vault-folder.ts";
import { writerState } from "./writer-state.ts";

export interface CopyOptions {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
  /** Says in the source that this copy was made. What that adds to the source goes into the copy too, so that the two stay one history. */
  readonly record?: (copied: CaseCopied) => Promise<void>;
}

export interface CaseCopied {
  /** Objects at the destination whose bytes have the hash that names them. */
  readonly objects: number;
  /** Of those, how many were copied now. */
  readonly copied: number;
  /** Objects that lines name and that are not at the source. The copy holds all else. */
  readonly missing: readonly Digest[];
  readonly seq: number;
  readonly head: Digest;
}

/** Objects between two syncs: little to copy again after a stop. */
const groupObjects = 512;
/** Objects under way at the same time: the disk merges syncs that arrive together. */
const objectsAtOnce = 16;

/**
 * Throws CaseError OBJECT_HASH_MISMATCH naming the objects that are altered at the source, after all others are copied;
 * LEDGER_* for a ledger that does not hold, PATH_REFUSED when another case or anything else is at `to`, or a copy in which
 * somebody went on; CASE_IN_USE while somebody writes there. The card is written last: a stopped copy is no case.
 */
export async function copyCaseFolder(from: string, to: string, o: CopyOptions): Promise<CaseCopied> {
  const [source, target] = [resolve(from), resolve(to)];
  const card = readCard(source);
  await scanSource(source);
  let lock: CaseLock | undefined;
  try {
    await makeFolders(target);
    const found = demandDestination(target, card);
    lock = lockCase(target, card.title);
    if (found === "a copy") await demandNothingNew(source, target);
    for (const name of ["objects", "checkpoints"]) makeIfMissing(join(target, name));
    const sure = new Set<Digest>();
    const done = await copyState(source, target, sure, o);
    if (o.signal.aborted || o.record === undefined) return done;
    await o.record(done);
    await copyState(source, target, sure, o);
    return done;
  } catch (error) {
    throw namedFailure(error, "copying the case");
  } finally {
    lock?.release();
  }
}

/** Copies the case as it is now; what is in `sure` was copied and checked before, and comes into it. */
async function copyState(source: string, target: string, sure: Set<Digest>, o: CopyOptions): Promise<CaseCopied> {
  // The ledger as it was when the copy began: objects that later lines name may not have been seen.
  const ledger = await scanSource(source);
  const lines = (await readFile(join(source, "ledger.jsonl"))).subarray(0, ledger.bytes);
  const { objects, copied } = await copyObjects(source, target, sure, o);
  if (!o.signal.aborted) {
    for (const name of notesIn(join(source, "checkpoints"))) {
      await replaceFile(join(target, "checkpoints", name), readFileSync(join(source, "checkpoints", name)));
    }
    await replaceFile(join(target, "ledger.jsonl"), lines);
    await replaceFile(join(target, "witnessmark.json"), readFileSync(join(source, "witnessmark.json")));
    await syncFolder(dirname(target));
  }
  const expected = await objectsExpected(linesUpTo(source, ledger.bytes));
  const missing = o.signal.aborted ? [] : [...expected].filter((object) => !sure.has(object)).sort();
  return { objects, copied, missing, ...ledger.head };
}

async function scanSource(source: string): Promise<{ bytes: number; head: HeadRef }> {
  const { bytes, head } = await scanLedger(join(source, "ledger.jsonl"), undefined);
  if (head === undefined) throw new CaseError("LEDGER_TAIL_TORN", "ledger.jsonl: expected at least line 1; found no whole line");
  return { bytes, head };
}

async function* linesUpTo(source: string, end: number) {
  for await (const { line } of readLines(join(source, "ledger.jsonl"), { offset: 0, previous: undefined }, end)) yield line;
}

function readCard(source: string) {
  try {
    return readCaseCard(readFileSync(join(source, "witnessmark.json")));
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
    throw new CaseError("CASE_NOT_FOUND", `${source}: expected a case (a folder with witnessmark.json); found none`, { cause: error });
  }
}

function demandDestination(target: string, card: { caseId: string }): "a copy" | "nothing yet" {
  const names = readdirSync(target);
  if (names.includes("witnessmark.json")) {
    const there = readCaseCard(readFileSync(join(target, "witnessmark.json")));
    if (there.caseId === card.caseId) return "a copy";
    throw new CaseError("PATH_REFUSED", `${target}: expected a copy of this case or nothing; found another case`);
  }
  const other = names.filter((name) => !["objects", "checkpoints", "ledger.jsonl", "lock.sqlite"].includes(name) && !name.endsWith(".tmp"));
  if (other.length > 0) throw new CaseError("PATH_REFUSED", `${target}: expected a copy of this case or nothing; found other files`);
  return "nothing yet";
}

/** A copy in which somebody went on holds lines that the source has not; writing over it would lose them. */
async function demandNothingNew(source: string, target: string): Promise<void> {
  const there = await scanLedger(join(target, "ledger.jsonl"), undefined);
  if (there.head === undefined) return;
  for await (const { line } of readLines(join(source, "ledger.jsonl"), { offset: 0, previous: undefined })) {
    if (line.head.seq === there.head.seq && line.headDigest === there.head.head) return;
  }
  throw new CaseError(
    "PATH_REFUSED",
    `${target}: expected an earlier state of this case; found ${there.head.seq} lines that are not all in the source. Somebody went on in that copy; nothing was written over.`,
  );
}

/** Without the temporary files that a stopped writer left. */
function notesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

async function copyObjects(
  source: string,
  target: string,
  sure: Set<Digest>,
  o: CopyOptions,
): Promise<{ objects: number; copied: number }> {
  const vault = openVaultFolder({ folder: source, state: writerState("copying"), onAltered: () => undefined });
  const all: Digest[] = [];
  for await (const object of vault.list()) if (!sure.has(object)) all.push(object);
  const altered: Digest[] = [];
  let objects = 0;
  let copied = 0;
  for (let at = 0; at < all.length && !o.signal.aborted; at += groupObjects) {
    const group = all.slice(at, at + groupObjects);
    const parents = new Set(group.map((object) => dirname(join(target, "objects", objectPathOf(object)))));
    for (const parent of parents) makeIfMissing(parent);
    await inParallel(group, objectsAtOnce, async (object) => {
      if (o.signal.aborted) return;
      const path = join(target, "objects", objectPathOf(object));
      if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && (await digestOfFile(path)) === object) {
        await syncFile(path, "an object of the copy");
      } else if (await copyObject(vault.read(object), path, object, o.signal)) copied++;
      else if (o.signal.aborted) return;
      else return void altered.push(object);
      objects++;
      sure.add(object);
      o.onProgress(objects / all.length, `${objects} of ${all.length} objects`);
    });
    // Also where nothing was copied now: an earlier copy may have been stopped before its names were sure.
    await syncFolder(join(target, "objects"));
    await inParallel([...parents], 16, syncFolder);
  }
  if (altered.length > 0) throw alteredAtSource(altered);
  return { objects, copied };
}

function alteredAtSource(altered: readonly Digest[]): CaseError {
  const named = altered.slice(0, 20).join(", ");
  const more = altered.length > 20 ? ` and ${altered.length - 20} more` : "";
  return new CaseError(
    "OBJECT_HASH_MISMATCH",
    `copying the case: expected every object at the source to have the hash that names it; found ${altered.length} altered: ${named}${more}. All others are copied; put sound bytes in their place and copy again.`,
  );
}

/** False when the bytes at the source are not the ones that the name states, or the person stopped; nothing is left then. */
async function copyObject(bytes: AsyncIterable<Uint8Array>, path: string, object: Digest, signal: Cancellation): Promise<boolean> {
  const temporary = `${path}.tmp`;
  removeIfThere(temporary);
  const fd = openSync(temporary, "wx", 0o444);
  try {
    const hash = createHash("sha256");
    for await (const chunk of bytes) {
      if (signal.aborted) break;
      writeWhole(fd, chunk);
      hash.update(chunk);
    }
    if (`sha256:${hash.digest("hex")}` !== object) {
      removeIfThere(temporary);
      return false;
    }
    await syncOpenFile(fd, "a copied object");
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
  return true;
}
