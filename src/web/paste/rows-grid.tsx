/** The rows under their columns, as many as there are; only those on the screen are in the page. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import type { RowPreview, SheetPreview } from "../../api/sheet-import.ts";
import type { ColumnRole } from "../../core/sheet/header-meaning.ts";
import type { DateOrder } from "../../core/sheet/sheet-records.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { cellWords } from "./cell-words.ts";
import { ColumnHead } from "./column-head.tsx";
import { Outcome } from "./outcome.tsx";

/** The style sheet says the same numbers. */
const rowHeight = 52;
const headHeight = 98;
const columnWidth = 184;
/** Room for both readings of a date. */
const twoReadingsWidth = 272;
const leadWidth = 196;

export interface RowsGridProps {
  readonly preview: SheetPreview;
  readonly rows: readonly RowPreview[];
  readonly cursor: number;
  readonly disabled: boolean;
  readonly pageRows: RefObject<number>;
  readonly onCursor: (index: number) => void;
  readonly onRole: (column: number, role: ColumnRole) => void;
  readonly onOrder: (column: number, order: DateOrder) => void;
}

export function RowsGrid({ preview, rows, cursor, disabled, pageRows, onCursor, onRole, onOrder }: RowsGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  useEffect(() => {
    if (rows.length > 0) virtual.scrollToIndex(cursor, { align: "auto" });
  }, [virtual, cursor, rows.length]);
  useEffect(() => {
    pageRows.current = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1);
  });
  const { columns } = preview;
  const widths = columns.map(({ twoOrders, dateOrder }) => (twoOrders > 0 && dateOrder === "not-said" ? twoReadingsWidth : columnWidth));
  const width = widths.reduce((sum, one) => sum + one, leadWidth);
  const template = { gridTemplateColumns: `${leadWidth}px ${widths.map((one) => `${one}px`).join(" ")}`, width };
  const headerAt = (at: number): string => columns[at]?.header ?? "";
  return (
    <div
      ref={scroller}
      className="paste-grid"
      role="grid"
      tabIndex={0}
      aria-label={t("paste.grid")}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={rows.length === 0 ? undefined : `paste-row-${cursor}`}
    >
      <div role="rowgroup" className="paste-head" style={{ width }}>
        <div role="row" aria-rowindex={1} style={template}>
          <span role="columnheader" className="paste-lead quiet">
            {t("paste.column-outcome")}
          </span>
          {columns.map((column, at) => (
            <div role="columnheader" key={at}>
              <ColumnHead column={column} disabled={disabled} onRole={(role) => onRole(at, role)} onOrder={(order) => onOrder(at, order)} />
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="paste-body" style={{ height: virtual.getTotalSize(), width }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={index}
              id={`paste-row-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === cursor}
              className={`paste-row${index === cursor ? " is-cursor" : ""}${row.action === "left-out" ? " is-left-out" : ""}`}
              style={{ ...template, transform: `translateY(${start - headHeight}px)` }}
              onMouseDown={() => onCursor(index)}
            >
              <span role="gridcell" className="paste-lead">
                <span className="paste-number">{row.row}</span>
                <Outcome row={row} />
              </span>
              {columns.map((_, at) => (
                <Cell key={at} row={row} at={at} headerAt={headerAt} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cell({ row, at, headerAt }: { row: RowPreview; at: number; headerAt: (column: number) => string }) {
  const cell = row.cells[at] ?? "";
  const read = row.reads[at];
  const words = read === undefined || cell.trim() === "" ? undefined : cellWords(read, headerAt);
  return (
    <span role="gridcell" className="paste-cell">
      <span className="cut">
        <IsolatedText text={cell.slice(0, 300)} />
      </span>
      {words === undefined ? null : (
        <span className={`paste-means cut${words.tone === undefined ? "" : ` tone-${words.tone}`}`}>
          {words.tone === undefined ? null : <ToneMark tone={words.tone} />}
          <IsolatedText text={words.text} />
        </span>
      )}
    </span>
  );
}
