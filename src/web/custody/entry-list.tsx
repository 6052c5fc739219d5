/** The log's entries, as many as there are; only those on the screen are in the page. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MutableRefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { CustodyEntry } from "../../api/custody.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";
import { EntrySummary, kindWords } from "./entry-words.tsx";
import { formatSecond } from "./format-second.ts";
import { ProofMark } from "./proof-mark.tsx";

/** The style sheet says the same numbers. */
const wideRow = 52;
const narrowRow = 104;
const headHeight = 32;

interface EntryListProps {
  readonly count: number;
  readonly narrow: boolean;
  readonly rowAt: (index: number) => CustodyEntry | undefined;
  /** Place of the chosen entry. */
  readonly chosen: number | undefined;
  /** Entries that have come in at the top since the list was first shown: what is being read stays under the eye. */
  readonly grownBy: number;
  readonly addressOf: (seq: number) => string;
  readonly onSee: (first: number, last: number) => void;
  readonly pageRows: MutableRefObject<number>;
}

export function EntryList({ count, narrow, rowAt, chosen, grownBy, addressOf, onSee, pageRows }: EntryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // A line that a link leads to comes to the middle; later steps move no further than they must.
  const met = useRef(false);
  const rowHeight = narrow ? narrowRow : wideRow;
  const head = narrow ? 0 : headHeight;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight, head]);
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => onSee(first, last), [onSee, first, last]);
  useEffect(() => {
    if (chosen !== undefined) virtual.scrollToIndex(chosen, { align: met.current ? "auto" : "center" });
    met.current = true;
  }, [virtual, chosen]);
  useEffect(() => {
    pageRows.current = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
  });
  const before = useRef(grownBy);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box !== null && box.scrollTop > 0) box.scrollTop += (grownBy - before.current) * rowHeight;
    before.current = grownBy;
  }, [grownBy, rowHeight]);

  return (
    <div
      ref={scroller}
      className={narrow ? "entries is-narrow" : "entries"}
      role="grid"
      tabIndex={0}
      aria-label={t("custody.list")}
      aria-rowcount={count + (narrow ? 0 : 1)}
      aria-activedescendant={chosen === undefined ? undefined : `entry-at-${chosen}`}
    >
      {narrow ? null : (
        <div role="rowgroup" className="entries-head">
          <div role="row" aria-rowindex={1}>
            {(["line", "at", "what", "by", "proof"] as const).map((column) => (
              <span key={column} role="columnheader" className={`entry-${column}`}>
                {t(`custody.column-${column}`)}
              </span>
            ))}
          </div>
        </div>
      )}
      <div role="rowgroup" className="entries-body" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const entry = rowAt(index);
          return (
            <div
              key={index}
              id={`entry-at-${index}`}
              role="row"
              aria-rowindex={index + (narrow ? 1 : 2)}
              aria-selected={index === chosen}
              className={index === chosen ? "entry is-cursor" : "entry"}
              style={{ transform: `translateY(${start - head}px)` }}
            >
              {entry === undefined ? (
                <span role="gridcell" className="quiet">
                  {t("custody.row-waiting")}
                </span>
              ) : (
                <EntryCells entry={entry} to={addressOf(entry.seq)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function EntryCells({ entry, to }: { entry: CustodyEntry; to: string }) {
  return (
    <>
      <span role="gridcell" className="entry-line">
        <Link to={to} tabIndex={-1} className="entry-link">
          {formatNumber(entry.seq)}
        </Link>
      </span>
      <span role="gridcell" className="entry-at">
        {entry.at === undefined ? <span className="quiet">{t("entry.no-words")}</span> : formatSecond(entry.at)}
        {entry.clockSteppedBack ? (
          <span className="chip small tone-conflict">
            <ToneMark tone="conflict" />
            {t("entry.stepped-back")}
          </span>
        ) : null}
      </span>
      <span role="gridcell" className="entry-what">
        <span className="entry-kind">{kindWords(entry.kind)}</span>
        <span className="cut">
          <EntrySummary entry={entry} />
        </span>
      </span>
      <span role="gridcell" className="entry-by cut quiet">
        {entry.byName ?? entry.by ?? t("entry.no-words")}
      </span>
      <span role="gridcell" className="entry-proof">
        <ProofMark proof={entry.proof} />
      </span>
    </>
  );
}
