/**
 * Erases the bytes of an object with those made from it, after a court order or a person's request. The signed entries
 * that say so are durable first; then what is derived goes, then the bytes. A stop in between is finished when the case is
 * next opened for writing. Heads stay, so the chain verifies. Not reached: packs given out, backups, worn flash.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { DerivedStore } from "../core/derived/derived.port.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { demandNoHold, type Hold } from "../policy/conditions.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandTwoPeople, type Erasure, type KnowsPeople } from "./erasure.ts";

export interface EraseObjectsPorts extends KnowsPeople {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly derived: DerivedStore;
  /** A legal hold on an item that is one of the objects, or that came from one. */
  readonly holdOnObjects: (objects: readonly Digest[]) => Promise<Hold | undefined>;
  /** Makes the read model anew, without a trace of what is gone. */
  readonly forget: () => Promise<void>;
}

/** Throws CaseError NOT_ALLOWED under a legal hold, naming it; OBJECT_MISSING, naming it, when the case does not hold one of them; then nothing is erased. */
export async function eraseObjects(
  ports: EraseObjectsPorts,
  viewer: Viewer,
  objects: readonly Digest[],
  erasure: Erasure,
): Promise<{ firstLine: number }> {
  demand(viewer, "erase");
  await demandTwoPeople(ports, viewer, erasure);
  demandNoHold(await ports.holdOnObjects(objects));
  for (const object of objects) {
    if (!(await ports.vault.has(object))) throw new CaseError("OBJECT_MISSING", `object ${object}: expected it in the vault; found none`);
  }
  const [first, second] = erasure.authorisedBy;
  const lines = await ports.writer.append(() =>
    objects.map((object) => ({
      kind: "object.erased" as const,
      data: { object, reason: erasure.reason, authorisedBy: [first, second] as [typeof first, typeof second] },
    })),
  );
  for (const object of objects) {
    // The bytes last: as long as they are there, a stop is noticed and all of it is done again.
    await ports.derived.removeAllOf(object);
    await ports.vault.erase(object);
  }
  await ports.forget();
  return { firstLine: lines[0]?.head.seq ?? 0 };
}
