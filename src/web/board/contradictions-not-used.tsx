/** What could not be used for the sheet, and why. */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { ContradictionReport } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { claimPath } from "./board-address.ts";
import type { SheetTerms } from "./contradictions-terms.ts";

export function NotUsedList({ notUsed, terms }: { notUsed: ContradictionReport["notUsed"]; terms: SheetTerms }) {
  if (notUsed.length === 0) return null;
  return (
    <section className="contra-part" aria-label={t("claims.not-used")}>
      <h2>{t("claims.not-used")}</h2>
      <ul className="board-lines small">
        {notUsed.map(({ id, why }) => (
          <li key={`${id} ${why}`}>
            {id.startsWith("k") ? (
              <Link className="mono" to={claimPath(id as ClaimId)}>
                {id}
              </Link>
            ) : (
              <span className="mono">{id}</span>
            )}{" "}
            <span className="quiet">
              <IsolatedText text={terms.claims.get(id as ClaimId)?.publisher.label ?? ""} />
            </span>{" "}
            <IsolatedText text={why} />
          </li>
        ))}
      </ul>
    </section>
  );
}
