/** What the register of disclosure must know of editions, and how it refuses. */
import { CaseError } from "../core/case/case-error.ts";
import type { EditionId } from "../core/edition/edition.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface SealedEdition {
  /** When its line was written. */
  readonly at: string;
  readonly data: { readonly manifest: Digest };
}

export interface EditionPorts {
  readonly clock: Clock;
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly editions: {
    sealed(edition: EditionId, version: number): Promise<SealedEdition | undefined>;
    /** Whether the case has a line of this number. */
    line(seq: number): Promise<boolean>;
    /** When it went out; undefined for a line that says nothing of that. */
    disclosed(line: number): Promise<{ readonly at: string } | undefined>;
  };
}

/** Throws CaseError INPUT_INVALID. */
export async function demandSealed({ editions }: EditionPorts, edition: EditionId, version: number): Promise<SealedEdition> {
  const found = await editions.sealed(edition, version);
  if (found === undefined)
    throw new CaseError("INPUT_INVALID", `edition ${edition}, version ${version}: expected one that was sealed in this case; found none`);
  return found;
}

/** Forms say whole minutes, and clocks of two machines differ. */
const slackMs = 5 * 60_000;

/** `since`: what happened at `from`, in words. Throws CaseError INPUT_INVALID. */
export function demandMoment(
  thing: string,
  at: UtcInstant,
  { from, until, since }: { readonly from: string; readonly until: string; readonly since: string },
): void {
  if (Date.parse(at) < Date.parse(from) - slackMs)
    throw new CaseError("INPUT_INVALID", `${thing}: at: expected a moment after ${since}, at ${from}; found ${at}`);
  if (Date.parse(at) > Date.parse(until) + slackMs)
    throw new CaseError("INPUT_INVALID", `${thing}: at: expected a moment that has come (now ${until}); found ${at}`);
}
