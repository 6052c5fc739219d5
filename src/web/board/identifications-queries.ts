/** Identifications, remembered under the prefix of records, and the item that one is made on. */
import { useQuery } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { identificationApi } from "../api-client/identification-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

export function useIdentifications() {
  return useQuery({ queryKey: [...queryKeys.records, "identifications"], queryFn: ({ signal }) => identificationApi.list(signal) });
}

export function useItemDetail(id: ItemId | undefined) {
  return useQuery({
    queryKey: queryKeys.item(id ?? "i0"),
    queryFn: ({ signal }) => api.item(id as ItemId, signal),
    enabled: id !== undefined,
  });
}
