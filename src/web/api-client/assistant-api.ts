/** Routes of the optional language model. Nothing leaves this machine by any but `ask`. */
import {
  type AskAssistantRequest,
  AssistantAnswer,
  AssistantPlanAnswer,
  type AssistantPlanRequest,
  AssistantSettingsAnswer,
  type SetAssistantRequest,
} from "../../api/assistant.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "./ask.ts";

const post = (body: unknown) => ({ method: "POST", body }) as const;

export const assistantApi = {
  settings: (signal?: AbortSignal) => ask(AssistantSettingsAnswer, "/api/assistant-settings", { signal }),
  saveSettings: (body: SetAssistantRequest) => ask(AssistantSettingsAnswer, "/api/assistant-settings", post(body)),
  plan: (item: ItemId, body: AssistantPlanRequest, signal?: AbortSignal) =>
    ask(AssistantPlanAnswer, `/api/items/${item}/assistant-plan`, { ...post(body), signal }),
  ask: (item: ItemId, body: AskAssistantRequest, signal: AbortSignal) =>
    ask(AssistantAnswer, `/api/items/${item}/ask-assistant`, { ...post(body), signal }),
} as const;

export const assistantSettingsKey = ["assistant-settings"] as const;
