/** One claim, whole: its quote, through whom it came, how the speaker knows, how it stands to the others, its two marks apart, and how it came to be said. */
import { type ReactNode, useEffect, useRef } from "react";
import type { ClaimRow } from "../../api/claims.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import { HistoryList } from "../events/history-list.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { CommentThread } from "../comments/comment-thread.tsx";
import { StaleNotice } from "../work/stale-notice.tsx";
import { t } from "../words/t.ts";
import { textPath } from "./board-address.ts";
import { ClaimActions } from "./board-claim-actions.tsx";
import { ClaimFacts } from "./board-claim-facts.tsx";
import { ClaimStanding } from "./board-claim-standing.tsx";
import { BoardQuote } from "./board-quote.tsx";
import type { BoardTerms } from "./board-terms.ts";
import { aspectWords } from "./board-words.ts";
import { useClaim } from "./claim-queries.ts";
import { OtherSortNote } from "./other-sort-note.tsx";

interface ClaimPanelProps {
  readonly id: ClaimId;
  readonly terms: BoardTerms;
  readonly readOnly: boolean;
  readonly isNarrow: boolean;
  readonly onClose: () => void;
}

export function ClaimPanel({ id, terms, readOnly, isNarrow, onClose }: ClaimPanelProps) {
  const { data, error, refetch } = useClaim(id);
  const claim = data?.claim ?? terms.claims.get(id);
  const title = claim === undefined ? id : titleOf(claim);
  const body = (
    <>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {claim === undefined ? null : (
        <>
          <p className="board-about">
            {claim.eventSays === null || claim.eventSays.withdrawn || claim.event === "unassigned" ? (
              <span className="tone-narrower">{t("claims.of-no-event")}</span>
            ) : (
              <>
                {t(`event-sort.${claim.eventSays.sort}`)}:{" "}
                <Link to={`/events/${claim.event}`}>
                  <IsolatedText text={claim.eventSays.title} />
                </Link>
              </>
            )}
          </p>
          {claim.statement === "withheld" ? null : <OtherSortNote read={claim.statement.eventSort} assigned={claim.eventSays?.sort} />}
          {claim.withdrawn === undefined ? null : (
            <p className="tone-narrower">
              <IsolatedText text={t("events.withdrawn-because", { reason: claim.withdrawn })} />
            </p>
          )}
          <StaleNotice record={id} />
          <BoardQuote claim={claim} />
          <p className="small">
            <Link to={textPath(claim.text.item, id)} data-text-link="">
              {t("claims.open-text")}
            </Link>{" "}
            <span className="quiet">
              {t(`claims.role.${claim.role}`)}, <IsolatedText text={claim.itemName} /> ({claim.text.item})
            </span>
          </p>
          {readOnly || claim.withdrawn !== undefined ? null : <ClaimActions claim={claim} />}
          <ClaimFacts claim={claim} />
          <ClaimStanding claim={claim} terms={terms} />
          <h3>{t("comments.tab")}</h3>
          <CommentThread record={id} atS={null} />
          <HistoryList history={data?.history ?? []} />
        </>
      )}
    </>
  );
  return isNarrow ? (
    <Dialog title={title} wide onClose={onClose}>
      <div className="board-panel-body">{body}</div>
    </Dialog>
  ) : (
    <Aside title={title} id={id} onClose={onClose}>
      {body}
    </Aside>
  );
}

function Aside({ title, id, onClose, children }: { title: string; id: ClaimId; onClose: () => void; children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <aside className="board-panel" aria-label={t("claims.panel", { id })}>
      <div className="board-panel-head">
        <h2 ref={head} tabIndex={-1}>
          {title} <span className="mono quiet">{id}</span>
        </h2>
        <button type="button" className="button is-bare is-small" onClick={onClose}>
          {t("dialog.close")} <kbd>Esc</kbd>
        </button>
      </div>
      <div className="board-panel-body">{children}</div>
    </aside>
  );
}

function titleOf(claim: ClaimRow): string {
  const { aspect, statement } = claim;
  const part =
    statement !== "withheld" && statement.value.is === "actor" && statement.value.part !== "unclear" ? statement.value.part : null;
  return aspectWords(aspect, part);
}
