/** Signs the head as it stands and writes a request for a time stamp over it (RFC 3161). Sends nothing: whoever has a connection does. */
import { fromHex } from "../core/bytes/hex.ts";
import type { CaseId } from "../core/entry/entry.ts";
import { type Digest, digestOf, digitsOf } from "../core/hash/digest.ts";
import type { HeadRef } from "../core/ledger/ledger-line.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { checkpointDigest } from "../formats/checkpoint/checkpoint-note.ts";
import type { RandomBytes } from "../formats/ledger/seal-value.ts";
import { writeTimestampRequest } from "../formats/timestamp/timestamp-request.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CheckpointPorts, makeCheckpoint } from "./make-checkpoint.ts";
import { once } from "./once.ts";

export interface RequestTimestampPorts extends CheckpointPorts {
  readonly vault: Vault;
  readonly random: RandomBytes;
  /** Puts the request where it waits, durable before the entry names it; resolves with its path. */
  readonly queueRequest: (waiting: { checkpoint: Digest; request: Uint8Array }) => Promise<string>;
}

export interface RequestedTimestamp {
  /** SHA-256 of the note to be stamped. */
  readonly checkpoint: Digest;
  readonly covers: HeadRef;
  readonly file: string;
}

/** `authority`: where it is meant to go, in the person's words. */
export async function requestTimestamp(
  ports: RequestTimestampPorts,
  viewer: Viewer,
  caseId: CaseId,
  authority: string,
): Promise<RequestedTimestamp> {
  const { covers, note } = await makeCheckpoint(ports, viewer, caseId);
  const checkpoint = checkpointDigest(ports.sha256, note);
  const request = writeTimestampRequest(fromHex(digitsOf(checkpoint)), ports.random(16));
  // An object too, so that a later answer can be held against its nonce when nothing waits any more.
  await ports.vault.commit([await ports.vault.stage(once(request))]);
  const file = await ports.queueRequest({ checkpoint, request });
  await ports.writer.append(() => [
    { kind: "timestamp.requested", data: { checkpoint, request: digestOf(ports.sha256(request)), authority } },
  ]);
  return { checkpoint, covers, file };
}
