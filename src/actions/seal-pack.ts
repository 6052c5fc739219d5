/** Seals a pack, which is a hand-over: nobody's withdrawn consent goes with it. A checkpoint first, so that the pack carries a signed head; then the pack; then the entry that says so; its name last. */
import type { CaseId } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import { linesOfPack, type WithdrawnItem } from "../policy/conditions.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CheckpointPorts, makeCheckpoint } from "./make-checkpoint.ts";

/** What a person asks a pack to leave out. */
export interface Withholding {
  /** What people, machines and places of collection are called. */
  readonly names: boolean;
  /** Lines, each with the reason. */
  readonly lines: ReadonlyMap<number, string>;
  /** All about items whose consent was withdrawn. Without it such items are refused. */
  readonly withdrawn?: boolean | undefined;
}

/** The same, worked out. `consent`: those of the lines that are left out since consent was withdrawn. */
export type PackWithholding = Omit<Withholding, "withdrawn"> & { readonly consent: ReadonlySet<number> };

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

export interface SealPackPorts extends CheckpointPorts {
  /** Items whose giver took consent back. */
  readonly withdrawn: () => Promise<readonly WithdrawnItem[]>;
  /** Throws CaseError for what cannot be written, before anything is. */
  readonly demandPossible: (withholding: PackWithholding) => Promise<void>;
  /** `say` is called when the pack is whole, before it has its name. */
  readonly writePack: (withholding: PackWithholding, say: (pack: WrittenPack) => Promise<void>) => Promise<WrittenPack>;
}

/** Throws CaseError NOT_ALLOWED when an item whose consent was withdrawn would be handed over. */
export async function sealPack(ports: SealPackPorts, viewer: Viewer, caseId: CaseId, asked: Withholding): Promise<WrittenPack> {
  demand(viewer, "seal");
  const withholding = { names: asked.names, ...linesOfPack(await ports.withdrawn(), asked.lines, asked.withdrawn === true) };
  await ports.demandPossible(withholding);
  await makeCheckpoint(ports, viewer, caseId);
  return ports.writePack(withholding, async ({ seq, head, objects, withheld, manifest }) => {
    await ports.writer.append(() => [{ kind: "pack.sealed", data: { seq, head, objects, withheld, manifest } }]);
  });
}
