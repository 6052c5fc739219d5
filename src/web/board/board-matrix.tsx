/**
 * The board as a matrix. Heads stay in sight; it scrolls inside itself. One claim is in the order of Tab; arrows go from claim to claim,
 * Home and End along the row, Enter opens.
 */
import { useRef, useState } from "react";
import type { ClaimId } from "../../core/claim/claim.ts";
import { useKeys } from "../keys/use-keys.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { boardKeys } from "./board-keys.ts";
import { ClaimCard } from "./board-claim-card.tsx";
import type { Board, BoardColumn, BoardRow } from "./board-model.ts";
import { type Move, moveFrom, type Spot } from "./board-moves.ts";
import type { BoardTerms } from "./board-terms.ts";
import { aspectWords, supportWords } from "./board-words.ts";
import { RowNotes } from "./board-row-notes.tsx";

interface BoardMatrixProps {
  readonly board: Board;
  readonly terms: BoardTerms;
  readonly unfolded: ReadonlySet<string>;
  readonly onFold: (key: string) => void;
}

/** A column as it is drawn: an origin, one of the reports folded under it, or what only reports say. */
interface Shown {
  readonly key: string;
  readonly column: BoardColumn | undefined;
  readonly report: string | undefined;
}

interface ClaimSpot extends Spot {
  readonly claim: ClaimId;
}

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "row-start",
  End: "row-end",
};

export function BoardMatrix({ board, terms, unfolded, onFold }: BoardMatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  useKeys(boardKeys, {});
  const [at, setAt] = useState<{ readonly row: number; readonly column: number; readonly place: number }>();
  const shown = shownColumns(board, unfolded);
  const rows = board.events.flatMap((event) => event.rows);
  const spots: ClaimSpot[] = rows.flatMap((row, rowAt) =>
    shown.flatMap((column, columnAt) =>
      claimsAt(row, column, terms).map((claim, place) => ({ row: rowAt, column: columnAt, place, claim })),
    ),
  );
  const isAt = (spot: Spot): boolean => at !== undefined && spot.row === at.row && spot.column === at.column && spot.place === at.place;
  const current = spots.find(isAt) ?? spots.find(({ claim }) => claim === terms.chosen) ?? spots[0];
  const step = (event: React.KeyboardEvent): void => {
    const move = moves[event.key];
    if (move === undefined || current === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target as HTMLElement).hasAttribute("data-claim")) return;
    event.preventDefault();
    const next = moveFrom(spots, current, move);
    if (next === undefined) return;
    setAt(next);
    const cell = table.current?.querySelector(`[data-spot="${next.row} ${next.column}"]`);
    const button = cell?.querySelectorAll<HTMLElement>("[data-claim]")[next.place];
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  // Wherever the focus came from, the arrows go on from there.
  const follow = ({ target }: React.FocusEvent): void => {
    const claim = target.getAttribute("data-claim");
    const [row, column] = (target.closest("[data-spot]")?.getAttribute("data-spot") ?? "").split(" ").map(Number);
    const spot = spots.find((one) => one.row === row && one.column === column && one.claim === claim);
    if (spot !== undefined && !isAt(spot)) setAt(spot);
  };
  return (
    <div className="board-scroll" role="region" aria-label={t("claims.board.title")}>
      <table className="board-table" ref={table} onKeyDown={step} onFocus={follow}>
        <caption className="visually-hidden">{t("claims.board.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="board-corner">
              {t("claims.board.aspect")}
            </th>
            {shown.map((one) => (
              <ColumnHead key={one.key} shown={one} terms={terms} isOpen={unfolded.has(one.key)} onFold={onFold} />
            ))}
          </tr>
        </thead>
        {board.events.map((event) => (
          <tbody key={event.id}>
            <tr className="board-event">
              <th scope="rowgroup" colSpan={shown.length + 1}>
                <span className="board-event-head">
                  <span className="board-event-sort">{t(`event-sort.${event.sort}`)}</span>
                  <Link to={`/events/${event.id}`}>
                    <IsolatedText text={event.title} />
                  </Link>
                  <span className="mono quiet">{event.id}</span>
                </span>
              </th>
            </tr>
            {event.rows.map((row) => {
              const thisRow = rows.indexOf(row);
              return (
                <tr key={row.key} data-row={row.key}>
                  <th scope="row" className="board-aspect">
                    <span className="board-aspect-name">{aspectWords(row.aspect, row.part)}</span>
                    <span className="board-support small" data-support={row.cell.support}>
                      {supportWords(row.cell)}
                    </span>
                    <RowNotes cell={row.cell} />
                  </th>
                  {shown.map((column, columnAt) => (
                    <td
                      key={column.key}
                      data-spot={`${thisRow} ${columnAt}`}
                      className={column.report === undefined ? undefined : "is-report"}
                    >
                      {claimsAt(row, column, terms).map((claim, place) => (
                        <ClaimCard
                          key={claim}
                          id={claim}
                          terms={terms}
                          as={column.column === undefined ? "only-derived" : column.report === undefined ? "origin" : "derived"}
                          via={viaOf(claim, column, terms)}
                          tabIndex={current?.row === thisRow && current.column === columnAt && current.place === place ? 0 : -1}
                        />
                      ))}
                      {column.column === undefined || column.report !== undefined || unfolded.has(column.key) ? null : (
                        <Folded count={row.cells.get(column.key)?.derived.length ?? 0} />
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ColumnHead({ shown, terms, isOpen, onFold }: { shown: Shown; terms: BoardTerms; isOpen: boolean; onFold: (key: string) => void }) {
  const { column, report } = shown;
  if (column === undefined)
    return (
      <th scope="col" className="is-report">
        <span className="board-column-name">{t("claims.board.only-derived")}</span>
        <span className="small quiet">{t("claims.board.only-derived-how")}</span>
      </th>
    );
  if (report !== undefined)
    return (
      <th scope="col" className="is-report">
        <span className="board-column-name">
          <IsolatedText text={report} />
        </span>
        <span className="small quiet">
          <IsolatedText text={t("claims.board.derives", { origin: column.label })} />
        </span>
      </th>
    );
  const letter = column.source === "unknown" ? undefined : terms.letters.get(column.source);
  return (
    <th scope="col">
      <span className="board-column-name">
        <IsolatedText text={column.label === "unknown" ? t("claims.board.unknown-origin") : column.label} />
        {letter === undefined ? null : (
          <span className="admiralty-letter" title={t("claims.letter-today")}>
            <span className="visually-hidden">{t("claims.letter")} </span>
            {letter}
          </span>
        )}
      </span>
      {column.source === "unknown" ? <span className="small quiet">{t("claims.board.unknown-source")}</span> : null}
      {column.derivedCount === 0 ? null : (
        <button type="button" className="button is-bare is-small board-fold" aria-expanded={isOpen} onClick={() => onFold(column.key)}>
          <span aria-hidden="true">{isOpen ? "◂" : "▸"}</span> {t("claims.board.reports", { count: column.reports.length })}
        </button>
      )}
    </th>
  );
}

function Folded({ count }: { count: number }) {
  return count === 0 ? null : <span className="board-folded small quiet">{t("claims.board.folded", { count })}</span>;
}

function shownColumns(board: Board, unfolded: ReadonlySet<string>): Shown[] {
  const shown = board.columns.flatMap((column): Shown[] => [
    { key: column.key, column, report: undefined },
    ...(unfolded.has(column.key) ? column.reports.map((report) => ({ key: `${column.key} ${report}`, column, report })) : []),
  ]);
  return board.hasOnlyDerived ? [...shown, { key: "only-derived", column: undefined, report: undefined }] : shown;
}

function claimsAt(row: BoardRow, { column, report }: Shown, terms: BoardTerms): readonly ClaimId[] {
  if (column === undefined) return row.cell.onlyDerived;
  const cell = row.cells.get(column.key);
  if (report === undefined) return cell?.claims ?? [];
  return cell?.derived.filter((id) => terms.claims.get(id)?.publisher.label === report) ?? [];
}

/** Said where the head of the column is not whose text it is. */
function viaOf(id: ClaimId, { column, report }: Shown, terms: BoardTerms): string | undefined {
  const label = terms.claims.get(id)?.publisher.label;
  return report === undefined && label !== column?.label ? label : undefined;
}
