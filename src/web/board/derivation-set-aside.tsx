/** Derivations that a person rejected, rests of withdrawn claims, and those that were taken back: they stay, and nothing is counted on them. */
import { useState } from "react";
import type { DerivationRow } from "../../api/claims.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

export function DerivationsSetAside({ derivations, readOnly }: { derivations: readonly DerivationRow[]; readOnly: boolean }) {
  const [leaving, setLeaving] = useState<DerivationRow>();
  const aside = derivations.filter(
    ({ standing, withdrawn, endsWithdrawn }) => standing === "rejected" || withdrawn !== undefined || endsWithdrawn.length > 0,
  );
  if (aside.length === 0) return null;
  return (
    <details className="contra-part">
      <summary>
        <h2>{t("claims.derivation.aside", { count: aside.length })}</h2>
      </summary>
      <ul className="derivation-list">
        {aside.map((row) => (
          <li key={row.id} data-derivation={row.id}>
            <p className="derivation-line">
              <span className="mono quiet">{row.id}</span>
              <IsolatedText text={row.derivedSays} />
              <strong>{t(`claims.derivation.sort.${row.sort}`)}</strong>
              <IsolatedText text={row.fromSays} />
            </p>
            <p className="small">
              {row.withdrawn !== undefined ? (
                <IsolatedText text={t("events.withdrawn-because", { reason: row.withdrawn })} />
              ) : row.endsWithdrawn.length > 0 ? (
                t("claims.derivation.rests-on-nothing", { ids: row.endsWithdrawn.join(", ") })
              ) : (
                <IsolatedText text={t("claims.derivation.rejected-because", { reason: row.basis, by: row.byName })} />
              )}
            </p>
            {readOnly || row.withdrawn !== undefined ? null : (
              <p>
                <button
                  type="button"
                  className="button is-small"
                  aria-label={`${t("events.withdraw")} ${row.id}`}
                  onClick={() => setLeaving(row)}
                >
                  {t("events.withdraw")}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("events.withdraw-title", { id: leaving.id })}
          action={t("events.withdraw")}
          write={(reason) => claimApi.withdrawDerivation(leaving.id, reason)}
          said={t("events.written", { id: leaving.id })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </details>
  );
}
