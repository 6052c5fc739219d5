/** Where the case already holds what a document says: its own line, and the first line in which a finding gave its answer to its question. */
import type { FindingDocument } from "../../core/finding/finding.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { CaseReader } from "../case-reader.ts";
import type { FindingAnswer } from "../blind/held-against.ts";
import { findingDocument } from "./finding-document.ts";
import { findingLines } from "./finding-standings.ts";

export interface DocumentWritten {
  /** The last line that wrote just this; null for a draft. */
  readonly line: number | null;
  /** Of that version and every one before it; nobody for a draft. */
  readonly writers: readonly PersonId[];
  /** Null while no finding that this copy holds gives this answer. */
  readonly answeredSince: number | null;
}

export async function documentWritten(reader: CaseReader, document: FindingDocument): Promise<DocumentWritten> {
  const own = text(said(document));
  const answer = text(document.answer);
  let same: Pick<DocumentWritten, "line" | "writers"> = { line: null, writers: [] };
  const answered: number[] = [];
  for (const { question, versions, standing } of await findingLines(reader)) {
    if (question !== document.question) continue;
    for (const { version, document: digest, seq } of versions) {
      const written = await findingDocument(reader, digest);
      if (written === undefined || text(written.answer) !== answer) continue;
      answered.push(seq);
      if (text(written) === own && seq > (same.line ?? 0)) same = { line: seq, writers: standing(version).writers };
    }
  }
  return { ...same, answeredSince: answered.length === 0 ? null : Math.min(...answered) };
}

/** As it is held against answers that were given blind. */
export async function answerOfFinding(reader: CaseReader, document: FindingDocument): Promise<FindingAnswer> {
  return { answer: document.answer, since: (await documentWritten(reader, document)).answeredSince };
}

function said(document: FindingDocument): FindingDocument {
  const words = { ...document };
  delete words.salt;
  return words;
}

const text = (value: unknown): string => canonicalJson(value as Json);
