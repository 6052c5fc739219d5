/** Routes of covered words, and the query that the redaction screen asks. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { ItemWordsAnswer, type MarkWordsRequest, type ViewTextRequest } from "../../api/covered-words.ts";
import { Marked } from "../../api/redactions.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Appended = z.looseObject({ seq: z.number().int() });

/** Parts of a reading on one page of it. */
export const partsAtOnce = 100;

export const coveredWordsApi = {
  of: (item: ItemId, from: number, signal?: AbortSignal) =>
    ask(ItemWordsAnswer, `/api/items/${item}/words?from=${from}&count=${partsAtOnce}`, { signal }),
  mark: (body: MarkWordsRequest) => ask(Marked, "/api/redactions/words", { method: "POST", body }),
  read: (item: ItemId, body: ViewTextRequest) => ask(Appended, `/api/items/${item}/texts-read`, { method: "POST", body }),
} as const;

export function useItemWords(item: ItemId, from: number) {
  return useQuery({
    queryKey: [...queryKeys.records, "words", item, from],
    queryFn: ({ signal }) => coveredWordsApi.of(item, from, signal),
    placeholderData: (before) => before,
  });
}
