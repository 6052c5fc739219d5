/** Claims of no event, apart from the board: nothing is counted on them, and nothing is compared with them, until somebody says which event they are about. */
import type { ClaimId } from "../../core/claim/claim.ts";
import { t } from "../words/t.ts";
import { ClaimCard } from "./board-claim-card.tsx";
import type { BoardTerms } from "./board-terms.ts";
import { aspectWords } from "./board-words.ts";

export function UnassignedClaims({ ids, terms }: { ids: readonly ClaimId[]; terms: BoardTerms }) {
  if (ids.length === 0) return null;
  return (
    <section className="board-unassigned" aria-label={t("claims.unassigned.title")} id="unassigned">
      <h2>{t("claims.unassigned.title")}</h2>
      <p className="quiet">{t("claims.unassigned.how")}</p>
      <ul className="board-unassigned-list">
        {ids.map((id) => {
          const claim = terms.claims.get(id);
          return claim === undefined ? null : (
            <li key={id}>
              <span className="small quiet">{aspectWords(claim.aspect)}</span>
              <ClaimCard id={id} terms={terms} as="unassigned" via={claim.publisher.label} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
