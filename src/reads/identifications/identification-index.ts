/** What actions on identifications must know before they append. */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { IdentificationId } from "../../core/identification/identification.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ObservationId } from "../../core/observation/observation.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { CaseReader } from "../case-reader.ts";
import { citedClaims } from "./cited-claims.ts";

const numberOf = (id: string): number => Number(id.slice(1));

export function identificationIndex(reader: CaseReader) {
  const { db } = reader.views;
  return {
    async identification(id: IdentificationId): Promise<"stands" | "withdrawn" | "unknown"> {
      const row = await db.selectFrom("identification").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst();
      if (row === undefined) return "unknown";
      return row.withdrawn === null ? "stands" : "withdrawn";
    },
    async notOfItem(item: ItemId, observations: readonly ObservationId[]): Promise<ObservationId[]> {
      const rows = await db
        .selectFrom("observation")
        .select("id")
        .where("item", "=", numberOf(item))
        .where("withdrawn", "is", null)
        .execute();
      const own = new Set(rows.map(({ id }) => id));
      return observations.filter((id) => !own.has(numberOf(id)));
    },
    async unknownSources(sources: readonly SourceId[]): Promise<SourceId[]> {
      const rows = await db.selectFrom("source").select("id").execute();
      const known = new Set(rows.map(({ id }) => id));
      return sources.filter((id) => !known.has(numberOf(id)));
    },
    claims: (claims: readonly ClaimId[]) => citedClaims(reader, claims),
  };
}
