/**
 * Rows of a list too long to hold: pages around what is on the screen are asked for, pages left behind are
 * dropped, and requests for pages scrolled past are called off. A row that is not here yet is undefined.
 */
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { ItemRow, ItemsPage } from "../../api/items.ts";
import type { z } from "zod";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

type Row = z.infer<typeof ItemRow>;

/** Rows asked for at once. */
export const pageSize = 100;
/** Pages fetched ahead on each side. */
const ahead = 1;
/** How long a page left behind is kept. */
const keepMs = 30_000;

export interface ItemPages {
  /** What is on the screen: what was asked once its first page is here, until then what was asked before. */
  readonly shown: Readonly<Record<string, string>>;
  readonly total: number | undefined;
  readonly facets: ItemsPage["facets"] | undefined;
  readonly error: unknown;
  rowAt(index: number): Row | undefined;
  /** Where this item is among the rows at hand. */
  indexOf(id: string): number | undefined;
  /** Tells which rows are on the screen. */
  see(first: number, last: number): void;
  retry(): void;
}

export function useItemPages(asked: Readonly<Record<string, string>>): ItemPages {
  const client = useQueryClient();
  const [shown, setShown] = useState(asked);
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const [lastTotal, setLastTotal] = useState<number>();
  const isNew = JSON.stringify(asked) !== JSON.stringify(shown);
  // The first page carries the facets and the total whatever is on the screen.
  const pages: number[] = [0];
  if (!isNew)
    for (let page = Math.max(1, seen.first - ahead); page <= seen.last + ahead; page += 1)
      if (lastTotal === undefined || page * pageSize < lastTotal) pages.push(page);

  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: queryKeys.itemsPage(asked, page),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.items({ ...asked, offset: page * pageSize, limit: pageSize }, signal),
      gcTime: keepMs,
    })),
  });
  const pageOf = (page: number): ItemsPage | undefined => client.getQueryData<ItemsPage>(queryKeys.itemsPage(shown, page));
  const newest = (isNew ? [pageOf(0)] : results.map((result) => result.data)).reduce(
    (best, page, place) =>
      page !== undefined && (best === undefined || (results[place]?.dataUpdatedAt ?? 0) > best.at)
        ? { page, at: results[place]?.dataUpdatedAt ?? 0 }
        : best,
    undefined as { readonly page: ItemsPage; readonly at: number } | undefined,
  );
  const total = newest?.page.total;
  if (isNew && results[0]?.data !== undefined) {
    setShown(asked);
    setLastTotal(results[0].data.total);
  } else if (!isNew && total !== lastTotal && total !== undefined) setLastTotal(total);

  const see = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
    setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  return {
    shown,
    total,
    facets: newest?.page.facets,
    error: results.find((result) => result.error !== null && result.data === undefined)?.error ?? null,
    rowAt: (index) => pageOf(Math.floor(index / pageSize))?.items[index % pageSize],
    indexOf: (id) => {
      for (const page of new Set([0, ...pages])) {
        const within = pageOf(page)?.items.findIndex((row) => row.id === id) ?? -1;
        if (within !== -1) return page * pageSize + within;
      }
      return undefined;
    },
    see,
    retry: () => void client.refetchQueries({ queryKey: queryKeys.items, type: "active" }),
  };
}
