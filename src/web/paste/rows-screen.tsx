/** Rows of any sheet: columns with their roles, rows with what they become, counts, Import. */
import { type ReactNode, useRef, useState } from "react";
import type { SheetChoices, SheetPreview } from "../../api/sheet-import.ts";
import type { ColumnRole } from "../../core/sheet/header-meaning.ts";
import type { DateOrder } from "../../core/sheet/sheet-records.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { ColumnHead } from "./column-head.tsx";
import { pasteKeys } from "./paste-keys.ts";
import { RowCards } from "./row-cards.tsx";
import { RowDetail } from "./row-detail.tsx";
import { RowsGrid } from "./rows-grid.tsx";

/** Below this rows stand one below the other. */
const gridFrom = 760;
/** Below this there is no room for the row in full beside the grid. */
const asideFrom = 1080;

export interface RowsScreenProps {
  readonly preview: SheetPreview;
  readonly choices: SheetChoices;
  readonly busy: boolean;
  readonly importing: boolean;
  readonly readOnly: boolean;
  readonly notice: ReactNode;
  readonly onChoices: (choices: SheetChoices) => void;
  readonly onImport: () => void;
}

export function RowsScreen({ preview, choices, busy, importing, readOnly, notice, onChoices, onImport }: RowsScreenProps) {
  const narrow = useNarrow(gridFrom);
  const aside = !useNarrow(asideFrom);
  const pageRows = useRef(10);
  const [cursor, setCursor] = useState(0);
  const [flagged, setFlagged] = useState(false);
  const rows = flagged ? preview.rows.filter((row) => row.flags.length > 0 || row.flawed) : preview.rows;
  const here = Math.min(cursor, Math.max(0, rows.length - 1));
  const chosen = rows[here];
  const count = preview.rows.length - preview.counts.leftOut;
  const canImport = count > 0 && !busy && !readOnly;
  const moveTo = (index: number): void => setCursor(Math.max(0, Math.min(rows.length - 1, index)));
  const columns = preview.columns.map(({ role, dateOrder }) => ({ role, dateOrder }));
  const setColumn = (at: number, change: Partial<{ role: ColumnRole; dateOrder: DateOrder }>): void =>
    onChoices({
      ...choices,
      header: preview.header,
      columns: columns.map((column, place) => (place === at ? { ...column, ...change } : column)),
    });
  useKeys(pasteKeys, {
    next: () => moveTo(here + 1),
    previous: () => moveTo(here - 1),
    pageOn: () => moveTo(here + pageRows.current),
    pageBack: () => moveTo(here - pageRows.current),
    first: () => moveTo(0),
    last: () => moveTo(rows.length - 1),
    flagged: () => setFlagged(!flagged),
    import: () => {
      if (canImport) onImport();
    },
  });
  return (
    <div className={narrow ? "paste is-narrow" : "paste"}>
      <div className="paste-top">
        <h1>{t("paste.title")}</h1>
        <Counts preview={preview} />
        <label className="chip">
          <input type="checkbox" checked={preview.header} disabled={busy} onChange={() => onChoices({ header: !preview.header })} />
          {t("paste.header")}
        </label>
        <label className="chip">
          <input type="checkbox" checked={flagged} onChange={() => setFlagged(!flagged)} />
          {t("paste.only-flagged")} <kbd>F</kbd>
        </label>
        <span className="paste-go">
          <Link to="/" className="button is-bare">
            {t("paste.back")}
          </Link>
          <button type="button" className="button is-main" disabled={!canImport} onClick={onImport}>
            {importing ? t("paste.importing") : count === 0 ? t("paste.import-none") : t("paste.import", { count })}
          </button>
        </span>
      </div>
      {importing ? <ProgressBar progress="unknown" label={t("paste.importing")} /> : null}
      {preview.remembered ? <p className="paste-remembered quiet small">{t("paste.remembered")}</p> : null}
      {notice}
      {narrow ? (
        <details className="paste-columns">
          <summary>{t("paste.columns")}</summary>
          {preview.columns.map((column, at) => (
            <ColumnHead
              key={at}
              column={column}
              disabled={busy}
              onRole={(role) => setColumn(at, { role })}
              onOrder={(dateOrder) => setColumn(at, { dateOrder })}
            />
          ))}
        </details>
      ) : null}
      {rows.length === 0 ? <p className="page-message">{t("paste.none-flagged")}</p> : null}
      {narrow ? (
        <RowCards preview={preview} rows={rows} cursor={here} onCursor={setCursor} />
      ) : (
        <div className={aside ? "paste-split has-aside" : "paste-split"}>
          <RowsGrid
            preview={preview}
            rows={rows}
            cursor={here}
            disabled={busy}
            pageRows={pageRows}
            onCursor={setCursor}
            onRole={(at, role) => setColumn(at, { role })}
            onOrder={(at, dateOrder) => setColumn(at, { dateOrder })}
          />
          <aside
            className="paste-aside"
            aria-label={chosen === undefined ? t("paste.choose-row") : t("paste.row-detail", { row: chosen.row })}
            tabIndex={0}
          >
            {chosen === undefined ? (
              <p className="quiet">{t("paste.choose-row")}</p>
            ) : (
              <>
                <h2>{t("paste.row", { row: chosen.row })}</h2>
                <RowDetail row={chosen} columns={preview.columns} />
              </>
            )}
          </aside>
        </div>
      )}
    </div>
  );
}

function Counts({ preview: { rows, counts } }: { preview: SheetPreview }) {
  const said = [
    t("paste.summary", { count: rows.length }),
    t("paste.count-made", { count: counts.made }),
    ...(counts.attached === 0 ? [] : [t("paste.count-attached", { count: counts.attached })]),
    ...(counts.duplicate === 0 ? [] : [t("paste.count-duplicate", { count: counts.duplicate })]),
    ...(counts.leftOut === 0 ? [] : [t("paste.count-left-out", { count: counts.leftOut })]),
    ...(counts.unreadable === 0 ? [] : [t("paste.count-unreadable", { count: counts.unreadable })]),
    ...(counts.bothOrders === 0 ? [] : [t("paste.count-orders", { count: counts.bothOrders })]),
  ];
  return (
    <span role="status" className="paste-counts">
      {said.join(" · ")}
    </span>
  );
}
