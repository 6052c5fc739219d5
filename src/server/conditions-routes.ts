/** Conditions of items, who gave, posted or filmed them, and the queue of those that wait for an assessment. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { attributeItems } from "../actions/attribute-items.ts";
import { stateConditions } from "../actions/state-conditions.ts";
import { AttributionRequest, ItemConditions, ItemConditionsRequest, PackConditions, Unassessed } from "../api/conditions.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { itemConditions } from "../reads/item-conditions.ts";
import { nextUnassessed } from "../reads/next-unassessed.ts";
import { packConditions } from "../reads/pack-conditions.ts";
import { hasAccount, hasSource, statedOf } from "../reads/source-index.ts";

const Appended = z.strictObject({ seq: z.number().int() });
const After = z.strictObject({ after: z.coerce.number().int().min(0).default(0) });

export function conditionsRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  const ports: Parameters<typeof stateConditions>[0] & Parameters<typeof attributeItems>[0] = {
    writer,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    hasSource: (source) => hasSource(reader, source),
    hasAccount: (account) => hasAccount(reader, account),
    statedOf: (subjects) => statedOf(reader, subjects),
  };
  return (app, _options, done) => {
    app.get(
      "/api/items/:id/conditions",
      { schema: { params: z.strictObject({ id: ItemId }), response: { 200: ItemConditions } } },
      async ({ params }) => itemConditions(reader, viewer, params.id),
    );
    app.post("/api/items/conditions", { schema: { body: ItemConditionsRequest, response: { 200: Appended } } }, async ({ body }) =>
      stateConditions(ports, viewer, { items: body.items }, body.changes),
    );
    app.post("/api/items/attribution", { schema: { body: AttributionRequest, response: { 200: Appended } } }, async ({ body }) =>
      attributeItems(ports, viewer, body),
    );
    app.get("/api/unassessed", { schema: { querystring: After, response: { 200: Unassessed } } }, async ({ query }) =>
      nextUnassessed(reader, viewer, query.after),
    );
    app.get("/api/conditions/pack", { schema: { response: { 200: PackConditions } } }, async () => packConditions(reader, viewer));
    done();
  };
}
