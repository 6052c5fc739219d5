/** The board: aspects of each event against the origins of what is said of them. Events are never joined, and it never says which claim is true. */
import "./board.css";
import { useRef } from "react";
import type { ClaimId } from "../../core/claim/claim.ts";
import { useEvents } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { navigate, setQuery, useAddress } from "../router/router.ts";
import { useSources } from "../sources/source-queries.ts";
import { t } from "../words/t.ts";
import { boardViewOf } from "./board-address.ts";
import { ClaimPanel } from "./board-claim-panel.tsx";
import { BoardFilters } from "./board-filters.tsx";
import { BoardLegend } from "./board-legend.tsx";
import { BoardList } from "./board-list.tsx";
import { BoardMatrix } from "./board-matrix.tsx";
import { type Board, boardOf, columnKey } from "./board-model.ts";
import { byId, useContradictionReport, useOriginReport } from "./board-queries.ts";
import { type Counted, relationsOf } from "./board-relations.ts";
import type { BoardTerms } from "./board-terms.ts";
import { UnassignedClaims } from "./board-unassigned.tsx";
import { useAssumptions, useClaims } from "./claim-queries.ts";

export function BoardPart({ readOnly }: { readonly readOnly: boolean }) {
  const view = boardViewOf(useAddress().query);
  const claims = useClaims();
  const origins = useOriginReport();
  const contradictions = useContradictionReport({});
  const events = useEvents();
  const sources = useSources();
  const assumptions = useAssumptions();
  const isNarrow = useNarrow(760);
  const before = useRef<HTMLElement | null>(null);
  const failed = [claims, origins, contradictions, events].find(({ error }) => error !== null);
  if (failed !== undefined) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (claims.data === undefined || origins.data === undefined || events.data === undefined)
    return <p className="claims-empty">{t("app.waiting")}</p>;

  const known = byId(claims.data.claims);
  if (claims.data.claims.every(({ withdrawn }) => withdrawn !== undefined))
    return (
      <div className="claims-empty">
        <p>{t("claims.board.empty")}</p>
        <p>
          <Link to="/claims?part=texts">{t("claims.board.empty-how")}</Link>
        </p>
      </div>
    );
  const standing = events.data.events.filter(({ withdrawn }) => withdrawn === undefined);
  const whole = boardOf(origins.data, standing, known);
  const board = boardOf(origins.data, standing, known, view);
  const terms: BoardTerms = {
    claims: known,
    origins: origins.data,
    contradictions: contradictions.data,
    // Counts stand at once; how claims stand to each other takes longer to work out.
    relations: contradictions.data === undefined ? new Map() : relationsOf(contradictions.data, countedIn(whole)),
    letters: new Map(sources.data?.sources.map(({ id, reliability }) => [id, reliability])),
    labels: labelsOf(whole),
    assumedZones: new Map(
      assumptions.data?.assumptions.flatMap(({ what, withdrawn }) =>
        withdrawn === undefined && what !== "withheld" && what.is === "zone" ? [[what.claim, what.zone] as const] : [],
      ),
    ),
    chosen: view.claim,
    onChoose: (claim) => {
      if (view.claim === undefined) before.current = document.activeElement as HTMLElement | null;
      setQuery({ claim });
    },
  };
  const close = (): void => {
    setQuery({ claim: undefined });
    // The focus goes back to where the panel was opened from.
    const from = document.querySelector<HTMLElement>(`[data-claim="${view.claim ?? ""}"]`) ?? before.current;
    from?.focus();
  };
  const fold = (key: string): void => {
    const query = new URLSearchParams(window.location.search);
    const open = query.getAll("open");
    query.delete("open");
    for (const one of open.includes(key) ? open.filter((other) => other !== key) : [...open, key]) query.append("open", one);
    navigate(`${window.location.pathname}?${query}`, { replace: true });
  };
  return (
    <div
      className={view.claim === undefined ? "board" : "board has-panel"}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || view.claim === undefined || event.defaultPrevented) return;
        // A dialog over the panel closes alone.
        if ((event.target as Element).closest("dialog") !== null) return;
        event.preventDefault();
        close();
      }}
    >
      <div className="board-main">
        <BoardFilters board={whole} view={view} />
        {contradictions.data === undefined ? <p className="small quiet">{t("claims.board.comparing")}</p> : null}
        {board.events.length === 0 ? <p className="claims-empty">{t("claims.board.none-match")}</p> : null}
        {isNarrow ? (
          <BoardList board={board} terms={terms} />
        ) : (
          <BoardMatrix board={board} terms={terms} unfolded={view.unfolded} onFold={fold} />
        )}
        <BoardLegend />
        <UnassignedClaims ids={origins.data.unassigned} terms={terms} />
      </div>
      {view.claim === undefined ? null : (
        <ClaimPanel key={view.claim} id={view.claim} terms={terms} readOnly={readOnly} isNarrow={isNarrow} onClose={close} />
      )}
    </div>
  );
}

function countedIn({ events }: Board): Counted {
  const counted = new Map<ClaimId, { row: string; origin: string }>();
  for (const { rows } of events)
    for (const { key, cell } of rows)
      for (const origin of cell.origins) for (const id of origin.claims) counted.set(id, { row: key, origin: columnKey(origin) });
  return counted;
}

/** By whose word a claim is: the origin it is counted under. */
function labelsOf(board: Board): ReadonlyMap<ClaimId, string> {
  const labels = new Map<ClaimId, string>();
  for (const { rows } of board.events)
    for (const { cell } of rows) for (const { label, claims } of cell.origins) for (const id of claims) labels.set(id, label);
  return labels;
}
