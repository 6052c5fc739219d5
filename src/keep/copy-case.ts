/**
 * Copies a case and checks every byte on the way. What is at the destination already is hashed and kept when it is
 * what its name says; so a stopped copy goes on, and a copy that was altered is found. `derived/`, locks, temporary
 * files and `private.age` stay behind: the first can be made again, the last is copied on purpose or not at all.
 */
import { createHash } from "node:crypto";
import { closeSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import { readCaseCard } from "../formats/case-folder/case-card.ts";
import { codeOf, inParallel, namedFailure, removeIfThere, replaceFile, syncFolder, syncOpenFile, writeWhole } from "./durable.ts";
import { scanLedger } from "./scan-ledger.ts";
import { digestOfFile, openVaultFolder } from "./vault-folder.ts";
import { writerState } from "./writer-state.ts";

export interface CopyOptions {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
}

export interface CaseCopied {
  /** Objects at the destination whose bytes have the hash that names them. */
  readonly objects: number;
  /** Of those, how many were copied now. */
  readonly copied: number;
  readonly seq: number;
  readonly head: string;
}

/** Objects between two syncs: little to copy again after a stop. */
const groupObjects = 512;

/**
 * Throws CaseError OBJECT_HASH_MISMATCH naming an object that is altered at the source, LEDGER_* for a ledger that does
 * not hold, PATH_REFUSED when another case or anything else is at `to`. The card is written last: a stopped copy is no case.
 */
export async function copyCaseFolder(from: string, to: string, o: CopyOptions): Promise<CaseCopied> {
  const [source, target] = [resolve(from), resolve(to)];
  const card = readCard(source);
  const ledger = await scanLedger(join(source, "ledger.jsonl"), undefined);
  if (ledger.head === undefined) throw new CaseError("LEDGER_TAIL_TORN", "ledger.jsonl: expected at least line 1; found no whole line");
  try {
    demandDestination(target, card);
    mkdirSync(join(target, "objects"), { recursive: true });
    mkdirSync(join(target, "checkpoints"), { recursive: true });
    // The ledger first as it was when the copy began: objects that later lines name may not have been seen.
    const lines = (await readFile(join(source, "ledger.jsonl"))).subarray(0, ledger.bytes);
    const { objects, copied } = await copyObjects(source, target, o);
    for (const name of readdirSync(join(source, "checkpoints")).sort()) {
      await replaceFile(join(target, "checkpoints", name), readFileSync(join(source, "checkpoints", name)));
    }
    if (!o.signal.aborted) {
      await replaceFile(join(target, "ledger.jsonl"), lines);
      await replaceFile(join(target, "witnessmark.json"), readFileSync(join(source, "witnessmark.json")));
      await syncFolder(dirname(target));
    }
    return { objects, copied, ...ledger.head };
  } catch (error) {
    throw namedFailure(error, "copying the case");
  }
}

function readCard(source: string) {
  try {
    return readCaseCard(readFileSync(join(source, "witnessmark.json")));
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
    throw new CaseError("CASE_NOT_FOUND", `${source}: expected a case (a folder with witnessmark.json); found none`, { cause: error });
  }
}

function demandDestination(target: string, card: { caseId: string }): void {
  let names: string[];
  try {
    names = readdirSync(target);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (names.includes("witnessmark.json")) {
    const there = readCaseCard(readFileSync(join(target, "witnessmark.json")));
    if (there.caseId === card.caseId) return;
    throw new CaseError("PATH_REFUSED", `${target}: expected a copy of this case or nothing; found another case`);
  }
  const other = names.filter((name) => !["objects", "checkpoints", "ledger.jsonl"].includes(name) && !name.endsWith(".tmp"));
  if (other.length > 0) throw new CaseError("PATH_REFUSED", `${target}: expected a copy of this case or nothing; found other files`);
}

async function copyObjects(source: string, target: string, o: CopyOptions): Promise<{ objects: number; copied: number }> {
  const vault = openVaultFolder({ folder: source, state: writerState("copying"), onAltered: () => undefined });
  const all: Digest[] = [];
  for await (const object of vault.list()) all.push(object);
  let objects = 0;
  let copied = 0;
  for (let at = 0; at < all.length && !o.signal.aborted; at += groupObjects) {
    const fresh: Digest[] = [];
    await inParallel(all.slice(at, at + groupObjects), 2, async (object) => {
      if (o.signal.aborted) return;
      const path = join(target, "objects", objectPathOf(object));
      if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && (await digestOfFile(path)) === object) {
        objects++;
        return;
      }
      await copyObject(vault.read(object), path, object);
      fresh.push(object);
      objects++;
      copied++;
      o.onProgress(objects / all.length, `${objects} of ${all.length} objects`);
    });
    const parents = new Set(fresh.map((object) => dirname(join(target, "objects", objectPathOf(object)))));
    if (parents.size > 0) await syncFolder(join(target, "objects"));
    await inParallel([...parents], 16, syncFolder);
  }
  return { objects, copied };
}

async function copyObject(bytes: AsyncIterable<Uint8Array>, path: string, object: Digest): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  removeIfThere(temporary);
  const fd = openSync(temporary, "wx", 0o444);
  try {
    const hash = createHash("sha256");
    for await (const chunk of bytes) {
      writeWhole(fd, chunk);
      hash.update(chunk);
    }
    const found = `sha256:${hash.digest("hex")}`;
    if (found !== object)
      throw new CaseError("OBJECT_HASH_MISMATCH", `object ${object}: expected bytes with that hash; found ${found} at the source`);
    await syncOpenFile(fd, "a copied object");
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
}
