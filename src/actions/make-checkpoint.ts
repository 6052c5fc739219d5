/** Signs the head as it stands, and says so in the ledger. */
import type { CaseId } from "../core/entry/entry.ts";
import type { Sha256 } from "../core/hash/digest.ts";
import type { Signer } from "../core/key/key.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import type { HeadRef } from "../core/ledger/ledger-line.ts";
import type { Clock } from "../core/time/clock.port.ts";
import { signCheckpoint } from "../formats/checkpoint/checkpoint-note.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface CheckpointPorts {
  readonly writer: CaseWriter;
  readonly ledger: LedgerReader;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly sha256: Sha256;
  /** Keeps the note's exact bytes beside the ledger, durable before the entry names them. */
  readonly keepNote: (note: string, covers: HeadRef) => Promise<void>;
}

export async function makeCheckpoint(ports: CheckpointPorts, viewer: Viewer, caseId: CaseId): Promise<{ covers: HeadRef; note: string }> {
  demand(viewer, "append");
  let made: { covers: HeadRef; note: string } | undefined;
  await ports.writer.append(async () => {
    const covers = await ports.ledger.head();
    if (covers === undefined) throw new RangeError("checkpoint: expected a case with its first line; found an empty ledger");
    const note = await signCheckpoint(ports.sha256, ports.signer, viewer.person, { caseId, ...covers, at: ports.clock.now() });
    await ports.keepNote(note, covers);
    made = { covers, note };
    return [{ kind: "checkpoint.made", data: { ...covers, note } }];
  });
  return made as { covers: HeadRef; note: string };
}
