/**
 * What an edition in a pack says of itself, held against the history beside it: that each statement was signed and approved by the
 * lines it names, that it is the sentence of the document that was read, and how much of what came later is withheld.
 */
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import { EditionCard, editionCardPath, editionFolder } from "../core/edition/edition-card.ts";
import { FindingDocument } from "../core/finding/finding.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { Bag } from "./check-bag.ts";
import { reportFaults } from "./check-report-json.ts";
import type { Findings } from "./findings.ts";
import type { FileReader } from "./read-files.ts";
import type { EditionReport } from "./report.ts";
import { shown, type SortedFiles } from "./sort-files.ts";
import type { History, SeenFindingAct } from "./walk-history.ts";

const reportPath = `${editionFolder}report.json`;
const cardBytesAtMost = 64 * 1024 * 1024;
const documentBytesAtMost = 16 * 1024 * 1024;

export interface EditionParts {
  readonly sorted: SortedFiles;
  readonly bag: Bag;
  readonly history: History;
  readonly reader: FileReader;
  /** Whole bytes of an object that lies there intact. */
  readonly bytesOf: (object: Digest, limit: number) => Promise<Uint8Array | undefined>;
}

/** Hashes every file of the edition, also where its card cannot be read. Null for a pack without one. */
export async function checkEdition(parts: EditionParts, findings: Findings): Promise<EditionReport | null> {
  const { sorted, bag, reader } = parts;
  if (sorted.edition.length === 0) return null;
  for (const path of sorted.edition) {
    if (path === editionCardPath) continue;
    const found = await reader.digest(path, path);
    if (found !== undefined) bag.checkPayload(path, found);
  }
  const read = await reader.whole(editionCardPath, cardBytesAtMost);
  if (read === undefined) return null;
  bag.checkPayload(editionCardPath, read.digest);
  const card = EditionCard.safeParse(parsed(read.bytes)).data;
  if (card === undefined) {
    findings.against("edition-wrong", `${editionCardPath} is no card of an edition in its one spelling.`, { path: editionCardPath });
    return null;
  }
  const data = sorted.edition.includes(reportPath) ? await reader.whole(reportPath, cardBytesAtMost) : undefined;
  for (const fault of data === undefined ? [] : reportFaults(parsed(data.bytes), card))
    findings.against("edition-wrong", fault, { path: reportPath });
  return reportOf(card, parts, findings);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes) ?? "");
  } catch {
    return undefined;
  }
}

async function reportOf(card: EditionCard, parts: EditionParts, findings: Findings): Promise<EditionReport> {
  const { history, sorted } = parts;
  const against = (text: string): void => findings.against("edition-wrong", text, { path: editionCardPath });
  if (card.caseId !== history.opened?.caseId) against("The edition is of another case than the ledger.");
  if (history.heads.get(card.seq) !== card.head) against(`The edition was made at line ${card.seq} of another history than this one.`);
  const there = new Set(sorted.edition);
  for (const { path } of card.files)
    if (!there.has(`${editionFolder}${path}`)) against(`The edition's card lists ${shown(path)}, which is not there.`);
  const told = [];
  for (const finding of card.findings) told.push(await findingOf(finding, parts, against));
  return {
    ...{
      edition: card.edition,
      version: card.version,
      sort: card.sort,
      title: card.title,
      at: card.at,
      madeAtLine: card.seq,
      noPdf: card.noPdf,
    },
    files: card.files.length,
    findings: told,
  };
}

async function findingOf(
  card: EditionCard["findings"][number],
  { history, bytesOf }: EditionParts,
  against: (text: string) => void,
): Promise<EditionReport["findings"][number]> {
  const { finding, version, document, statement, signed, approved, rests } = card;
  const what = `Finding ${finding}, version ${version}`;
  const acts = (lines: readonly number[], act: SeenFindingAct["act"]): SeenFindingAct[] =>
    history.findingActs.filter((one) => one.finding === finding && one.version === version && one.act === act && lines.includes(one.line));
  const [held, read] = [acts(signed, "signed"), acts(approved, "approves")];
  for (const line of [...signed, ...approved])
    if (!history.bare.has(line) && ![...held, ...read].some((one) => one.line === line))
      against(`${what}: expected line ${line} to sign or approve it; found that it does not.`);
  if (held.length === 0) against(`${what}: expected a line here in which its author signs it; found none.`);
  if (read.length === 0) against(`${what}: expected a line here in which a second person approves it; found none.`);
  if (read.some(({ by }) => held.some((one) => one.by === by))) against(`${what}: expected two people to sign and approve it; found one.`);
  const documents = new Set([...held, ...read].map((one) => one.document));
  if (documents.size > 1 || (document !== null && documents.size === 1 && !documents.has(document)))
    against(`${what}: expected that one document was signed, approved and handed over; found others.`);
  const bytes = document === null ? undefined : await bytesOf(document, documentBytesAtMost);
  const own = bytes === undefined ? undefined : FindingDocument.safeParse(parsed(bytes)).data;
  if (own !== undefined && own.statement !== statement)
    against(`${what}: expected the sentence of the document that was signed; found another.`);
  const cited = new Set([...(own?.evidenceFor ?? []), ...(own?.evidenceAgainst ?? [])].map(({ line }) => line));
  if (own !== undefined && rests.some(({ line }) => !cited.has(line)))
    against(`${what}: expected the grounds of the document that was signed; found others.`);
  const last = Math.max(0, ...held.map(({ line }) => line), ...read.map(({ line }) => line));
  const later = [...history.bare].filter((line) => line > last).length;
  return {
    ...{ finding, version, statement, signedAtLines: held.map(({ line }) => line), approvedAtLines: read.map(({ line }) => line) },
    signedBy: held.map(({ by }) => by),
    approvedBy: read.map(({ by }) => by),
    rests: rests.map((one) => ({ ...one, withheld: history.bare.has(one.line) })),
    statementInPack: own !== undefined,
    laterWithheld: later,
    says:
      later === 0
        ? "nothing that came later is withheld"
        : `${later} later ${later === 1 ? "entry is" : "entries are"} withheld and could change this`,
  };
}
