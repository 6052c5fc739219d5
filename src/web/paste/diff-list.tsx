/** An edited export against the case: each row that differs, with a tick for what is taken in. Conflicts and removals are never ticked unasked. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { RowDiffPreview } from "../../api/sheet-import.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t, type WordKey } from "../words/t.ts";

/** What a person can take in, and under which name. */
export function acceptKey({ row, key, state }: RowDiffPreview): string | undefined {
  if (state === "changed" || state === "conflict" || state === "new") return row === null ? undefined : `row ${row}`;
  return state === "removed" ? key : undefined;
}

export function acceptedAtFirst(rows: readonly RowDiffPreview[]): Set<string> {
  return new Set(rows.flatMap((row) => (row.state === "changed" || row.state === "new" ? (acceptKey(row) ?? []) : [])));
}

const tones: Readonly<Record<RowDiffPreview["state"], Tone>> = {
  same: "unknown",
  changed: "agree",
  new: "agree",
  conflict: "conflict",
  removed: "narrower",
  "not-in-case": "unknown",
  doubled: "unknown",
};

interface DiffListProps {
  readonly rows: readonly RowDiffPreview[];
  readonly accepted: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onToggle: (key: string) => void;
}

export function DiffList({ rows, accepted, disabled, onToggle }: DiffListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 110, overscan: 4 });
  return (
    <div ref={scroller} className="paste-cards" role="list" tabIndex={0} aria-label={t("paste.diff-list")}>
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
              className="paste-card"
              style={{ transform: `translateY(${start}px)` }}
            >
              <DiffRow row={row} accepted={accepted} disabled={disabled} onToggle={onToggle} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function DiffRow({ row, accepted, disabled, onToggle }: Omit<DiffListProps, "rows"> & { row: RowDiffPreview }) {
  const key = acceptKey(row);
  const tone = tones[row.state];
  const how = `paste.state-how.${row.state}`;
  const label = row.row === null ? t("paste.diff-accept-removed", { item: row.item ?? "" }) : t("paste.diff-accept", { row: row.row });
  return (
    <>
      <div className="paste-card-head">
        {key === undefined ? null : (
          <input type="checkbox" aria-label={label} checked={accepted.has(key)} disabled={disabled} onChange={() => onToggle(key)} />
        )}
        <strong>{row.row === null ? (row.item ?? "") : t("paste.row", { row: row.row })}</strong>
        <span className={`chip tone-${tone}`}>
          <ToneMark tone={tone} />
          {t(`paste.state.${row.state}`)}
        </span>
        {row.item === null || row.row === null ? null : <span className="quiet">{row.item}</span>}
        <span className="cut quiet">
          <IsolatedText text={row.name.slice(0, 200)} />
        </span>
      </div>
      {row.state === "same" || row.state === "changed" ? null : <p className="quiet small">{t(how as WordKey)}</p>}
      {row.cells.length === 0 ? null : (
        <dl className="paste-cells">
          {row.cells.map((cell) => (
            <div key={cell.column}>
              <dt>
                <IsolatedText text={cell.column} />
              </dt>
              <dd>
                <span className="paste-before">
                  <span className="visually-hidden">{t("paste.before")}: </span>
                  <del>{cell.before === "" ? t("paste.cell-empty") : <IsolatedText text={cell.before} />}</del>
                </span>
                <span className="paste-after">
                  <span className="visually-hidden">{t("paste.after")}: </span>
                  <ins>{cell.after === "" ? t("paste.cell-empty") : <IsolatedText text={cell.after} />}</ins>
                </span>
                {cell.sort === "change" ? null : (
                  <span className={`paste-means tone-${cell.sort === "conflict" ? "conflict" : "narrower"}`}>
                    <ToneMark tone={cell.sort === "conflict" ? "conflict" : "narrower"} />
                    {cell.sort === "conflict" ? t("paste.state.conflict") : (cell.reason ?? "")}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
