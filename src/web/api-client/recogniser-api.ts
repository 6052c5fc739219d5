/** Routes of the programs of one's own that read speech and signs, and the settings that screens share. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  DetectorTriedAnswer,
  RecogniserSettingsAnswer,
  RecogniserTriedAnswer,
  SignWordsAnswer,
  TesseractTriedAnswer,
} from "../../api/recogniser.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ReadSignsRequest, RecogniseRequest, RecogniserSettings } from "../../core/recogniser/recogniser-settings.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const JobStarted = z.looseObject({ job: z.string() });
const post = (body: unknown) => ({ method: "POST", body }) as const;

export const recogniserApi = {
  settings: (signal?: AbortSignal) => ask(RecogniserSettingsAnswer, "/api/recogniser-settings", { signal }),
  saveSettings: (body: RecogniserSettings) => ask(RecogniserSettingsAnswer, "/api/recogniser-settings", post(body)),
  tryRecogniser: (signal?: AbortSignal) => ask(RecogniserTriedAnswer, "/api/recogniser-settings/try", { ...post({}), signal }),
  tryTesseract: (signal?: AbortSignal) => ask(TesseractTriedAnswer, "/api/recogniser-settings/try-tesseract", { ...post({}), signal }),
  tryDetector: (signal?: AbortSignal) => ask(DetectorTriedAnswer, "/api/recogniser-settings/try-detector", { ...post({}), signal }),
  recognise: (item: ItemId, body: RecogniseRequest) => ask(JobStarted, `/api/items/${item}/recognise`, post(body)),
  readSigns: (item: ItemId, body: ReadSignsRequest) => ask(JobStarted, `/api/items/${item}/read-signs`, post(body)),
  signWords: (signal?: AbortSignal) => ask(SignWordsAnswer, "/api/sign-words", { signal }),
} as const;

export const recogniserKeys = { settings: ["recogniser-settings"], packs: ["recogniser-settings", "packs"] } as const;

export function useRecogniserSettings() {
  return useQuery({ queryKey: recogniserKeys.settings, queryFn: ({ signal }) => recogniserApi.settings(signal) });
}

/** Stale with every record of the case. */
export function useSignWords() {
  return useQuery({ queryKey: [...queryKeys.records, "sign-words"], queryFn: ({ signal }) => recogniserApi.signWords(signal) });
}
