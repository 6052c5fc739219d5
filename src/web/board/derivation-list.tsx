/** Every derivation in words: what derives from what, in which way, how that is known, what changed on the way. */
import { useState } from "react";
import type { DerivationEnd, DerivationId } from "../../core/claim/derivation.ts";
import type { OriginEdge, OriginReport } from "../../reason/claims/origins/origin-report-types.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { claimPath } from "./board-address.ts";
import type { ClaimsById } from "./board-queries.ts";
import { publishedWords } from "./board-words.ts";
import type { DerivationWish } from "./derivation-dialog.tsx";
import { driftsAlong, isClaim, type TextGraph } from "./derivation-graph.ts";

interface DerivationListProps {
  readonly graph: TextGraph;
  readonly report: OriginReport;
  readonly claims: ClaimsById;
  readonly chosen: string | undefined;
  readonly readOnly: boolean;
  readonly onState: (wish: DerivationWish) => void;
}

export function DerivationList({ graph, report, claims, chosen, readOnly, onState }: DerivationListProps) {
  const [leaving, setLeaving] = useState<DerivationId>();
  const drawn = new Map(graph.edges.flatMap(({ id, edges }) => edges.map((edge) => [edge, id] as const)));
  // Those that wait for a person come first.
  const edges = report.edges.toSorted((a, b) => Number(a.standing === "confirmed") - Number(b.standing === "confirmed"));
  const first = new Set<string>();
  if (edges.length === 0) return null;
  return (
    <section className="contra-part" aria-label={t("claims.derivation.list")}>
      <h2>{t("claims.derivation.list")}</h2>
      <ul className="derivation-list">
        {edges.map((edge) => {
          const drawnAs = drawn.get(edge);
          const anchor = drawnAs === undefined || first.has(drawnAs) ? undefined : `edge-${drawnAs.replace(" ", "-")}`;
          if (drawnAs !== undefined) first.add(drawnAs);
          return (
            <li
              key={`${edge.derived} ${edge.from} ${edge.sort} ${edge.id ?? ""}`}
              id={anchor}
              className={drawnAs !== undefined && drawnAs === chosen ? "is-chosen" : undefined}
              data-derivation={edge.id ?? "proposed"}
            >
              <EdgeWords edge={edge} report={report} claims={claims} />
              {readOnly ? null : (
                <p className="board-actions">
                  {edge.standing === "proposed" ? (
                    <button
                      type="button"
                      className="button is-small"
                      aria-label={t("claims.derivation.confirm-it", { derived: edge.derived, from: edge.from })}
                      onClick={() => onState({ ...wishOf(edge), standing: "confirmed" })}
                    >
                      {t("claims.derivation.confirm")}
                    </button>
                  ) : null}
                  <button
                    type="button"
                    className="button is-small"
                    aria-label={t("claims.derivation.reject-it", { derived: edge.derived, from: edge.from })}
                    onClick={() => onState({ ...wishOf(edge), standing: "rejected" })}
                  >
                    {t("claims.derivation.reject")}
                  </button>
                  {edge.id === undefined ? null : (
                    <button
                      type="button"
                      className="button is-small"
                      aria-label={`${t("events.withdraw")} ${edge.id}`}
                      onClick={() => setLeaving(edge.id)}
                    >
                      {t("events.withdraw")}
                    </button>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("events.withdraw-title", { id: leaving })}
          action={t("events.withdraw")}
          write={(reason) => claimApi.withdrawDerivation(leaving, reason)}
          said={t("events.written", { id: leaving })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}

function wishOf({ id, derived, from, sort }: OriginEdge): DerivationWish {
  return { id, derived, from, sort };
}

function EdgeWords({ edge, report, claims }: { edge: OriginEdge; report: OriginReport; claims: ClaimsById }) {
  const drifts = driftsAlong(report.drifts, edge);
  return (
    <>
      <p className="derivation-line">
        <End end={edge.derived} claims={claims} />
        <strong>{t(`claims.derivation.sort.${edge.sort}`)}</strong>
        <End end={edge.from} claims={claims} />
      </p>
      <p className="derivation-line small">
        <span className="chip">
          <ToneMark tone={edge.standing === "confirmed" ? "agree" : "unknown"} />
          {t(edge.standing === "confirmed" ? "claims.derivation.confirmed" : "claims.derivation.waits")}
          {edge.id === undefined ? null : <span className="mono quiet">{edge.id}</span>}
        </span>
        <span className={edge.order === "before" ? "relation-is-contradict" : "quiet"}>
          {edge.order === "before" ? "⚠ " : ""}
          {t(`claims.derivation.order.${edge.order}`)}
        </span>
        <span className="quiet">{t("claims.derivation.pairs", { count: edge.pairs.length })}</span>
      </p>
      <p className="small">
        <span className="quiet">{t("claims.derivation.known")} </span>
        <IsolatedText text={edge.basis} />
      </p>
      {drifts.length === 0 ? null : (
        <ul className="derivation-drifts small">
          {drifts.map(({ kind, was, became, derived }, at) => (
            <li key={at}>
              <span className="board-drift">
                <span aria-hidden="true">△ </span>
                {t(`claims.drift.${kind}`)}
              </span>{" "}
              <IsolatedText text={t("claims.drift.line", { was, became })} /> <span className="mono quiet">{derived.join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A claim by its text's publisher and its words, a text by its publisher and day. */
function End({ end, claims }: { end: DerivationEnd; claims: ClaimsById }) {
  const of = isClaim(end) ? claims.get(end) : [...claims.values()].find(({ text }) => text.item === end);
  return (
    <span className="derivation-end">
      <IsolatedText text={of?.publisher.label ?? end} />{" "}
      <span className="small quiet">
        {isClaim(end) ? (
          <Link to={claimPath(end)}>
            {end} {of === undefined || of.statement === "withheld" ? null : <IsolatedText text={of.statement.value.words} />}
          </Link>
        ) : (
          <Link to={`/items/${end}`}>{end}</Link>
        )}{" "}
        {of === undefined ? null : publishedWords(of.published)}
      </span>
    </span>
  );
}
