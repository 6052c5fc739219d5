/** The rows one below the other, for a narrow page: each with its filled cells in full. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { RowPreview, SheetPreview } from "../../api/sheet-import.ts";
import { t } from "../words/t.ts";
import { Outcome } from "./outcome.tsx";
import { RowDetail } from "./row-detail.tsx";

interface RowCardsProps {
  readonly preview: SheetPreview;
  readonly rows: readonly RowPreview[];
  readonly cursor: number;
  readonly onCursor: (index: number) => void;
}

export function RowCards({ preview, rows, cursor, onCursor }: RowCardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 240,
    overscan: 3,
  });
  useEffect(() => {
    if (rows.length > 0) virtual.scrollToIndex(cursor, { align: "auto" });
  }, [virtual, cursor, rows.length]);
  return (
    <div ref={scroller} className="paste-cards" role="list" tabIndex={0} aria-label={t("paste.grid")}>
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={index === cursor ? "paste-card is-cursor" : "paste-card"}
              style={{ transform: `translateY(${start}px)` }}
              onMouseDown={() => onCursor(index)}
            >
              <div className="paste-card-head">
                <strong>{t("paste.row", { row: row.row })}</strong>
                <Outcome row={row} />
              </div>
              <RowDetail row={row} columns={preview.columns} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
