/** What actions on identifications must know of the case. */
import { CaseError } from "../core/case/case-error.ts";
import type { ClaimId } from "../core/claim/claim.ts";
import type { IdentificationId } from "../core/identification/identification.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ObservationId } from "../core/observation/observation.ts";
import type { SourceId } from "../core/source/source.ts";
import type { EventPorts } from "./event-ports.ts";

export interface IdentificationPorts extends EventPorts {
  readonly identifications: {
    identification(id: IdentificationId): Promise<"stands" | "withdrawn" | "unknown">;
    /** Those that are no observation of the item, or were taken back. */
    notOfItem(item: ItemId, observations: readonly ObservationId[]): Promise<readonly ObservationId[]>;
    unknownSources(sources: readonly SourceId[]): Promise<readonly SourceId[]>;
    unknownClaims(claims: readonly ClaimId[]): Promise<readonly ClaimId[]>;
  };
}

/** Throws CaseError INPUT_INVALID unless the identification is there and stands. */
export async function demandIdentification({ identifications }: IdentificationPorts, id: IdentificationId): Promise<void> {
  const state = await identifications.identification(id);
  if (state !== "stands")
    throw new CaseError(
      "INPUT_INVALID",
      `identification ${id}: expected one that stands; found ${state === "unknown" ? "none of that number" : "one that was taken back"}`,
    );
}
