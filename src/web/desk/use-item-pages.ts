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
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const pages: number[] = [];
  for (let page = Math.max(0, seen.first - ahead); page <= seen.last + ahead; page += 1) pages.push(page);
  // The first page carries the facets and the total whatever is on the screen.
  if (!pages.includes(0)) pages.push(0);
  const [lastTotal, setLastTotal] = useState<number>();
  const beyond = (page: number): boolean => page > 0 && lastTotal !== undefined && page * pageSize >= lastTotal;

  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: queryKeys.itemsPage(asked, page),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.items({ ...asked, offset: page * pageSize, limit: pageSize }, signal),
      gcTime: keepMs,
      enabled: !beyond(page),
    })),
  });
  const newest = results.reduce<(typeof results)[number] | undefined>(
    (best, result) => (result.data !== undefined && (best === undefined || result.dataUpdatedAt > best.dataUpdatedAt) ? result : best),
    undefined,
  );
  const total = newest?.data?.total;
  if (total !== lastTotal && total !== undefined) setLastTotal(total);

  const pageData = (page: number): ItemsPage | undefined => {
    const shown = pages.indexOf(page);
    return shown === -1 ? client.getQueryData<ItemsPage>(queryKeys.itemsPage(asked, page)) : results[shown]?.data;
  };
  const see = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
    setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  return {
    total,
    facets: newest?.data?.facets,
    error: results.find((result) => result.error !== null && result.data === undefined)?.error ?? null,
    rowAt: (index) => pageData(Math.floor(index / pageSize))?.items[index % pageSize],
    indexOf: (id) => {
      for (const [place, page] of pages.entries()) {
        const within = results[place]?.data?.items.findIndex((row) => row.id === id) ?? -1;
        if (within !== -1) return page * pageSize + within;
      }
      return undefined;
    },
    see,
    retry: () => void client.refetchQueries({ queryKey: queryKeys.items, type: "active" }),
  };
}
