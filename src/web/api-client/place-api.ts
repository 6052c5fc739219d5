/** Routes of the gazetteers and of phrases made into problems. */
import { GazetteerAnswer, type GazetteerQuery, PlaceProblemAnswer, type PlaceProblemRequest } from "../../api/gazetteer.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

export const placeApi = {
  lookup: (query: GazetteerQuery, signal?: AbortSignal) => ask(GazetteerAnswer, `/api/gazetteer${queryString(query as Record<string, string | number | undefined>)}`, { signal }),
  problem: (body: PlaceProblemRequest, signal?: AbortSignal) =>
    ask(PlaceProblemAnswer, "/api/place-problems", { method: "POST", body, signal }),
} as const;
