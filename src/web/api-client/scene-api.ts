/** Routes of things in scenes and of pair sheets. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  type DescribeSceneObjectRequest,
  type JudgeScenePairRequest,
  SceneBoundsAnswer,
  ScenesAnswer,
  type WithdrawSceneRequest,
} from "../../api/scenes.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Made = z.looseObject({ id: z.string(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });

export const sceneApi = {
  list: (signal?: AbortSignal) => ask(ScenesAnswer, "/api/scenes", { signal }),
  bounds: (signal?: AbortSignal) => ask(SceneBoundsAnswer, "/api/scenes/bounds", { signal }),
  describe: (body: DescribeSceneObjectRequest) => ask(Made, "/api/scenes/objects", { method: "POST", body }),
  judge: (body: JudgeScenePairRequest) => ask(Made, "/api/scenes/pairs", { method: "POST", body }),
  withdraw: (body: WithdrawSceneRequest) => ask(Appended, "/api/scenes/withdraw", { method: "POST", body }),
} as const;

export function useScenes() {
  return useQuery({ queryKey: [...queryKeys.records, "scenes"], queryFn: ({ signal }) => sceneApi.list(signal) });
}
