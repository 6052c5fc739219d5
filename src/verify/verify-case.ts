/** Re-checks a case folder or a pack with nothing but the format: the same code behind the command line and the page. */
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import type { Digest } from "../core/hash/digest.ts";
import { objectPathOf } from "../core/hash/digest.ts";
import { readCaseCard, writeCaseCard } from "../formats/case-folder/case-card.ts";
import { withheldName } from "../formats/bagit/pack-files.ts";
import type { CaseFiles } from "./case-files.port.ts";
import { type Bag, checkBagAgainst, readBag } from "./check-bag.ts";
import { checkBlind } from "./check-blind.ts";
import { checkEdition } from "./check-edition.ts";
import { checkCheckpoints, type NoteFile } from "./check-checkpoints.ts";
import { checkLeftOut } from "./check-left-out.ts";
import { checkObjects, hashObjects } from "./check-objects.ts";
import { checkTiers, tierDocumentBytesAtMost } from "./check-tiers.ts";
import { checkTimestamps, checkTokenFile } from "./check-timestamps.ts";
import { createFindings, type Findings } from "./findings.ts";
import { compareCheckpoint, compareHead, demandReadableHead } from "./outside-heads.ts";
import { createFileReader, type FileReader } from "./read-files.ts";
import type { OutsideReport, VerifyReport } from "./report.ts";
import { sortFiles, type SortedFiles } from "./sort-files.ts";
import type { VerifyOptions, VerifyPlatform } from "./verify-options.ts";
import { type History, walkHistory } from "./walk-history.ts";
import { createWork, Stopped } from "./work.ts";
import { stoppedReport, writeReport } from "./write-report.ts";

const smallFileBytes = 1024 * 1024;
const withheldBytesAtMost = 256 * 1024 * 1024;
/** A token with its chain takes a few thousand bytes. */
const tokenBytesAtMost = 1024 * 1024;

/**
 * Throws CaseError CASE_NOT_FOUND when the files are neither, INPUT_INVALID for an expected head or checkpoint that is
 * none; everything else that is wrong is a finding of the report.
 */
export async function verifyFiles(files: CaseFiles, platform: VerifyPlatform, options: VerifyOptions = {}): Promise<VerifyReport> {
  if (options.expect !== undefined) demandReadableHead(options.expect);
  const findings = createFindings();
  const sorted = await sortFiles(files, options, findings).catch((error: unknown) => {
    if (error instanceof Stopped) return undefined;
    throw error;
  });
  if (sorted === undefined) return stoppedReport("case-folder", findings);
  const total = [...sorted.sizes.values()].reduce((sum, size) => sum + size, 0);
  const work = createWork(total, options);
  const reader = createFileReader(files, sorted, platform, findings, work);
  try {
    return await verifySorted(sorted, { reader, platform, options, findings });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return stoppedReport(sorted.subject, findings);
  }
}

interface Parts {
  readonly reader: FileReader;
  readonly platform: VerifyPlatform;
  readonly options: VerifyOptions;
  readonly findings: Findings;
}

async function verifySorted(sorted: SortedFiles, { reader, platform, options, findings }: Parts): Promise<VerifyReport> {
  const { subject, base } = sorted;
  const bag = subject === "pack" ? await readBag(sorted, reader, findings) : undefined;
  // While the ledger is read, where the reader hashes by itself.
  const hashing = reader.compare === undefined ? undefined : hashObjects(sorted, reader);
  // Its failure is met where it is waited for; until then it must not count as unhandled.
  hashing?.catch(() => undefined);
  const history = await readHistory(sorted, bag, reader, platform, findings);
  await checkCard(`${base}witnessmark.json`, history, bag, reader, findings);

  const withheldPath = `${base}${withheldName}`;
  const withheldText =
    subject === "pack" && sorted.sizes.has(withheldPath) ? await reader.text(withheldPath, withheldBytesAtMost) : undefined;
  if (withheldText !== undefined) bag?.checkPayload(withheldPath, withheldText.digest);
  const leftOut = await checkLeftOut(history, subject, withheldText?.text, platform, findings);

  const notes: NoteFile[] = [];
  for (const path of sorted.notes) {
    const note = await reader.text(path, smallFileBytes);
    if (note === undefined) continue;
    bag?.checkPayload(path, note.digest);
    notes.push({ path, text: note.text });
  }
  for (const path of sorted.tokens) {
    const found = await reader.digest(path, path);
    if (found === undefined) continue;
    bag?.checkPayload(path, found);
    checkTokenFile(path, found, history, findings);
  }
  const checkpoints = await checkCheckpoints(history, notes, platform, findings);
  const outside = await compareOutside(history, options, findings);
  const pack = bag === undefined ? null : await checkBagAgainst(history, bag, sorted, findings);

  const altered = await (hashing ?? hashObjects(sorted, reader));
  const onIntact = (path: string, object: Digest) => bag?.checkPayload(path, object);
  const objects = checkObjects(sorted, history, { altered, withheld: leftOut.withheldObjects, onIntact }, findings);
  const bytesOf = async (object: Digest, limit: number) =>
    objects.isIntact(object) ? (await reader.whole(`${base}objects/${objectPathOf(object)}`, limit))?.bytes : undefined;
  const objectBytes = (object: Digest) => bytesOf(object, tokenBytesAtMost);
  const timestamps = await checkTimestamps(history, platform, objectBytes, findings);
  const documents = (object: Digest) => bytesOf(object, tierDocumentBytesAtMost);
  await checkTiers(history.tierVersions, { bytes: documents, gaps: history.bare.size > 0 }, findings);
  await checkBlind(history.blind, { caseId: history.opened?.caseId, gaps: history.bare.size > 0, platform }, findings);
  const told = new Set(options.toldKeys);
  const keys = history.keyring.reports(told);
  if (told.size > 0 && !keys.some(({ known, signatures }) => known === "told-outside" && signatures > 0)) {
    findings.against("rewritten", "None of the keys that were told signed anything here: this history was written and signed by others.");
  } else if (told.size > 0) {
    for (const { key, known, signatures } of keys) {
      if (known !== "told-outside" && signatures > 0)
        findings.notice("key-not-told", `Key ${key} signed here, and nobody told whose it is.`);
    }
  }
  const edition = bag === undefined ? null : await checkEdition({ sorted, bag, history, reader, bytesOf }, findings);
  const whole = pack === null || bag === undefined ? null : { ...pack, hashes: bag.hashes() };
  const found = { subject, history, leftOut, checkpoints, outside, pack: whole, edition, objects: objects.counts, timestamps, keys };
  return writeReport(found, findings);
}

async function readHistory(
  sorted: SortedFiles,
  bag: Bag | undefined,
  reader: FileReader,
  platform: VerifyPlatform,
  findings: Findings,
): Promise<History> {
  const path = `${sorted.base}ledger.jsonl`;
  const size = sorted.sizes.get(path);
  if (size === undefined) findings.against("ledger-missing", `${path} is missing: nothing tells the history.`, { path });
  const { bytes, digest } = size === undefined ? { bytes: nothing(), digest: undefined } : reader.pieces(path, size);
  const history = await walkHistory(bytes, platform, findings);
  if (history.tail > 0) {
    const text = `${path} ends in ${history.tail} bytes that are no whole line: a writer was stopped or is at work, or the end was cut off.`;
    if (sorted.subject === "pack") findings.against("tail-torn", text, { path });
    else findings.notice("tail-torn", text, { path });
  }
  const found = digest?.();
  if (found !== undefined && !findings.has("ledger-given-up")) bag?.checkPayload(path, found);
  if (size !== undefined && history.lines === 0) findings.against("ledger-missing", `${path} holds no whole line.`, { path });
  return history;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function checkCard(path: string, { opened }: History, bag: Bag | undefined, reader: FileReader, findings: Findings): Promise<void> {
  const read = await reader.whole(path, smallFileBytes);
  if (read === undefined) return;
  bag?.checkPayload(path, read.digest);
  const disagrees = (why: string) => findings.against("card-disagrees", `${path}: ${why}.`, { path });
  try {
    const card = readCaseCard(read.bytes);
    if (decodeUtf8(writeCaseCard(card)) !== decodeUtf8(read.bytes)) disagrees("expected its one spelling; found another");
    else if (opened === undefined) disagrees("no line 1 says the same");
    else if (card.caseId !== opened.caseId || card.title !== opened.title) disagrees("it has another case id or title than line 1");
  } catch (error) {
    disagrees(error instanceof Error ? error.message : String(error));
  }
}

async function compareOutside(history: History, { expect, checkpoints = [] }: VerifyOptions, findings: Findings): Promise<OutsideReport[]> {
  const reports: OutsideReport[] = expect === undefined ? [] : [compareHead(expect, history, findings)];
  for (const note of checkpoints) reports.push(await compareCheckpoint(note, history, findings));
  return reports;
}
