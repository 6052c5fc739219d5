/**
 * Which lines of the ledger keep their bodies in a public edition. Those that bind people to what the edition says, and prove when:
 * commitments, signatures, checkpoints, time stamps. No names, since those are sealed values and stay closed; no words of people, no
 * hash of anything collected. All other lines are bare: their places in the chain are kept.
 */
import type { EntryBody } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";

/**
 * `says` is asked of the free words of a line: whether they say something that the edition withholds. `guessable`: of a document
 * without a salt, whether its hash would give away what the edition takes out of it.
 */
export function keepsBody(body: EntryBody, says: (words: string) => boolean, guessable: (document: Digest) => boolean): boolean {
  switch (body.kind) {
    // Nobody knows the case without it. Its title cannot be withheld: see the blocker of that name.
    case "case.opened":
    case "key.enrolled":
    case "checkpoint.made":
    case "timestamp.requested":
    case "timestamp.recorded":
    case "blind.assigned":
    case "blind.resolved":
    case "blind.ended":
    // Numbers, and words that stay sealed: somebody answered for what a program had taken for a person.
    case "region.left":
    case "pack.sealed":
      return true;
    case "finding.signed":
    case "finding.reviewed":
      return !guessable(body.data.document);
    case "edition.sealed":
      return !guessable(body.data.plan) && !body.data.findings.some(({ document }) => guessable(document));
    case "answer.sealed":
      return true;
    // Whoever checks signatures needs to know which keys count no more; the reason is the only free text here.
    case "key.replaced":
    case "key.revoked":
      return !says(body.data.reason);
    default:
      return false;
  }
}
