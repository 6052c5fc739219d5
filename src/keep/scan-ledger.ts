/** Checks the ledger file when a case is opened: all of it, or, where these very bytes were checked before, what was added since. */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { CaseError } from "../core/case/case-error.ts";
import type { HeadRef } from "../core/ledger/ledger-line.ts";
import { foldFacts, noFacts } from "./ledger-facts.ts";
import type { OpenedLedger } from "./ledger-file.ts";
import { readLines, type Tail } from "./read-lines.ts";
import type { RememberedHead } from "./remembered-heads.ts";

const chunkBytes = 4 * 1024 * 1024;

export interface ScannedLedger extends OpenedLedger {
  /** Bytes behind the last whole line. */
  readonly tail: Tail | undefined;
  /** The head that this history has at the remembered seq; undefined when it is shorter or nothing is remembered. */
  readonly headAtRemembered: HeadRef | undefined;
}

/** Throws CaseError LEDGER_* naming the first line that is not as the format says. */
export async function scanLedger(path: string, remembered: RememberedHead | undefined): Promise<ScannedLedger> {
  const known = remembered === undefined ? undefined : await knownPart(path, remembered);
  const offsets = known?.offsets ?? [];
  let head: HeadRef | undefined = known === undefined ? undefined : { seq: remembered!.seq, head: remembered!.head };
  let headAtRemembered = head;
  let bytes = known === undefined ? 0 : remembered!.bytes;
  let facts = known === undefined ? noFacts : remembered!.facts;
  let tail: Tail | undefined;
  for await (const { line, offset, length } of readLines(path, { offset: bytes, previous: head }, undefined, (found) => (tail = found))) {
    offsets.push(offset);
    bytes = offset + length;
    head = { seq: line.head.seq, head: line.headDigest };
    facts = foldFacts(facts, line);
    if (head.seq === remembered?.seq) headAtRemembered = head;
  }
  const prefix = known?.prefix ?? createHash("sha256");
  await hashRange(path, known === undefined ? 0 : remembered!.bytes, bytes, (chunk) => void prefix.update(chunk));
  return { offsets, bytes, head, facts, prefix, tail, headAtRemembered };
}

/** Places of the lines in the bytes that were checked before; undefined when the file no longer begins with those bytes. */
async function knownPart(
  path: string,
  remembered: RememberedHead,
): Promise<{ offsets: number[]; prefix: ReturnType<typeof createHash> } | undefined> {
  const prefix = createHash("sha256");
  const offsets: number[] = [];
  let begins = true;
  const read = await hashRange(path, 0, remembered.bytes, (chunk, at) => {
    prefix.update(chunk);
    if (begins) offsets.push(at);
    begins = false;
    for (let lf = chunk.indexOf(10); lf >= 0; lf = chunk.indexOf(10, lf + 1)) offsets.push(at + lf + 1);
  });
  // The place behind the last line is where the next one would begin.
  offsets.pop();
  const same = read === remembered.bytes && offsets.length === remembered.seq && prefix.copy().digest("hex") === remembered.prefix.slice(7);
  return same ? { offsets, prefix } : undefined;
}

async function hashRange(path: string, start: number, end: number, take: (chunk: Buffer, at: number) => void): Promise<number> {
  const file = await open(path, "r");
  try {
    let at = start;
    const chunk = Buffer.allocUnsafe(chunkBytes);
    while (at < end) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunkBytes, end - at), at);
      if (bytesRead === 0) break;
      take(chunk.subarray(0, bytesRead), at);
      at += bytesRead;
    }
    return at - start;
  } finally {
    await file.close();
  }
}

/** Throws CaseError when the history is not a continuation of the one remembered. */
export function demandContinues(scanned: ScannedLedger, remembered: RememberedHead): void {
  const found = scanned.head;
  if (scanned.headAtRemembered === undefined) {
    throw new CaseError(
      "HEAD_SHORTER_THAN_REMEMBERED",
      `the case: expected at least ${remembered.seq} lines, as this program saw before; found ${found?.seq ?? 0}. Lines are missing from its end. Find out why first; \`--accept-head REASON\` goes on with what is there, and the decision becomes an entry.`,
    );
  }
  if (scanned.headAtRemembered.head !== remembered.head) {
    throw new CaseError(
      "HEAD_DIFFERS_FROM_REMEMBERED",
      `the case: expected head ${remembered.head} at line ${remembered.seq}, as this program saw before; found ${scanned.headAtRemembered.head}. Another history stands in its place. Find out why first; \`--accept-head REASON\` goes on with what is there, and the decision becomes an entry.`,
    );
  }
}
