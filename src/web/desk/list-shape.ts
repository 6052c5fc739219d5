/** How items stand on the screen: rows of a table, cards where the screen is narrow, or tiles of a grid. Heights are fixed, so nothing jumps. */
import type { DeskQuery } from "./desk-query.ts";

export interface ListShape {
  readonly form: "table" | "cards" | "tiles";
  /** Items beside each other. */
  readonly columns: number;
  /** Pixels from one row to the next. The style sheet says the same number. */
  readonly rowHeight: number;
}

/** Narrower than this a table has no room for its columns. */
const tableFrom = 760;
const tileWidth = 208;

export function listShape(width: number, view: DeskQuery["view"]): ListShape {
  if (view === "tiles") return { form: "tiles", columns: Math.max(1, Math.floor(width / (width < 480 ? 168 : tileWidth))), rowHeight: 218 };
  return width < tableFrom ? { form: "cards", columns: 1, rowHeight: 96 } : { form: "table", columns: 1, rowHeight: 52 };
}
