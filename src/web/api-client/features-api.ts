/** Routes of map extracts. */
import { ExtractsAnswer, FeaturesAnswer, type FeaturesRequest, RoadsAnswer, type RoadsRequest } from "../../api/features.ts";
import type { z } from "zod";
import { ask } from "./ask.ts";

export const featuresApi = {
  extracts: (signal?: AbortSignal) => ask(ExtractsAnswer, "/api/extracts", { signal }),
  find: (body: FeaturesRequest) => ask(FeaturesAnswer, "/api/features", { method: "POST", body }),
  roads: (body: z.input<typeof RoadsRequest>) => ask(RoadsAnswer, "/api/features/roads", { method: "POST", body }),
} as const;
