/** What works on copies: judgements by people, and the job that compares. */
import type { CaseWriter } from "../actions/case-writer.ts";
import type { CopyPorts } from "../actions/copy-ports.ts";
import type { CopyMatcher } from "../core/copies/copy-matcher.port.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { AnalysisQueue } from "../jobs/analysis-queue.ts";
import { type CopyQueue, createCopyQueue } from "../jobs/copy-queue.ts";
import type { JobBoard } from "../jobs/job-board.ts";
import type { Viewer } from "../policy/viewer.ts";
import { unknownItems } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { copyIndex } from "../reads/copies/copy-index.ts";

export function copyWorkOf(parts: {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly board: JobBoard;
  readonly queue: AnalysisQueue;
  readonly matcher: CopyMatcher;
  readonly onAppended: (listener: (lines: readonly LedgerLine[]) => void) => () => void;
  readonly onFault: (error: unknown) => void;
}): { readonly copyPorts: CopyPorts; readonly copies: CopyQueue } {
  const { writer, vault, reader, viewer, board, queue, matcher, onAppended, onFault } = parts;
  const copyPorts: CopyPorts = {
    writer,
    vault,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    copies: copyIndex(reader),
  };
  const copies = createCopyQueue({
    ...{ reader, matcher, viewer, board, onAppended, onFault },
    ports: copyPorts,
    pathOf: (object) => vault.pathOf(object),
    analysesDone: () => queue.idle(),
  });
  return { copyPorts, copies };
}
