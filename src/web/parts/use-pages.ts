/**
 * Rows of a list too long to hold: pages around what is on the screen are asked for, pages left behind are dropped, and
 * requests for pages scrolled past are called off. A row that is not here yet is undefined. While another question is
 * asked, the rows of the one before stay, so that nothing flickers.
 */
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";

/** Rows asked for at once. */
const pageSize = 100;
/** Pages fetched ahead on each side. */
const ahead = 1;
/** How long a page left behind is kept. */
const keepMs = 30_000;

export type Asked = Readonly<Record<string, string>>;

/** How a kind of list is asked for. A constant of its module, never made anew while rendering. */
export interface PageSource<Page extends { readonly total: number }, Row> {
  readonly key: (asked: Asked, page: number) => readonly unknown[];
  readonly fetch: (query: Readonly<Record<string, string | number>>, signal: AbortSignal) => Promise<Page>;
  readonly rows: (page: Page) => readonly Row[];
}

export interface Pages<Page, Row> {
  /** What is on the screen: what was asked once its first page is here, until then what was asked before. */
  readonly shown: Asked;
  readonly total: number | undefined;
  /** The page that came last: what pages say beside their rows is newest there. */
  readonly newest: Page | undefined;
  readonly error: unknown;
  rowAt(index: number): Row | undefined;
  /** Where such a row is among the rows at hand. */
  find(isIt: (row: Row) => boolean): number | undefined;
  /** Tells which rows are on the screen. */
  see(first: number, last: number): void;
  retry(): void;
}

export function usePages<Page extends { readonly total: number }, Row>(source: PageSource<Page, Row>, asked: Asked): Pages<Page, Row> {
  const client = useQueryClient();
  const [shown, setShown] = useState(asked);
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const [lastTotal, setLastTotal] = useState<number>();
  const isNew = JSON.stringify(asked) !== JSON.stringify(shown);
  // The first page is always there: it carries what is said of the list as a whole.
  const pages: number[] = [0];
  const want = (from: number, to: number): void => {
    for (let page = Math.max(1, from); page <= to; page += 1)
      if ((lastTotal === undefined || page * pageSize < lastTotal) && !pages.includes(page)) pages.push(page);
  };
  if (!isNew) {
    want(seen.first, seen.last);
    // What is on the screen comes first: after a jump its neighbours would only stand in its way.
    if (pages.every((page) => client.getQueryData(source.key(shown, page)) !== undefined)) want(seen.first - ahead, seen.last + ahead);
  }

  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: source.key(asked, page),
      queryFn: ({ signal }: { signal: AbortSignal }) => source.fetch({ ...asked, offset: page * pageSize, limit: pageSize }, signal),
      gcTime: keepMs,
    })),
  });
  const pageOf = (page: number): Page | undefined => client.getQueryData<Page>(source.key(shown, page));
  const first = results[0]?.data;
  const newest = isNew
    ? pageOf(0)
    : results.reduce<{ page: Page; at: number } | undefined>(
        (best, { data, dataUpdatedAt }) =>
          data !== undefined && (best === undefined || dataUpdatedAt > best.at) ? { page: data, at: dataUpdatedAt } : best,
        undefined,
      )?.page;
  const total = newest?.total;
  if (isNew && first !== undefined) {
    setShown(asked);
    setLastTotal(first.total);
  } else if (!isNew && total !== undefined && total !== lastTotal) setLastTotal(total);

  const see = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(from / pageSize), last: Math.floor(to / pageSize) };
    setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  return {
    shown,
    total,
    newest,
    error: results.find((result) => result.error !== null && result.data === undefined)?.error ?? null,
    rowAt: (index) => {
      const page = pageOf(Math.floor(index / pageSize));
      return page === undefined ? undefined : source.rows(page)[index % pageSize];
    },
    find: (isIt) => {
      for (const page of pages) {
        const data = pageOf(page);
        const within = data === undefined ? -1 : source.rows(data).findIndex(isIt);
        if (within !== -1) return page * pageSize + within;
      }
      return undefined;
    },
    see,
    retry: () => void Promise.all(results.map((result) => result.refetch())),
  };
}
