/** Routes of inferences and house rules. */
import { z } from "zod";
import {
  HouseRulesAnswer,
  InferenceDetail,
  InferencesAnswer,
  type KeepInferenceRequest,
  KeptInference,
  type SetHouseRulesRequest,
} from "../../api/inferences.ts";
import type { InferenceId, InferenceSort } from "../../core/inference/inference.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

const Appended = z.looseObject({ seq: z.number().int() });
const post = (body: unknown) => ({ method: "POST", body }) as const;

export const inferenceApi = {
  list: (sort: InferenceSort, signal?: AbortSignal) => ask(InferencesAnswer, `/api/inferences${queryString({ sort })}`, { signal }),
  get: (id: InferenceId, signal?: AbortSignal) => ask(InferenceDetail, `/api/inferences/${id}`, { signal }),
  keep: (body: KeepInferenceRequest) => ask(KeptInference, "/api/inferences", post(body)),
  withdraw: (id: InferenceId, reason: string) => ask(Appended, `/api/inferences/${id}/withdraw`, post({ reason })),
  houseRules: (signal?: AbortSignal) => ask(HouseRulesAnswer, "/api/house-rules", { signal }),
  setHouseRules: (body: z.input<typeof SetHouseRulesRequest>) => ask(Appended, "/api/house-rules", post(body)),
} as const;
