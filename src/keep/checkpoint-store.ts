/**
 * `checkpoints/`: signed notes, requests for time stamps (RFC 3161) that wait for a connection, and the tokens that
 * came back. A note is named by the line it covers and its own SHA-256, so that equal notes are one file and none is
 * ever replaced by another; a token by the note it stamps and its own.
 */
import { mkdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, digitsOf } from "../core/hash/digest.ts";
import { readCheckpoint } from "../formats/checkpoint/checkpoint-note.ts";
import { codeOf, namedFailure, removeIfThere, replaceFile, syncFolder } from "./durable.ts";
import { digestOfBytes } from "./sha256.ts";

/** A request that no authority has answered yet. */
export interface WaitingRequest {
  /** SHA-256 of the note that is to be stamped. */
  readonly checkpoint: Digest;
  /** DER of the TimeStampReq. */
  readonly request: Uint8Array;
}

/** Keeps the note's exact bytes, durably when it resolves. Throws CaseError INPUT_INVALID for what is no checkpoint. */
export async function keepCheckpointNote(caseFolder: string, note: string): Promise<void> {
  const read = readCheckpoint(note);
  if (read === undefined)
    throw new CaseError("INPUT_INVALID", "checkpoints/: expected a signed note over a head of a case; found other text");
  const bytes = Buffer.from(note);
  await keepFile(caseFolder, `${read.checkpoint.seq}-${digitsOf(digestOfBytes(bytes))}.note`, bytes);
}

/** Puts a request into the queue, durably when it resolves with its path. One note has one request waiting. */
export async function queueTimestampRequest(caseFolder: string, { checkpoint, request }: WaitingRequest): Promise<string> {
  return keepFile(caseFolder, `${digitsOf(checkpoint)}.tsq`, request);
}

export function pathOfWaitingRequest(caseFolder: string, checkpoint: Digest): string {
  return join(caseFolder, "checkpoints", `${digitsOf(checkpoint)}.tsq`);
}

export async function waitingTimestampRequests(caseFolder: string): Promise<WaitingRequest[]> {
  const waiting: WaitingRequest[] = [];
  for (const name of await namesIn(join(caseFolder, "checkpoints"))) {
    const match = /^([0-9a-f]{64})\.tsq$/.exec(name);
    if (match !== null) waiting.push({ checkpoint: `sha256:${match[1]}`, request: await readFile(join(caseFolder, "checkpoints", name)) });
  }
  return waiting;
}

/** Keeps a token, and the chain that came with it, where stock tools find them beside the note. */
export async function keepTimestampToken(
  caseFolder: string,
  { checkpoint, token, chain }: { checkpoint: Digest; token: Uint8Array; chain: Uint8Array | undefined },
): Promise<void> {
  const name = `${digitsOf(checkpoint)}-${digitsOf(digestOfBytes(token)).slice(0, 16)}`;
  if (chain !== undefined) await keepFile(caseFolder, `${name}.pem`, chain);
  await keepFile(caseFolder, `${name}.tst`, token);
}

/** Takes a request out of the queue once its token is recorded. */
export async function forgetTimestampRequest(caseFolder: string, checkpoint: Digest): Promise<void> {
  removeIfThere(pathOfWaitingRequest(caseFolder, checkpoint));
  await syncFolder(join(caseFolder, "checkpoints"));
}

async function keepFile(caseFolder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(caseFolder, "checkpoints", name);
  try {
    mkdirSync(join(caseFolder, "checkpoints"), { recursive: true });
    await replaceFile(path, bytes);
    return path;
  } catch (error) {
    throw namedFailure(error, "checkpoints/");
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}
