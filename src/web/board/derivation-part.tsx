/** Which statement comes from which: drawn, and the same as a list in which each derivation is confirmed, rejected, stated or taken back, always with how it is known. */
import "./derivation.css";
import { type ReactNode, useState } from "react";
import type { DerivationEnd } from "../../core/claim/derivation.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { byId, useOriginReport } from "./board-queries.ts";
import { useClaims, useDerivations } from "./claim-queries.ts";
import { CircleList } from "./derivation-circles.tsx";
import { DerivationDialog, type DerivationWish } from "./derivation-dialog.tsx";
import { DerivationDrawing } from "./derivation-drawing.tsx";
import { textGraph } from "./derivation-graph.ts";
import { DerivationList } from "./derivation-list.tsx";
import { DerivationsSetAside } from "./derivation-set-aside.tsx";

export function DerivationPart({ readOnly }: { readonly readOnly: boolean }) {
  const { query } = useAddress();
  const [stating, setStating] = useState<DerivationWish>();
  const isNarrow = useNarrow(760);
  const claims = useClaims();
  const origins = useOriginReport();
  const derivations = useDerivations();
  const failed = [claims, origins, derivations].find(({ error }) => error !== null);
  if (failed !== undefined) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (claims.data === undefined || origins.data === undefined || derivations.data === undefined)
    return <p className="claims-empty">{t("app.waiting")}</p>;
  const known = byId(claims.data.claims);
  const graph = textGraph(origins.data, claims.data.claims);
  const wished = query.get("derived");
  const byHand = wished === null ? stating : { derived: wished as DerivationEnd };
  const close = (): void => {
    setStating(undefined);
    setQuery({ derived: undefined });
  };
  return (
    <div className="derivation">
      <div className="contra-head">
        <p className="quiet">{t("claims.derivation.how")}</p>
        {readOnly ? null : (
          <button type="button" className="button" onClick={() => setStating({})}>
            {t("claims.derivation.state")}
          </button>
        )}
      </div>
      {graph.edges.length === 0 ? (
        <p className="claims-empty">{t("claims.derivation.empty")}</p>
      ) : (
        <Folded isFolded={isNarrow} title={t("claims.derivation.drawing")}>
          <DerivationDrawing
            graph={graph}
            chosen={query.get("edge") ?? undefined}
            onChoose={(edge) => {
              setQuery({ edge });
              document.getElementById(`edge-${edge.replace(" ", "-")}`)?.scrollIntoView({ block: "center" });
            }}
          />
          <ul className="derivation-legend small quiet" aria-label={t("claims.legend")}>
            <li>
              <svg width="34" height="8" aria-hidden="true">
                <path d="M0 4h34" className="legend-line" />
              </svg>{" "}
              {t("claims.derivation.confirmed")}
            </li>
            <li>
              <svg width="34" height="8" aria-hidden="true">
                <path d="M0 4h34" className="legend-line is-proposed" />
              </svg>{" "}
              {t("claims.proposed")}
            </li>
            <li>△ {t("claims.drift.title")}</li>
            <li>⚠ {t("claims.derivation.before-short")}</li>
            <li>↻ {t("claims.derivation.circle")}</li>
          </ul>
        </Folded>
      )}
      <CircleList circles={origins.data.circles} />
      <DerivationList
        graph={graph}
        report={origins.data}
        claims={known}
        chosen={query.get("edge") ?? undefined}
        readOnly={readOnly}
        onState={setStating}
      />
      {graph.alone.length === 0 ? null : (
        <section className="contra-part" aria-label={t("claims.derivation.alone")}>
          <h2>{t("claims.derivation.alone")}</h2>
          <ul className="derivation-alone">
            {graph.alone.map(({ item, label, claims: count }) => (
              <li key={item}>
                <IsolatedText text={label} />{" "}
                <span className="small quiet">
                  {item} · {t("claims.derivation.claims", { count })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DerivationsSetAside derivations={derivations.data.derivations} readOnly={readOnly} />
      {byHand === undefined || readOnly ? null : <DerivationDialog wish={byHand} claims={claims.data.claims} onClose={close} />}
    </div>
  );
}

/** On a narrow screen the list comes first: a drawing is wider than that. */
function Folded({ isFolded, title, children }: { isFolded: boolean; title: string; children: ReactNode }) {
  if (!isFolded) return <>{children}</>;
  return (
    <details className="derivation-folded">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
