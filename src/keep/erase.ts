/**
 * Erasure after a court order or a person's request. The entry that says so is durable first; then the bytes go, with
 * everything made from them. A stop in between is finished when the case is opened to write. Heads stay, so the chain
 * verifies. Not reached: packs given out, backups, and what worn flash still holds. Views must be rebuilt afterwards.
 */
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId } from "../core/key/key.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseFolder } from "./open-case-folder.ts";

export interface Erasure {
  readonly reason: string;
  /** Two people: the rule that one alone cannot make evidence vanish. */
  readonly authorisedBy: readonly [PersonId, PersonId];
}

/** Throws CaseError OBJECT_MISSING when the case does not hold it, NOT_ALLOWED when one person stands for two. */
export async function eraseObject(folder: CaseFolder, object: Digest, erasure: Erasure): Promise<void> {
  const authorisedBy = twoPeople(erasure);
  if (!(await folder.vault.has(object))) throw new CaseError("OBJECT_MISSING", `object ${object}: expected it in the vault; found none`);
  await folder.ledger.append([{ kind: "object.erased", data: { object, reason: erasure.reason, authorisedBy } }]);
  await folder.vault.erase(object);
  await folder.derived.removeAllOf(object);
}

/** Removes what line `seq` says; that there was a line stays. Line 1 cannot be erased. */
export async function eraseEntry(folder: CaseFolder, seq: number, erasure: Erasure): Promise<void> {
  const authorisedBy = twoPeople(erasure);
  const head = await folder.ledger.head();
  if (seq < 2 || seq > (head?.seq ?? 0)) {
    throw new CaseError("INPUT_INVALID", `ledger line ${seq}: expected a line from 2 to ${head?.seq ?? 0}`);
  }
  await folder.ledger.append([{ kind: "entry.erased", data: { seq, reason: erasure.reason, authorisedBy } }]);
  await folder.reduceToHead(seq);
}

function twoPeople({ authorisedBy: [first, second] }: Erasure): [PersonId, PersonId] {
  if (first !== second) return [first, second];
  throw new CaseError("NOT_ALLOWED", "erasing: expected two people who authorise it; found one person twice");
}
