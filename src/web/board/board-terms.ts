/** What every part of the board is told beside its own rows. */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { Reliability, SourceId } from "../../core/source/source.ts";
import type { ContradictionReport } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import type { Drift } from "../../reason/claims/drift/drift-types.ts";
import type { OriginReport } from "../../reason/claims/origins/origin-report-types.ts";
import type { ClaimsById } from "./board-queries.ts";
import type { Relation } from "./board-relations.ts";

export interface BoardTerms {
  readonly claims: ClaimsById;
  readonly origins: OriginReport;
  /** Undefined while it is worked out. */
  readonly contradictions: ContradictionReport | undefined;
  readonly relations: ReadonlyMap<ClaimId, Relation>;
  /** Letters of today. */
  readonly letters: ReadonlyMap<SourceId, Reliability>;
  /** Zones that somebody assumed for the words of a claim. */
  readonly assumedZones: ReadonlyMap<ClaimId, string>;
  /** Label of the origin that a claim is counted under. */
  readonly labels: ReadonlyMap<ClaimId, string>;
  readonly chosen: ClaimId | undefined;
  readonly onChoose: (claim: ClaimId) => void;
}

export function labelOf(terms: Pick<BoardTerms, "labels" | "claims">, id: ClaimId): string {
  return terms.labels.get(id) ?? terms.claims.get(id)?.publisher.label ?? id;
}

/** What a restatement changed against what it derives from; several statements may have been split or merged on the way. */
export function driftsOf({ origins }: Pick<BoardTerms, "origins">, id: ClaimId): Drift[] {
  return origins.drifts.filter(({ derived }) => derived.includes(id));
}
