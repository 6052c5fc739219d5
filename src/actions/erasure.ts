/** What every erasure needs: two people, no legal hold, and tables without a trace of what went. */
import { CaseError } from "../core/case/case-error.ts";
import type { PersonId } from "../core/key/key.ts";
import type { Viewer } from "../policy/viewer.ts";

export interface Erasure {
  readonly reason: string;
  /** Two people: the rule that one alone cannot make evidence vanish. */
  readonly authorisedBy: readonly [PersonId, PersonId];
}

export interface KnowsPeople {
  /** People of the case with a key in force. */
  readonly peopleInForce: () => Promise<readonly PersonId[]>;
}

/**
 * Throws CaseError NOT_ALLOWED unless two different people of the case, each with a key in force, stand for it, one of
 * them being whoever signs. That the other one agreed is what the signer says: the entry carries one signature.
 */
export async function demandTwoPeople({ peopleInForce }: KnowsPeople, viewer: Viewer, { authorisedBy, reason }: Erasure): Promise<void> {
  const [first, second] = authorisedBy;
  if (first === second) throw new CaseError("NOT_ALLOWED", "erasing: expected two people who authorise it; found one person twice");
  const people = await peopleInForce();
  for (const person of authorisedBy) {
    if (!people.includes(person)) {
      throw new CaseError(
        "NOT_ALLOWED",
        `erasing: expected two people of this case with a key in force (${people.join(", ")}); found ${person}`,
      );
    }
  }
  if (viewer.person !== first && viewer.person !== second) {
    throw new CaseError(
      "NOT_ALLOWED",
      `erasing: expected whoever signs it (${viewer.person}) to be one of the two; found ${first} and ${second}`,
    );
  }
  if (reason.trim() === "") throw new CaseError("INPUT_INVALID", "erasing: expected a reason; found none");
}
