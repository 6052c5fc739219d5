/** Routes of the gazetteers, of phrases made into problems, and of what was found of a place as a file. */
import type { z } from "zod";
import { GazetteerAnswer, type GazetteerQuery, PlaceProblemAnswer, type PlaceProblemRequest } from "../../api/gazetteer.ts";
import { InferenceConditions, type InferenceConditionsRequest, type InferenceExportRequest } from "../../api/inference-export.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { askFile } from "./ask-file.ts";

export const placeApi = {
  lookup: (query: GazetteerQuery, signal?: AbortSignal) =>
    ask(GazetteerAnswer, `/api/gazetteer${queryString(query as Record<string, string | number | undefined>)}`, { signal }),
  problem: (body: PlaceProblemRequest, signal?: AbortSignal) =>
    ask(PlaceProblemAnswer, "/api/place-problems", { method: "POST", body, signal }),
  conditions: (body: z.input<typeof InferenceConditionsRequest>, signal?: AbortSignal) =>
    ask(InferenceConditions, "/api/inference-export/conditions", { method: "POST", body, signal }),
  /** Throws ApiError. */
  exportInference: (body: InferenceExportRequest) => askFile("/api/inference-export", body),
} as const;
