/** Assumptions, apart from all else: made by a person, graded by nobody, with where each was used. The program puts none forward. */
import { useState } from "react";
import type { AssumptionRow } from "../../api/claims.ts";
import type { ContradictionReport } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { AssumeDialog } from "./contradictions-assume-dialog.tsx";
import { momentOf, type SheetTerms } from "./contradictions-terms.ts";

interface AssumptionListProps {
  readonly assumptions: readonly AssumptionRow[];
  readonly used: ContradictionReport["assumptions"];
  readonly terms: SheetTerms;
  readonly readOnly: boolean;
}

export function AssumptionList({ assumptions, used, terms, readOnly }: AssumptionListProps) {
  const [isMaking, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<AssumptionRow>();
  const standing = assumptions.filter(({ withdrawn }) => withdrawn === undefined);
  const gone = assumptions.filter(({ withdrawn }) => withdrawn !== undefined);
  return (
    <section className="contra-part contra-assumptions" aria-label={t("claims.assumptions.title")}>
      <div className="contra-head">
        <h2>{t("claims.assumptions.title")}</h2>
        {readOnly ? null : (
          <button type="button" className="button is-small" onClick={() => setMaking(true)}>
            {t("claims.assumptions.make")}
          </button>
        )}
      </div>
      <p className="quiet small">{t("claims.assumptions.how")}</p>
      {standing.length === 0 ? <p className="quiet">{t("claims.assumptions.none")}</p> : null}
      <ul className="assumption-list">
        {standing.map((row) => (
          <li key={row.id} data-assumption={row.id}>
            <p>
              <span className="mono quiet">{row.id}</span> <strong>{whatWords(row.what, terms)}</strong>
            </p>
            <p>
              <IsolatedText text={row.words} />
            </p>
            <p className="small quiet">
              <IsolatedText text={t("claims.assumptions.by", { by: row.byName, at: row.at })} />{" "}
              {row.endsWithdrawn.length === 0 ? (
                <IsolatedText text={usedWords(used.find(({ id }) => id === row.id)?.used)} />
              ) : (
                t("claims.assumptions.rests-on-nothing", { ids: row.endsWithdrawn.join(", ") })
              )}
            </p>
            {readOnly ? null : (
              <button
                type="button"
                className="button is-small"
                aria-label={`${t("events.withdraw")} ${row.id}`}
                onClick={() => setLeaving(row)}
              >
                {t("events.withdraw")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {gone.length === 0 ? null : (
        <details>
          <summary className="quiet small">{t("claims.withdrawn-count", { count: gone.length })}</summary>
          <ul className="board-lines small">
            {gone.map((row) => (
              <li key={row.id}>
                <span className="mono">{row.id}</span> <s>{whatWords(row.what, terms)}</s>{" "}
                <IsolatedText text={t("events.withdrawn-because", { reason: row.withdrawn ?? "" })} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {isMaking ? <AssumeDialog terms={terms} onClose={() => setMaking(false)} /> : null}
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("events.withdraw-title", { id: leaving.id })}
          action={t("events.withdraw")}
          write={(reason) => claimApi.withdrawAssumption(leaving.id, reason)}
          said={t("events.written", { id: leaving.id })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}

function usedWords(used: string | null | undefined): string {
  return typeof used === "string" ? t("claims.assumptions.used", { used }) : t("claims.assumptions.unused");
}

function whatWords(what: AssumptionRow["what"], terms: SheetTerms): string {
  if (what === "withheld") return t("claims.withheld");
  if (what.is === "other") return t("claims.assumption.other");
  if (what.is === "zone") return t("claims.assumption.zone-of", { claim: what.claim, zone: what.zone });
  const moment = (id: string): string => momentOf(terms, id.startsWith("k") ? `said ${id as `k${number}`}` : (id as `e${number}`));
  const ends = { first: moment(what.first), second: moment(what.second) };
  if (what.is === "same-day") return t("claims.assumption.same-day-of", { ...ends, zone: what.zone });
  if (what.is === "before")
    return what.atLeastHours === undefined
      ? t("claims.assumption.before-of", ends)
      : t("claims.assumption.before-hours", { ...ends, hours: what.atLeastHours });
  return t(`claims.assumption.${what.is}-of`, ends);
}
