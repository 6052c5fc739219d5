/** Answers about posts that say nearly the same. While they are still being compared, the page asks again by itself. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { PostRef, TextCopiesAnswer, TextGroupAnswer } from "../../api/text-copies.ts";
import type { ItemId } from "../../core/item/item.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { textCopiesApi, textPage } from "../api-client/text-copies-api.ts";

const againMs = 1000;
const texts = [...queryKeys.records, "text-copies"];

/** Where the next page begins; undefined after the last, and while nothing is there yet. */
function next(last: { readonly state: string; readonly total?: number; readonly offset?: number }): number | undefined {
  const from = (last.offset ?? 0) + textPage;
  return last.state === "done" && from < (last.total ?? 0) ? from : undefined;
}

const whileWorking = (first: { readonly state: string } | undefined): number | false => (first?.state === "working" ? againMs : false);

export function useTextGroups() {
  return useInfiniteQuery({
    queryKey: [...texts, "groups"],
    queryFn: ({ pageParam, signal }) => textCopiesApi.groups(pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last: TextCopiesAnswer) => next(last),
    refetchInterval: ({ state }) => whileWorking(state.data?.pages[0]),
  });
}

export function useTextGroup(post: PostRef) {
  return useInfiniteQuery({
    queryKey: [...texts, "group", post.item, post.at],
    queryFn: ({ pageParam, signal }) => textCopiesApi.group(post, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last: TextGroupAnswer) => next(last),
    refetchInterval: ({ state }) => whileWorking(state.data?.pages[0]),
  });
}

export function useItemTexts(id: ItemId) {
  return useQuery({
    queryKey: [...texts, "item", id],
    queryFn: ({ signal }) => textCopiesApi.ofItem(id, signal),
    refetchInterval: ({ state }) => whileWorking(state.data),
  });
}
