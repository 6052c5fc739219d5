/** The optional language model. Off by default; each question is confirmed by a person and ends when they stop waiting. */
import { hash } from "node:crypto";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { askAssistant, type AskAssistantPorts, planAsk } from "../actions/ask-assistant.ts";
import {
  AskAssistantRequest,
  AssistantAnswer,
  AssistantPlanAnswer,
  AssistantPlanRequest,
  AssistantSettingsAnswer,
  SetAssistantRequest,
} from "../api/assistant.ts";
import { mostTextParts } from "../api/claim-texts.ts";
import { CaseError } from "../core/case/case-error.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { itemText } from "../reads/claims/item-text.ts";
import { itemBindings } from "../reads/item-bindings.ts";

const OfItem = z.strictObject({ id: ItemId });

export function assistantRoutes({ reader, viewer, assistant, capturePorts }: CaseSession): FastifyPluginCallbackZod {
  const ports: AskAssistantPorts = {
    clock: capturePorts.clock,
    endpoint: async () => (await assistant.read()).settings.endpoint,
    async textOf(item, pieces) {
      // A page of a long export that holds the pieces.
      const posts = pieces.flatMap(({ part }) => (part.sort === "post" ? [part.post] : []));
      const found = await itemText(reader, viewer, item, { from: posts.length === 0 ? 0 : Math.min(...posts), count: mostTextParts });
      if (found.state === "refused") throw new CaseError("INPUT_INVALID", `${item}: expected a text; ${found.why}`);
      return found.text;
    },
    async bindings(item) {
      const number = Number(item.slice(1));
      return (await itemBindings(reader, [number])).get(number) ?? [];
    },
    ask: assistant.ask,
    digestOf: (text) => `sha256:${hash("sha256", text, "hex")}`,
  };
  /** A file that cannot be read as settings is told, and can be replaced from the page that shows it. */
  const settings = async (): Promise<AssistantSettingsAnswer> => {
    const { file } = assistant;
    try {
      return { ...(await assistant.read()), file, fault: null };
    } catch (error) {
      if (!(error instanceof CaseError) || error.code !== "INPUT_INVALID") throw error;
      return { settings: { v: 1, endpoint: null }, keySet: false, file, fault: error.message };
    }
  };
  return (app, _options, done) => {
    app.get("/api/assistant-settings", { schema: { response: { 200: AssistantSettingsAnswer } } }, settings);
    app.post(
      "/api/assistant-settings",
      { schema: { body: SetAssistantRequest, response: { 200: AssistantSettingsAnswer } } },
      async ({ body }) => {
        await assistant.write(body.endpoint, body.key);
        return settings();
      },
    );
    app.post(
      "/api/items/:id/assistant-plan",
      { schema: { params: OfItem, body: AssistantPlanRequest, response: { 200: AssistantPlanAnswer } } },
      async ({ params, body }) => ({ plan: (await planAsk(ports, viewer, params.id, body.pieces)) ?? null }),
    );
    app.post(
      "/api/items/:id/ask-assistant",
      { schema: { params: OfItem, body: AskAssistantRequest, response: { 200: AssistantAnswer } } },
      async ({ params, body }, reply) => {
        const stop = new AbortController();
        // The page has gone, or its person pressed stop.
        reply.raw.once("close", () => stop.abort());
        const { proposals, refused, ...from } = await askAssistant(ports, viewer, { item: params.id, ...body }, stop.signal);
        return { ...from, proposals: proposals.map((one) => ({ ...one, notes: [...one.notes] })), refused: [...refused] };
      },
    );
    done();
  };
}
