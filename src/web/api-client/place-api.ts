/** Routes of the gazetteers, of phrases made into problems, and of what was found of a place as a file. */
import type { z } from "zod";
import { ErrorAnswer } from "../../api/errors.ts";
import { GazetteerAnswer, type GazetteerQuery, PlaceProblemAnswer, type PlaceProblemRequest } from "../../api/gazetteer.ts";
import { InferenceConditions, type InferenceConditionsRequest, type InferenceExportRequest } from "../../api/inference-export.ts";
import { t } from "../words/t.ts";
import { ApiError } from "./api-error.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

export const placeApi = {
  lookup: (query: GazetteerQuery, signal?: AbortSignal) =>
    ask(GazetteerAnswer, `/api/gazetteer${queryString(query as Record<string, string | number | undefined>)}`, { signal }),
  problem: (body: PlaceProblemRequest, signal?: AbortSignal) =>
    ask(PlaceProblemAnswer, "/api/place-problems", { method: "POST", body, signal }),
  conditions: (body: z.input<typeof InferenceConditionsRequest>, signal?: AbortSignal) =>
    ask(InferenceConditions, "/api/inference-export/conditions", { method: "POST", body, signal }),
  /** Throws ApiError. */
  async exportInference(body: InferenceExportRequest): Promise<Blob> {
    const response = await fetch("/api/inference-export", {
      method: "POST",
      credentials: "same-origin",
      cache: "no-store",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return response.blob();
    const error = ErrorAnswer.safeParse(await response.json().catch(() => null));
    throw error.success
      ? new ApiError(error.data.code, response.status, error.data.message)
      : new ApiError("ANSWER_INVALID", response.status, t("error.status", { status: response.status }));
  },
} as const;
