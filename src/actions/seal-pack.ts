/** Seals a pack: a checkpoint first, so that the pack carries a signed head; then the pack; then the entry that says so. */
import type { CaseId } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CheckpointPorts, makeCheckpoint } from "./make-checkpoint.ts";

/** What a pack leaves out. */
export interface Withholding {
  /** What people, machines and places of collection are called. */
  readonly names: boolean;
  /** Lines, each with the reason. */
  readonly lines: ReadonlyMap<number, string>;
}

export interface WrittenPack {
  readonly seq: number;
  readonly head: Digest;
  readonly objects: number;
  readonly withheld: number;
  /** SHA-256 of the bag's payload manifest. */
  readonly manifest: Digest;
  /** Lines in the pack that still speak of what is withheld. */
  readonly stillSpeaking: readonly number[];
}

export async function sealPack(
  ports: CheckpointPorts & { writePack: () => Promise<WrittenPack> },
  viewer: Viewer,
  caseId: CaseId,
): Promise<WrittenPack> {
  demand(viewer, "seal");
  await makeCheckpoint(ports, viewer, caseId);
  const pack = await ports.writePack();
  const { seq, head, objects, withheld, manifest } = pack;
  await ports.writer.append(() => [{ kind: "pack.sealed", data: { seq, head, objects, withheld, manifest } }]);
  return pack;
}
