/** Answers about copies, remembered under the records: a line of the ledger makes all of them stale. */
import { useQuery } from "@tanstack/react-query";
import type { CopiesPage, CopyGroupRow } from "../../api/copies.ts";
import type { ItemId } from "../../core/item/item.ts";
import { copiesApi } from "../api-client/copies-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { type Asked, type Pages, type PageSource, usePages } from "../parts/use-pages.ts";
import type { PairName } from "./copies-address.ts";

const copies = [...queryKeys.records, "copies"];

const groups: PageSource<CopiesPage, CopyGroupRow> = {
  key: (asked, page) => [...copies, "groups", asked, page],
  fetch: copiesApi.groups,
  rows: (page) => page.groups,
};

export function useCopyGroups(asked: Asked): Pages<CopiesPage, CopyGroupRow> {
  return usePages(groups, asked);
}

export function useCopyGroup(id: ItemId) {
  return useQuery({ queryKey: [...copies, "group", id], queryFn: ({ signal }) => copiesApi.group(id, signal) });
}

export function useCopyPair({ a, b }: PairName) {
  return useQuery({ queryKey: [...copies, "pair", a, b], queryFn: ({ signal }) => copiesApi.pair(a, b, signal) });
}

export function useItemCopies(id: ItemId) {
  return useQuery({ queryKey: [...copies, "item", id], queryFn: ({ signal }) => copiesApi.ofItem(id, signal) });
}
