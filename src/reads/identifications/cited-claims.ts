/** Claims that are cited for who a unit is, as they are now: whether each stands, and of which event it is. */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import type { CaseReader } from "../case-reader.ts";

export interface CitedClaim {
  readonly id: ClaimId;
  readonly state: "stands" | "withdrawn" | "unknown";
  readonly event: EventId | "unassigned";
}

/** In the order in which they are asked for. */
export async function citedClaims({ views: { db } }: CaseReader, claims: readonly ClaimId[]): Promise<CitedClaim[]> {
  if (claims.length === 0) return [];
  const rows = await db.selectFrom("claim").select(["id", "event", "withdrawn"]).execute();
  const known = new Map(rows.map((row) => [`k${row.id}`, row]));
  return claims.map((id) => {
    const row = known.get(id);
    if (row === undefined) return { id, state: "unknown", event: "unassigned" };
    return { id, state: row.withdrawn === null ? "stands" : "withdrawn", event: row.event === null ? "unassigned" : `e${row.event}` };
  });
}
