/** What works on recordings on one clock: marks and judgements by people, and the job that measures. */
import type { CaseWriter } from "../actions/case-writer.ts";
import type { SyncPorts } from "../actions/sync-ports.ts";
import type { SyncFeatureStore } from "../core/sync/feature-store.port.ts";
import type { SyncMeasurer } from "../core/sync/measurer.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { AnalysisQueue } from "../jobs/analysis-queue.ts";
import type { JobBoard } from "../jobs/job-board.ts";
import { createSyncWork, type SyncWork } from "../jobs/sync-work.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { syncIndex } from "../reads/sync/sync-index.ts";

export function syncWorkOf(parts: {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly board: JobBoard;
  readonly queue: AnalysisQueue;
  readonly measurer: SyncMeasurer;
  readonly features: SyncFeatureStore;
}): { readonly syncPorts: SyncPorts; readonly sync: SyncWork } {
  const { writer, vault, reader, viewer, board, queue, measurer, features } = parts;
  const syncPorts: SyncPorts = { writer, vault, sync: syncIndex(reader) };
  const sync = createSyncWork({
    ...{ reader, measurer, features, viewer, board },
    ports: syncPorts,
    pathOf: (object) => vault.pathOf(object),
    analysesDone: () => queue.idle(),
  });
  return { syncPorts, sync };
}
