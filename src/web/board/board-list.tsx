/** The board on a narrow screen: event, then aspect, then origin, each with what derives from it folded beneath. */
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { ClaimCard } from "./board-claim-card.tsx";
import { type Board, type BoardRow, columnKey, reportLabel } from "./board-model.ts";
import { RowNotes } from "./board-row-notes.tsx";
import type { BoardTerms } from "./board-terms.ts";
import { aspectWords, supportWords } from "./board-words.ts";

export function BoardList({ board, terms }: { board: Board; terms: BoardTerms }) {
  return (
    <div className="board-list">
      {board.events.map((event) => (
        <section key={event.id} aria-label={`${t(`event-sort.${event.sort}`)}: ${event.title}`}>
          <h2 className="board-event-head">
            <span className="board-event-sort">{t(`event-sort.${event.sort}`)}</span>
            <Link to={`/events/${event.id}`}>
              <IsolatedText text={event.title} />
            </Link>
          </h2>
          {event.rows.map((row) => (
            <section key={row.key} className="board-list-aspect" data-row={row.key}>
              <h3>{aspectWords(row.aspect, row.part)}</h3>
              <p className="board-support small" data-support={row.cell.support}>
                {supportWords(row.cell)}
              </p>
              <RowNotes cell={row.cell} />
              <Origins row={row} terms={terms} />
            </section>
          ))}
        </section>
      ))}
    </div>
  );
}

function Origins({ row, terms }: { row: BoardRow; terms: BoardTerms }) {
  return (
    <ul className="board-list-origins">
      {row.cell.origins.map((origin) => (
        <li key={columnKey(origin)}>
          <p className="board-column-name">
            <IsolatedText text={origin.label === "unknown" ? t("claims.board.unknown-origin") : origin.label} />
          </p>
          {origin.claims.map((id) => {
            const label = reportLabel(terms.claims.get(id));
            return <ClaimCard key={id} id={id} terms={terms} as="origin" via={label === origin.label ? undefined : label} />;
          })}
          {origin.derived.length === 0 ? null : (
            <details>
              <summary>{t("claims.board.folded", { count: origin.derived.length })}</summary>
              {origin.derived.map((id) => (
                <ClaimCard key={id} id={id} terms={terms} as="derived" via={reportLabel(terms.claims.get(id))} />
              ))}
            </details>
          )}
        </li>
      ))}
      {row.cell.onlyDerived.length === 0 ? null : (
        <li>
          <p className="board-column-name">{t("claims.board.only-derived")}</p>
          <p className="small quiet">{t("claims.board.only-derived-how")}</p>
          {row.cell.onlyDerived.map((id) => (
            <ClaimCard key={id} id={id} terms={terms} as="only-derived" via={reportLabel(terms.claims.get(id))} />
          ))}
        </li>
      )}
    </ul>
  );
}
