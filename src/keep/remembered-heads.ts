/**
 * The last head this program saw of each case, kept outside the case. It tells a shortened or exchanged history,
 * which no check of the case alone can tell; and it holds the hash of the bytes that were checked then, so that
 * the same bytes need not be checked line by line again. A case folder cannot vouch for itself here.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CaseError } from "../core/case/case-error.ts";
import { CaseId } from "../core/entry/entry.ts";
import { Digest } from "../core/hash/digest.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";
import { LedgerFacts } from "./ledger-facts.ts";

const RememberedHead = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  seq: z.number().int().min(1),
  head: Digest,
  /** Length of the ledger file when it ended with that head, and the SHA-256 of those bytes. */
  bytes: z.number().int().min(1),
  prefix: Digest,
  facts: LedgerFacts,
  /** Whether the last writer on this machine closed the case in order; orphans counted then. */
  closed: z.union([z.strictObject({ orphans: z.number().int().min(0) }), z.literal("not-closed")]),
});
export type RememberedHead = z.infer<typeof RememberedHead>;

function fileOf(configFolder: string, caseId: CaseId): string {
  return join(configFolder, "heads", `${caseId}.json`);
}

/** Undefined when this program never saw the case. Throws CaseError INPUT_INVALID for a file it cannot read: guessing would drop the protection. */
export async function readRememberedHead(configFolder: string, caseId: CaseId): Promise<RememberedHead | undefined> {
  let text: string;
  try {
    text = await readFile(fileOf(configFolder, caseId), "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const read = RememberedHead.safeParse(value);
  if (read.success && read.data.caseId === caseId) return read.data;
  throw new CaseError(
    "INPUT_INVALID",
    `${fileOf(configFolder, caseId)}: expected the last head seen of case ${caseId}; found something else. Remove the file to open the case as if for the first time.`,
  );
}

export async function writeRememberedHead(configFolder: string, head: RememberedHead): Promise<void> {
  await makeFolders(join(configFolder, "heads"), { mode: 0o700 });
  await replaceFile(fileOf(configFolder, head.caseId), Buffer.from(`${canonicalJson(head as unknown as Json)}\n`), { mode: 0o600 });
}
