/**
 * A restricted original in a public edition: a salted commitment to its hash, so that it can be shown later to be what the edition
 * rested on, and cannot be found by whoever hashes known files. Case and item are bound in, so that it cannot be moved to another.
 */
import { z } from "zod";
import { encodeUtf8 } from "../bytes/utf8.ts";
import { CaseId } from "../entry/entry.ts";
import { Digest, digestOf, type Sha256 } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";

const Salt = z.string().regex(/^[0-9a-f]{64}$/);

/** What the edition carries, as `data/edition/commitments.json`: canonical JSON and LF. Nothing of the original. */
export const OriginalCommitments = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  originals: z.array(z.strictObject({ item: ItemId, commitment: Digest })).max(100_000),
});
export type OriginalCommitments = z.infer<typeof OriginalCommitments>;

/** What stays in the case, as an object that `edition.sealed` names: it opens them. */
export const CommitmentOpenings = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  originals: z.array(z.strictObject({ item: ItemId, object: Digest, salt: Salt })).max(100_000),
});
export type CommitmentOpenings = z.infer<typeof CommitmentOpenings>;

export function commitToOriginal(
  sha256: Sha256,
  { caseId, item, object, salt }: { caseId: CaseId; item: ItemId; object: Digest; salt: string },
): Digest {
  return digestOf(sha256(encodeUtf8(`witnessmark-original-v1\n${caseId}\n${item}\n${salt}\n${object}`)));
}

/** Whether `openings` open exactly the commitments: same items, each with its hash. */
export function openingsHold(sha256: Sha256, commitments: OriginalCommitments, openings: CommitmentOpenings): boolean {
  if (commitments.caseId !== openings.caseId || commitments.originals.length !== openings.originals.length) return false;
  const { caseId } = openings;
  return openings.originals.every(
    (one, at) =>
      commitments.originals[at]?.item === one.item && commitments.originals[at].commitment === commitToOriginal(sha256, { caseId, ...one }),
  );
}
