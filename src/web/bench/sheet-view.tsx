/**
 * The rows of a sheet: as long as it is, with only what is on the screen in the page, cells as inert text. Of the chosen row
 * it stands beside the cells what was read out of them: times with their zone state, places with their radius, links inert.
 */
import "./sheet.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { RowsPage, SheetSummary, ShownRow } from "../../api/sheets.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { type PageSource, usePages } from "../parts/use-pages.ts";
import { Link } from "../router/link.tsx";
import { setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { columnName } from "./sheet-columns.ts";
import { SheetRowPanel } from "./sheet-row-panel.tsx";

/** The style sheet says the same numbers. */
const rowHeight = 30;
const headHeight = 32;
const overscan = 8;
/** Columns drawn in the grid; the panel shows all of them. */
const mostColumns = 60;

export function SheetView({ detail, sheet }: { detail: ItemDetail; sheet: SheetSummary }) {
  const { id } = detail.row;
  const [words, setWords] = useState("");
  const wanted = wantedRow(useAddress().query.get("row"));
  const [chosen, setChosen] = useState(Math.max(0, (wanted ?? 1) - 1));
  const [seeking, setSeeking] = useState(wanted);
  const source = useMemo(
    (): PageSource<RowsPage, ShownRow> => ({
      key: (asked, page) => queryKeys.rows(id, asked["q"] ?? "", page),
      fetch: (query, signal) => api.rows(id, query, signal),
      rows: (page) => page.rows,
    }),
    [id],
  );
  const pages = usePages(
    source,
    useMemo(() => ({ q: words }), [words]),
  );
  const total = pages.total ?? 0;
  const at = Math.min(chosen, Math.max(0, total - 1));
  const row = pages.rowAt(at);
  // Empty lines of the file count and are no rows here: the row of the address stands a little before its number.
  if (seeking !== undefined && row !== undefined) {
    const before = Math.max(0, at - Math.max(0, row.row - seeking));
    setSeeking(before === at ? undefined : seeking);
    if (before !== at) setChosen(before);
  }
  const choose = (index: number): void => {
    setSeeking(undefined);
    setChosen(index);
    setQuery({ row: String(pages.rowAt(index)?.row ?? index + 1) });
  };
  return (
    <div className="sheet">
      <header className="sheet-head">
        <h2>
          {t(`sheet.format.${sheet.format}`)} · {t("sheet.title", { count: sheet.rows })} · {t("sheet.links", { count: sheet.links })}
        </h2>
        <Link to={`/paste?item=${id}`} className="button">
          {t("paste.from-bench")}
        </Link>
        <input
          type="search"
          className="field"
          value={words}
          placeholder={t("sheet.search")}
          aria-label={t("sheet.search")}
          onChange={(event) => {
            setWords(event.target.value);
            setSeeking(undefined);
            setChosen(0);
          }}
        />
      </header>
      {pages.error === null ? null : <ErrorNotice error={pages.error as Error} onRetry={pages.retry} />}
      {pages.total === 0 ? <p className="quiet">{t(words === "" ? "sheet.empty" : "sheet.none")}</p> : null}
      {total === 0 ? null : (
        <>
          <Grid sheet={sheet} total={total} chosen={at} rowAt={pages.rowAt} onSee={pages.see} onChoose={choose} />
          <SheetRowPanel columns={sheet.columns} row={row} />
        </>
      )}
    </div>
  );
}

/** `?row=12`: the row that a link from elsewhere means. */
function wantedRow(said: string | null): number | undefined {
  return said !== null && /^[1-9]\d{0,8}$/.test(said) ? Number(said) : undefined;
}

interface GridProps {
  readonly sheet: SheetSummary;
  readonly total: number;
  readonly chosen: number;
  readonly rowAt: (index: number) => ShownRow | undefined;
  readonly onSee: (first: number, last: number) => void;
  readonly onChoose: (index: number) => void;
}

function Grid({ sheet, total, chosen, rowAt, onSee, onChoose }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => onSee(first, last), [onSee, first, last]);
  useEffect(() => virtual.scrollToIndex(chosen, { align: "auto" }), [virtual, chosen]);
  const columns = sheet.columns.slice(0, mostColumns);
  const template = {
    gridTemplateColumns: `64px repeat(${Math.max(1, columns.length)}, ${columns.length < 3 ? "minmax(240px, 1fr)" : "190px"})`,
  };

  const onKey = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + page,
      PageUp: chosen - page,
      Home: 0,
      End: total - 1,
    };
    const to = moves[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(Math.max(0, Math.min(total - 1, to)));
  };

  return (
    <div
      ref={scroller}
      className="sheet-grid"
      role="grid"
      tabIndex={0}
      aria-label={t("sheet.rows")}
      aria-description={t("sheet.rows-help")}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={`sheet-row-${chosen}`}
      onKeyDown={onKey}
    >
      <div role="rowgroup" className="sheet-columns">
        <div role="row" aria-rowindex={1} className="sheet-line" style={template}>
          <span role="columnheader">{t("sheet.row")}</span>
          {columns.map((header, column) => (
            <span role="columnheader" key={column} title={header} dir="auto">
              {columnName(header, column)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="sheet-body" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <div
              role="row"
              key={index}
              id={`sheet-row-${index}`}
              aria-rowindex={index + 2}
              aria-selected={index === chosen}
              className={`sheet-line${index === chosen ? " is-chosen" : ""}`}
              style={{ ...template, transform: `translateY(${start - headHeight}px)` }}
              onClick={() => onChoose(index)}
            >
              <span role="rowheader" className="mono">
                {row?.row ?? ""}
              </span>
              {row === undefined ? (
                <span role="gridcell" className="quiet">
                  {t("sheet.waiting", { number: index + 1 })}
                </span>
              ) : (
                columns.map((_, column) => (
                  <span role="gridcell" key={column} dir="auto">
                    {(row.cells[column] ?? "").slice(0, 200)}
                  </span>
                ))
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
