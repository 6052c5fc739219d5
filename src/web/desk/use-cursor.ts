/**
 * The item that keys act on. It is held by its id, so that a list which changes underneath (files coming in, a filter
 * the item no longer fits) never puts another item under the person's fingers.
 */
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { ItemRow } from "../../api/items.ts";
import type { ItemPages } from "./use-item-pages.ts";

type Row = z.infer<typeof ItemRow>;

export interface Cursor {
  /** Place in the list; where the item was, when it left the list. */
  readonly index: number;
  /** Undefined while the row is being read. */
  readonly row: Row | undefined;
  /** The item no longer fits the filter; keys still act on it until the cursor moves. */
  readonly left: boolean;
  moveTo(index: number): void;
  moveBy(step: number): void;
}

interface Held {
  readonly list: string;
  readonly index: number;
  readonly row: Row | undefined;
}

/** Where the cursor was, for coming back from an item. */
let remembered: Held | undefined;

/** `list` names the list as filtered and sorted; another one starts at its top. */
export function useCursor(list: string, pages: ItemPages): Cursor {
  const [held, setHeld] = useState<Held>(() => (remembered?.list === list ? remembered : { list, index: 0, row: undefined }));
  const now: Held = held.list === list ? held : { list, index: 0, row: undefined };
  const at = pages.rowAt(now.index);
  const moved = now.row === undefined || at?.id === now.row.id ? undefined : pages.find((row) => row.id === now.row?.id);
  const index = moved ?? now.index;
  const fresh = now.row === undefined ? at : moved !== undefined ? pages.rowAt(moved) : at?.id === now.row.id ? at : now.row;
  const left = now.row !== undefined && moved === undefined && at !== undefined && at.id !== now.row.id;
  if (held.list !== list || held.index !== index || held.row?.id !== fresh?.id) setHeld({ list, index, row: fresh });
  useEffect(() => {
    remembered = { list, index, row: fresh };
  });

  const last = Math.max(0, (pages.total ?? 1) - 1);
  const moveTo = (to: number): void => {
    const place = Math.max(0, Math.min(last, to));
    setHeld({ list, index: place, row: pages.rowAt(place) });
  };
  return {
    index,
    row: fresh,
    left,
    moveTo,
    // What stood after an item that left now stands in its place.
    moveBy: (step) => moveTo(index + step - (left && step > 0 ? 1 : 0)),
  };
}
