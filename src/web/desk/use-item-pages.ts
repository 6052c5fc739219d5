/** The desk's rows, page by page. */
import type { z } from "zod";
import type { ItemRow, ItemsPage } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { type Asked, type Pages, type PageSource, usePages } from "../parts/use-pages.ts";

type Row = z.infer<typeof ItemRow>;
export type ItemPages = Pages<ItemsPage, Row>;

const items: PageSource<ItemsPage, Row> = { key: queryKeys.itemsPage, fetch: api.items, rows: (page) => page.items };

export function useItemPages(asked: Asked): ItemPages {
  return usePages(items, asked);
}
