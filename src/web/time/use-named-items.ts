/** Names of a few items, by number. */
import { useQueries } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

/** What is not known, or not in this case, has no name. */
export function useNamedItems(ids: readonly string[]): ReadonlyMap<string, string> {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...queryKeys.records, "named", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.item(id as ItemId, signal).then(({ row }) => row.name),
    })),
    combine: (answers) => new Map(answers.flatMap(({ data }, at) => (data === undefined ? [] : [[ids[at] as string, data] as const]))),
  });
}
