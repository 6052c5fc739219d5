/** What the board shows, as the address says it: which event, aspect, source; which origins are unfolded; which claim is open. */
import { Aspect, ClaimId } from "../../core/claim/claim.ts";
import { EventId } from "../../core/event/event.ts";

export interface BoardView {
  readonly event: EventId | undefined;
  readonly aspect: Aspect | undefined;
  /** Key of a column. */
  readonly source: string | undefined;
  /** Keys of columns whose derived reports are shown. */
  readonly unfolded: ReadonlySet<string>;
  readonly claim: ClaimId | undefined;
}

/** Addresses come from anywhere: what is not understood is left out. */
export function boardViewOf(query: URLSearchParams): BoardView {
  return {
    event: EventId.safeParse(query.get("event")).data,
    aspect: Aspect.safeParse(query.get("aspect")).data,
    source: query.get("source") ?? undefined,
    unfolded: new Set(query.getAll("open").filter((key) => key !== "")),
    claim: ClaimId.safeParse(query.get("claim")).data,
  };
}

/** Link to the board with a claim open. */
export const claimPath = (claim: ClaimId): string => `/claims?claim=${claim}`;

/** Link to the text that a claim is quoted from, opened at the claim. */
export const textPath = (item: string, claim: ClaimId): string => `/claims?part=texts&item=${item}&claim=${claim}`;
