/** Where else a frame occurs: asked again until it is done. */
import { FindFramesAnswer, type FindFramesRequest } from "../../api/find-frames.ts";
import { ask } from "./ask.ts";

export const findFramesApi = {
  find: (body: FindFramesRequest, signal?: AbortSignal) => ask(FindFramesAnswer, "/api/copies/frames", { method: "POST", body, signal }),
} as const;
