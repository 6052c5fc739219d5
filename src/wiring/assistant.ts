/** The language model that the person set up, as the rest of the house sees it: what may be shown of it, and one question at a time. */
import { join } from "node:path";
import type { Assistant } from "../jobs/case-session.ts";
import { askEndpoint } from "../keep/assistant-endpoint.ts";
import { assistantFile, readAssistant, writeAssistant } from "../keep/assistant-settings.ts";

export function assistantOf(configFolder: string): Assistant {
  return {
    file: join(configFolder, assistantFile),
    async read() {
      const { endpoint, key } = await readAssistant(configFolder);
      return { settings: { v: 1, endpoint }, keySet: key !== null };
    },
    write: (endpoint, key) => writeAssistant(configFolder, endpoint, key),
    async ask(endpoint, messages, signal) {
      // Read anew, so that the key lives here alone and a key of another endpoint never goes along.
      const kept = await readAssistant(configFolder);
      return askEndpoint(endpoint, kept.endpoint?.url === endpoint.url ? kept.key : null, messages, signal);
    },
  };
}
