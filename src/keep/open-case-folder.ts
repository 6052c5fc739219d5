/**
 * A case as a folder, made or opened. Opening checks the card, the whole chain and what a stopped writer left,
 * and compares the history with the one this program saw last.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { toHex } from "../core/bytes/hex.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { DerivedStore } from "../core/derived/derived.port.ts";
import type { SourceMemory } from "../core/collection/source.port.ts";
import { type CaseId, type EntryDraft } from "../core/entry/entry.ts";
import type { PersonId } from "../core/key/key.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import type { Ledger } from "../core/ledger/ledger.port.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { type CaseCard, readCaseCard, writeCaseCard } from "../formats/case-folder/case-card.ts";
import { sealValue } from "../formats/ledger/seal-value.ts";
import { keyIdOf } from "../formats/ledger/sign-body.ts";
import { findOrphans } from "./find-orphans.ts";
import { type CaseLock, lockCase } from "./case-lock.ts";
import { openDerivedFolder } from "./derived-folder.ts";
import { codeOf, makeFolders, makeIfMissing, namedFailure, replaceFile, syncFile, syncFolder } from "./durable.ts";
import { noFacts } from "./ledger-facts.ts";
import { type LedgerFile, type LedgerWriter, type OpenedLedger, openLedgerFile } from "./ledger-file.ts";
import type { Identity } from "./person-keys.ts";
import { placeOf } from "./place-of-person.ts";
import { type RememberedHead, readRememberedHead, writeRememberedHead } from "./remembered-heads.ts";
import { demandContinues, scanLedger, type ScannedLedger } from "./scan-ledger.ts";
import { random, sha256 } from "./sha256.ts";
import { openSourceMemory } from "./source-memory.ts";
import { openVaultFolder, removeLeftovers, type VaultFolder } from "./vault-folder.ts";
import { type StageObserver, type WriterState, writerState } from "./writer-state.ts";

export interface Finding {
  readonly tone: "fine" | "unknown" | "attention";
  readonly code: string;
  readonly text: string;
}

export interface CaseFolder {
  readonly path: string;
  readonly caseId: CaseId;
  readonly title: string;
  /** The local person: whoever opened it. A reader whose key the case does not know reads as its first person. */
  readonly person: PersonId;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly derived: DerivedStore;
  readonly sourceMemory: SourceMemory;
  /** True for a reader, and for a writer after a failed sync. */
  readonly readOnly: boolean;
  readonly readOnlyBecause?: string | undefined;
  /** What opening found, and what writing met since. */
  readonly findings: readonly Finding[];
  onAppend(listener: (lines: readonly LedgerLine[]) => void): () => void;
  /** Removes body, salt and opened values of a line after its `entry.erased`. */
  reduceToHead(seq: number): Promise<void>;
  close(): Promise<void>;
}

export interface OpenCaseOptions {
  readonly path: string;
  readonly access: "write" | "read";
  /** Needed to write. */
  readonly identity?: Identity;
  readonly clock: Clock;
  /** Where this program keeps what it remembers of cases; outside every case. */
  readonly configFolder: string;
  /** Name and version, such as "witnessmark 0.1.0". */
  readonly program: string;
  /** Goes on although the history is not the one remembered, and says so in an entry. Needs write access. */
  readonly acceptHead?: { readonly reason: string };
  /** For tests: told of each step of writing. */
  readonly observe?: StageObserver;
}

export type CreateCaseOptions = Omit<OpenCaseOptions, "access" | "identity" | "acceptHead"> & {
  readonly title: string;
  readonly identity: Identity;
};

const ownNames = new Set(["ledger.jsonl", "objects", "checkpoints", "lock.sqlite", "derived", "incoming"]);
/** A ledger that was begun and never reported holds two lines; a longer one belongs to a case whose card is gone. */
const unreportedLedgerBytes = 4096;

/**
 * Makes a case in a folder that is empty or not there, and opens it for writing. A folder in which an earlier attempt
 * stopped before it was reported is finished. Throws CaseError PATH_REFUSED for a folder that holds anything else.
 */
export async function createCaseFolder(o: CreateCaseOptions): Promise<CaseFolder> {
  const path = resolve(o.path);
  demandEmpty(path);
  demandOutsideCases(path);
  let lock: CaseLock | undefined;
  try {
    await makeFolders(dirname(path));
    makeIfMissing(path);
    lock = lockCase(path, o.title);
    demandEmpty(path);
    makeIfMissing(join(path, "objects"));
    makeIfMissing(join(path, "checkpoints"));
    const card: CaseCard = { caseId: toHex(random(16)), formatVersion: 1, title: o.title };
    writeFileSync(join(path, "ledger.jsonl"), "");
    await writeFirstLines(path, card, o);
    // The card comes last, when all else is durable: a folder without one is no case yet.
    await syncFolder(path);
    await replaceFile(join(path, "witnessmark.json"), writeCaseCard(card));
    await syncFolder(dirname(path));
  } catch (error) {
    throw namedFailure(error, "making the case");
  } finally {
    lock?.release();
  }
  return openToWrite(path, { ...o, access: "write" }, "made-now");
}

function demandEmpty(path: string): void {
  let names: string[];
  try {
    names = readdirSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (names.includes("witnessmark.json")) throw new CaseError("PATH_REFUSED", `${path}: expected no case there yet; found one`);
  const other = names.filter((name) => !ownNames.has(name) && !/^\.[0-9a-f]{12}\.tmp$/.test(name));
  const begun = names.includes("ledger.jsonl") ? statSync(join(path, "ledger.jsonl")).size : 0;
  if (other.length > 0 || begun > unreportedLedgerBytes) {
    throw new CaseError("PATH_REFUSED", `${path}: expected an empty folder for the new case; found other files in it`);
  }
}

/** A case in a case would be listed as files of the outer one that nothing names. */
function demandOutsideCases(path: string): void {
  for (let at = dirname(path); dirname(at) !== at; at = dirname(at)) {
    if (existsSync(join(at, "witnessmark.json")) && existsSync(join(at, "ledger.jsonl"))) {
      throw new CaseError("PATH_REFUSED", `${path}: expected a place outside of every case; found it inside the case at ${at}`);
    }
  }
}

async function writeFirstLines(path: string, card: CaseCard, o: CreateCaseOptions): Promise<void> {
  const empty: OpenedLedger = { offsets: [], bytes: 0, head: undefined, facts: noFacts, prefix: createHash("sha256") };
  const { identity, clock } = o;
  const writer = { person: "p1" as PersonId, signer: identity.signer, caseId: card.caseId, clock };
  const ledger = openLedgerFile(join(path, "ledger.jsonl"), empty, { state: writerState(undefined), writer, observe: o.observe });
  try {
    await ledger.append([{ kind: "case.opened", data: card }, enrolment("p1", identity)]);
  } finally {
    await ledger.close();
  }
}

function enrolment(person: PersonId, { name, signer }: Identity): EntryDraft {
  const { sealed, opened } = sealValue(sha256, random, name);
  return { kind: "key.enrolled", data: { person, key: signer.publicKey, name: sealed }, opens: [opened] };
}

/**
 * Opens a case. Throws CaseError CASE_NOT_FOUND, CASE_FORMAT_UNKNOWN, CASE_IN_USE (to write while another writes),
 * CASE_TITLE_DISAGREES, LEDGER_* naming the line, HEAD_SHORTER_THAN_REMEMBERED or HEAD_DIFFERS_FROM_REMEMBERED.
 */
export async function openCaseFolder(o: OpenCaseOptions): Promise<CaseFolder> {
  const path = resolve(o.path);
  const card = await readCard(path);
  if (o.access === "read" && o.acceptHead !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      "accepting another history: expected the case open for writing, since it is an entry; found it read-only",
    );
  return o.access === "read" ? openParts(path, card, o, undefined) : openToWrite(path, o, "made-before");
}

async function openToWrite(path: string, o: OpenCaseOptions, when: "made-now" | "made-before"): Promise<CaseFolder> {
  const card = await readCard(path);
  if (o.identity === undefined) throw new CaseError("INPUT_INVALID", "opening a case to write: expected the person who writes; found none");
  const lock = lockCase(path, card.title);
  try {
    return await openParts(path, card, o, lock, when);
  } catch (error) {
    lock.release();
    throw error;
  }
}

export function isCase(path: string): boolean {
  return existsSync(join(path, "witnessmark.json"));
}

async function readCard(path: string): Promise<CaseCard> {
  try {
    return readCaseCard(readFileSync(join(path, "witnessmark.json")));
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
    throw new CaseError("CASE_NOT_FOUND", `${path}: expected a case (a folder with witnessmark.json); found none`, { cause: error });
  }
}

async function openParts(
  path: string,
  card: CaseCard,
  o: OpenCaseOptions,
  lock: CaseLock | undefined,
  when: "made-now" | "made-before" = "made-before",
): Promise<CaseFolder> {
  const ledgerPath = join(path, "ledger.jsonl");
  const writing = lock !== undefined;
  const remembered = await readRememberedHead(o.configFolder, card.caseId);
  const scanned = await scanOf(ledgerPath, remembered);
  await demandCardAgrees(ledgerPath, scanned, card);
  if (remembered !== undefined && o.acceptHead === undefined) demandContinues(scanned, remembered);

  const findings: Finding[] = [];
  const state = writerState(writing ? undefined : "a case opened for reading");
  const vault = openVaultFolder({
    folder: path,
    state,
    onAltered: (...two) => void findings.push(alteredFinding(...two)),
    observe: o.observe,
  });
  if (!writing && scanned.tail !== undefined) findings.push(tornFinding(scanned.tail.length));
  if (writing) {
    const leftovers = await removeLeftovers(path);
    if (leftovers > 0) findings.push(leftoverFinding(leftovers));
  }
  const ledger = await openLedger({ path, ledgerPath, card, o, state, scanned, vault, findings });
  const keys = ledger.mark().facts.keys;
  const own = o.identity === undefined ? undefined : keyIdOf(sha256, o.identity.signer.publicKey);
  const person = keys.find(({ key }) => key === own)?.person ?? "p1";
  const derived = openDerivedFolder(path, { readOnly: !writing });
  if (writing) {
    mkdirSync(join(path, "derived"), { recursive: true });
    if (remembered !== undefined && o.acceptHead !== undefined) await acceptHead(ledger, scanned, remembered, o.acceptHead.reason);
    await finishErasures(ledger, vault, derived, findings);
  }
  const orphans = writing ? await orphansOf(ledgerPath, vault, remembered, findings) : 0;
  if (remembered === undefined && when === "made-before") findings.push(firstSightFinding());
  const remember = rememberer(o.configFolder, card.caseId, ledger, writing, remembered);
  // What this program remembers must outlive a power cut no better than the ledger does: lines of a writer that
  // was stopped, or is at work, may not be on the disk yet.
  if (when === "made-before" && scanned.head?.head !== remembered?.head) await syncFile(ledgerPath, "ledger.jsonl");
  await remember.now("not-closed");
  const stop = ledger.onAppend(() => remember.soon());

  return {
    path,
    caseId: card.caseId,
    title: card.title,
    person,
    ledger,
    vault,
    derived,
    sourceMemory: await openSourceMemory(join(path, "derived", "source-memory"), { readOnly: !writing }),
    get readOnly() {
      return state.stoppedBecause !== undefined;
    },
    get readOnlyBecause() {
      return state.stoppedBecause;
    },
    findings,
    onAppend: (listener) => ledger.onAppend(listener),
    reduceToHead: (seq) => ledger.reduceToHead(seq),
    async close() {
      stop();
      vault.close();
      try {
        await ledger.close();
        const inOrder = writing && state.stoppedBecause === undefined;
        // Those that opening found may have been collected again or adopted since.
        const left = orphans === 0 || !inOrder ? orphans : (await findOrphans(ledgerPath, vault)).length;
        await remember.now(inOrder ? { orphans: left } : "not-closed");
      } finally {
        lock?.release();
      }
    },
  };
}

async function scanOf(ledgerPath: string, remembered: RememberedHead | undefined): Promise<ScannedLedger> {
  try {
    return await scanLedger(ledgerPath, remembered);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    throw new CaseError("CASE_NOT_FOUND", "ledger.jsonl: expected the ledger of the case; found none", { cause: error });
  }
}

async function demandCardAgrees(ledgerPath: string, scanned: ScannedLedger, card: CaseCard): Promise<void> {
  if (scanned.head === undefined) throw new CaseError("LEDGER_TAIL_TORN", "ledger.jsonl: expected at least line 1; found no whole line");
  const reader = openLedgerFile(ledgerPath, scanned, { state: writerState("checking") });
  for await (const { body } of reader.read(1)) {
    if (body?.kind !== "case.opened")
      throw new CaseError("LEDGER_BODY_UNKNOWN", "ledger line 1: expected case.opened; found another entry");
    if (body.data.caseId !== card.caseId || body.data.title !== card.title) {
      throw new CaseError("CASE_TITLE_DISAGREES", "witnessmark.json: expected the case id and title of ledger line 1; found others");
    }
    return;
  }
}

interface LedgerParts {
  readonly path: string;
  readonly ledgerPath: string;
  readonly card: CaseCard;
  readonly o: OpenCaseOptions;
  readonly state: WriterState;
  readonly scanned: ScannedLedger;
  readonly vault: VaultFolder;
  readonly findings: Finding[];
}

/** Opens the ledger; a writer sets a torn tail aside first, and enrols the person's key when the case does not know it. */
async function openLedger(parts: LedgerParts): Promise<LedgerFile> {
  const { ledgerPath, card, o, state, scanned, vault, findings } = parts;
  const { identity, clock, observe } = o;
  if (o.access === "read" || identity === undefined) return openLedgerFile(ledgerPath, scanned, { state });
  const place = placeOf(identity, scanned.facts);
  const kept = scanned.tail === undefined ? undefined : await keepTail(ledgerPath, scanned, vault);
  let { signer } = place;
  const writer: LedgerWriter = {
    person: place.person,
    caseId: card.caseId,
    clock,
    get signer() {
      return signer;
    },
  };
  const ledger = openLedgerFile(ledgerPath, scanned, { state, writer, observe });
  if (place.state === "new") await ledger.append([enrolment(place.person, identity)]);
  if (place.state === "replaced") {
    await ledger.append([place.replacement]);
    ({ signer } = identity);
    findings.push(replacedFinding());
  }
  if (kept !== undefined) {
    await ledger.append([{ kind: "tail.set-aside", data: kept }]);
    findings.push({
      tone: "attention",
      code: "tail-set-aside",
      text: `The ledger ended in ${kept.bytes} bytes that are no whole line, as a stopped writer leaves them. They are kept as an object and no longer part of the ledger.`,
    });
  }
  return ledger;
}

/** The bytes become an object before they leave the ledger, and they leave it by a replaced file: both are there or one is. */
async function keepTail(ledgerPath: string, scanned: ScannedLedger, vault: VaultFolder) {
  const bytes = await readFile(ledgerPath);
  const staged = await vault.stage(once(bytes.subarray(scanned.bytes)));
  await vault.commit([staged]);
  await replaceFile(ledgerPath, bytes.subarray(0, scanned.bytes));
  return { bytes: staged.size, kept: staged.digest };
}

async function acceptHead(ledger: LedgerFile, scanned: ScannedLedger, remembered: RememberedHead, reason: string): Promise<void> {
  const found = scanned.head;
  if (found === undefined || scanned.headAtRemembered?.head === remembered.head) return;
  await ledger.append([{ kind: "head.accepted", data: { remembered: { seq: remembered.seq, head: remembered.head }, found, reason } }]);
}

/** An erasure that was recorded and not finished is finished: the entry is durable, so the decision was made. */
async function finishErasures(ledger: LedgerFile, vault: Vault, derived: DerivedStore, findings: Finding[]): Promise<void> {
  const { facts } = ledger.mark();
  let finished = 0;
  for (const object of facts.erasedObjects) {
    if (!(await vault.has(object))) continue;
    await derived.removeAllOf(object);
    await vault.erase(object);
    finished++;
  }
  for (const seq of facts.erasedLines) {
    for await (const { body } of ledger.read(seq)) {
      if (body !== undefined) {
        await ledger.reduceToHead(seq);
        finished++;
      }
      break;
    }
  }
  if (finished > 0)
    findings.push({
      tone: "attention",
      code: "erasure-finished",
      text: `${finished} erasures that were recorded and not finished were finished now.`,
    });
}

/** Looks for objects without a line unless the last writer closed in order; then nothing can have been left. */
async function orphansOf(ledgerPath: string, vault: Vault, remembered: RememberedHead | undefined, findings: Finding[]): Promise<number> {
  const closed = remembered?.closed ?? "not-closed";
  const count = closed === "not-closed" ? (await findOrphans(ledgerPath, vault)).length : closed.orphans;
  if (count > 0) {
    findings.push({
      tone: "attention",
      code: "orphan-objects",
      text: `${count} objects are named by no line: a writer stopped before it recorded them. Collecting the same files again records them, or fixity --adopt does; nothing was deleted.`,
    });
  }
  return count;
}

/** Remembers the head outside the case: at once when told to, soon after appends. */
function rememberer(configFolder: string, caseId: CaseId, ledger: LedgerFile, writing: boolean, before: RememberedHead | undefined) {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let last = before;

  function write(closed: RememberedHead["closed"]): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    turn = turn.then(async () => {
      const { head, ...place } = ledger.mark();
      if (head === undefined) return;
      if (!writing && before !== undefined && before.seq >= head.seq) return;
      // Lines that a reader finds new were written by somebody who has not closed the case on this machine.
      const state = writing ? closed : "not-closed";
      const next: RememberedHead = { v: 1, caseId, ...head, ...place, closed: state };
      if (isDeepStrictEqual(next, last)) return;
      await writeRememberedHead(configFolder, next);
      last = next;
    });
    return turn;
  }

  return {
    now: write,
    soon() {
      // A second at most is forgotten by a kill; the head remembered then is an earlier one of the same history.
      // A failure here stays in `turn` and is thrown by close.
      timer ??= setTimeout(() => void write("not-closed").catch(() => undefined), 1000).unref();
    },
  };
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

function alteredFinding(object: string, aside: string): Finding {
  return {
    tone: "attention",
    code: "object-altered",
    text: `Object ${object} no longer had the bytes that its name states. They are kept as ${aside}; the bytes just collected took the place.`,
  };
}

function tornFinding(bytes: number): Finding {
  return {
    tone: "attention",
    code: "tail-torn",
    text: `The ledger ends in ${bytes} bytes that are no whole line: a writer is at work, or stopped. Opening the case for writing sets them aside.`,
  };
}

function replacedFinding(): Finding {
  return {
    tone: "fine",
    code: "key-replaced",
    text: "This case knew an earlier key of yours. The one you use now was entered in its place, signed by the earlier one.",
  };
}

function leftoverFinding(count: number): Finding {
  return {
    tone: "attention",
    code: "temporary-files-removed",
    text: `${count} unfinished copies of a stopped writer were removed. They were never part of the case.`,
  };
}

function firstSightFinding(): Finding {
  return {
    tone: "unknown",
    code: "first-sight",
    text: "This program sees the case for the first time: that lines are missing from its end cannot be told without a head from outside.",
  };
}
