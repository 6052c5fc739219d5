/** What asking for outside time stamps and recording them need: the case's checkpoints, its queue of requests, its writer. */
import type { CheckpointPorts } from "../actions/make-checkpoint.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { TimestampPorts } from "../jobs/case-session.ts";
import {
  forgetTimestampRequest,
  keepTimestampToken,
  pathOfWaitingRequest,
  queueTimestampRequest,
  waitingTimestampRequests,
} from "../keep/checkpoint-store.ts";
import { random } from "../keep/sha256.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { listTimestamps } from "../reads/list-timestamps.ts";

export function timestampPortsOf(
  path: string,
  { checkpointPorts, vault, reader, viewer }: { checkpointPorts: CheckpointPorts; vault: Vault; reader: CaseReader; viewer: Viewer },
): TimestampPorts {
  return {
    ...checkpointPorts,
    vault,
    random,
    crypto: globalThis.crypto,
    queueRequest: (waiting) => queueTimestampRequest(path, waiting),
    waiting: () => waitingTimestampRequests(path),
    pathOfRequest: (checkpoint) => pathOfWaitingRequest(path, checkpoint),
    checkpoints: async () =>
      (await listTimestamps(reader, viewer)).map(({ requested, recorded, ...checkpoint }) => ({
        ...checkpoint,
        requests: requested.map(({ request }) => request),
        tokens: recorded.map(({ token }) => token),
      })),
    keepToken: (kept) => keepTimestampToken(path, kept),
    forgetRequest: (checkpoint) => forgetTimestampRequest(path, checkpoint),
  };
}
