/** Routes of a person's own minutes, and who said how hard an item is to look at. */
import { useQuery } from "@tanstack/react-query";
import { type ExposureRequest, LevelSetAnswer, WellbeingAnswer } from "../../api/wellbeing.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ExposureWishes } from "../../core/wellbeing/exposure.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

export const wellbeingKey = ["wellbeing"] as const;

export const wellbeingApi = {
  add: (body: ExposureRequest) => ask(WellbeingAnswer, "/api/wellbeing/exposure", { method: "POST", body }),
  wish: (body: ExposureWishes) => ask(WellbeingAnswer, "/api/wellbeing/wishes", { method: "POST", body }),
  forget: () => ask(WellbeingAnswer, "/api/wellbeing/forget", { method: "POST" }),
} as const;

export function useWellbeing() {
  return useQuery({ queryKey: wellbeingKey, queryFn: ({ signal }) => ask(WellbeingAnswer, "/api/wellbeing", { signal }) });
}

export function useLevelSet(item: ItemId) {
  return useQuery({
    queryKey: [...queryKeys.item(item), "level-set"],
    queryFn: ({ signal }) => ask(LevelSetAnswer, `/api/items/${item}/level-set`, { signal }),
  });
}
