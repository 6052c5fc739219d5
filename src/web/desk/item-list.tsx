/**
 * The list itself: as long as the case, with only what is on the screen in the page. It is one grid to people who
 * listen; the cursor is its active row. A row that is still being read shows its number and keeps its place.
 */
import "./item-list.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { CardCells, type ItemProps, type Row, TableCells, TileInside } from "./item-cells.tsx";
import { type ListShape, listShape } from "./list-shape.ts";
import type { DeskQuery } from "./desk-query.ts";

/** Rows kept ready above and below the screen. */
const overscan = 6;
/** The style sheet says the same number: the head of the table scrolls with its rows and sticks above them. */
const headHeight = 32;

export interface ItemListProps {
  readonly view: DeskQuery["view"];
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly cursor: number;
  readonly selection: ReadonlyMap<ItemId, Row>;
  readonly head: ReactNode;
  readonly onSee: (first: number, last: number) => void;
  readonly onCursor: (index: number) => void;
  readonly onToggle: (index: number, extend: boolean) => void;
  /** Told how many items a page key moves by, and how many stand side by side. */
  readonly onShape: (shape: { readonly page: number; readonly columns: number }) => void;
}

export function ItemList(props: ItemListProps) {
  const { count, cursor, onSee, onShape } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const shape = listShape(width, props.view);
  const { columns, rowHeight, form } = shape;
  const head = form === "table" ? headHeight : 0;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight, head]);
  const shown = virtual.getVirtualItems();
  const first = (shown[0]?.index ?? 0) * columns;
  const last = ((shown.at(-1)?.index ?? 0) + 1) * columns - 1;
  useEffect(() => onSee(first, last), [onSee, first, last]);
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1) * columns;
  useEffect(() => onShape({ page, columns }), [onShape, page, columns]);
  const cursorRow = Math.floor(cursor / columns);
  useEffect(() => {
    if (width > 0) virtual.scrollToIndex(cursorRow, { align: "auto" });
  }, [virtual, cursorRow, width, form]);

  return (
    <div
      ref={scroller}
      className={`items is-${form}`}
      role="grid"
      tabIndex={0}
      data-list="items"
      aria-label={t("desk.list")}
      aria-rowcount={Math.ceil(count / columns) + (form === "table" ? 1 : 0)}
      aria-multiselectable="true"
      aria-activedescendant={count === 0 ? undefined : placeId(cursor)}
    >
      {form === "table" ? props.head : null}
      <div role="rowgroup" className="items-body" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => (
          <VirtualRow key={index} {...props} shape={shape} index={index} start={start - head} />
        ))}
      </div>
    </div>
  );
}

const placeId = (index: number): string => `item-at-${index}`;

function VirtualRow({ shape, index, start, ...props }: ItemListProps & { shape: ListShape; index: number; start: number }) {
  const style = { transform: `translateY(${start}px)` };
  const rowIndex = index + (shape.form === "table" ? 2 : 1);
  if (shape.form !== "tiles") {
    const row = props.rowAt(index);
    return (
      <div role="row" aria-rowindex={rowIndex} style={style} {...placeProps(props, index, row)}>
        {row === undefined ? (
          <Waiting index={index} role="gridcell" />
        ) : shape.form === "table" ? (
          <TableCells {...itemProps(props, index, row)} />
        ) : (
          <CardCells {...itemProps(props, index, row)} />
        )}
      </div>
    );
  }
  const places = Array.from({ length: shape.columns }, (_, column) => index * shape.columns + column).filter(
    (place) => place < props.count,
  );
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className="tile-row"
      style={{ ...style, gridTemplateColumns: `repeat(${shape.columns}, minmax(0, 1fr))` }}
    >
      {places.map((place) => {
        const row = props.rowAt(place);
        return (
          <div key={place} role="gridcell" {...placeProps(props, place, row)}>
            {row === undefined ? <Waiting index={place} /> : <TileInside {...itemProps(props, place, row)} />}
          </div>
        );
      })}
    </div>
  );
}

function itemProps(props: ItemListProps, index: number, row: Row): ItemProps {
  return { row, selected: props.selection.has(row.id), onToggle: (extend) => props.onToggle(index, extend) };
}

/** What every place of the list has, whatever its form: it can be the cursor, be selected, be clicked. */
function placeProps(props: ItemListProps, index: number, row: Row | undefined) {
  const selected = row !== undefined && props.selection.has(row.id);
  return {
    id: placeId(index),
    className: ["item", index === props.cursor ? "is-cursor" : "", selected ? "is-selected" : ""].filter(Boolean).join(" "),
    "aria-selected": selected,
    "data-item": row?.id,
    onClick: (event: MouseEvent) => {
      if ((event.target as Element).closest("a, input") !== null) return;
      if (event.shiftKey) props.onToggle(index, true);
      else if (event.ctrlKey || event.metaKey) props.onToggle(index, false);
      else props.onCursor(index);
    },
    onDoubleClick: () => {
      if (row !== undefined) navigate(`/items/${row.id}`);
    },
  };
}

function Waiting({ index, role }: { index: number; role?: "gridcell" }) {
  return (
    <span role={role} className="item-waiting quiet">
      {t("desk.row-waiting", { number: index + 1 })}
    </span>
  );
}
