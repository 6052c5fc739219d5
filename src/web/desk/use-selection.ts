/** Items chosen for one action. Rows are kept as they were seen, so that a bulk change can be taken back. */
import { useCallback, useState } from "react";
import type { z } from "zod";
import type { ItemRow } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";

type Row = z.infer<typeof ItemRow>;

export interface Selection {
  readonly rows: ReadonlyMap<ItemId, Row>;
  toggle(row: Row): void;
  add(rows: readonly Row[]): void;
  clear(): void;
}

const nothing: ReadonlyMap<ItemId, Row> = new Map();

export function useSelection(): Selection {
  const [rows, setRows] = useState(nothing);
  return {
    rows,
    toggle: useCallback((row) => {
      setRows((now) => {
        const next = new Map(now);
        if (!next.delete(row.id)) next.set(row.id, row);
        return next;
      });
    }, []),
    add: useCallback((more) => setRows((now) => new Map([...now, ...more.map((row) => [row.id, row] as const)])), []),
    clear: useCallback(() => setRows(nothing), []),
  };
}
