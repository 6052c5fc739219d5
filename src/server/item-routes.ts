/** Items: lists, one item, and what a person does to them. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { assessItems } from "../actions/assess-items.ts";
import { makeObservation } from "../actions/make-observation.ts";
import { triageItems } from "../actions/triage-items.ts";
import { withdrawObservation } from "../actions/withdraw-observation.ts";
import { writeNote } from "../actions/write-note.ts";
import {
  AssessmentRequest,
  ItemDetail,
  ItemsPage,
  ItemsQuery,
  NoteRequest,
  ObservationRequest,
  PostsPage,
  PostsQuery,
  TriageRequest,
  WithdrawRequest,
} from "../api/items.ts";
import { ItemId } from "../core/item/item.ts";
import { ObservationId } from "../core/observation/observation.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { observationStands, unknownItems } from "../reads/case-index.ts";
import { heldItem } from "../reads/find-media.ts";
import { getItem } from "../reads/get-item.ts";
import { listItems } from "../reads/list-items.ts";
import { listPosts } from "../reads/list-posts.ts";

const OfItem = z.strictObject({ id: ItemId });
function assessmentOf({ items, ...said }: z.infer<typeof AssessmentRequest>): Parameters<typeof assessItems>[2] {
  return { items, assessment: { ...said, riskToPeople: said.riskToPeople === "" ? "unknown" : said.riskToPeople } };
}

const Appended = z.strictObject({ seq: z.number().int() });

export function itemRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  const ports = { writer, unknownItems: (numbers: readonly number[]) => unknownItems(reader, numbers) };
  return (app, _options, done) => {
    app.get("/api/items", { schema: { querystring: ItemsQuery, response: { 200: ItemsPage } } }, async ({ query }) =>
      listItems(reader, viewer, query),
    );

    app.get("/api/items/:id", { schema: { params: OfItem, response: { 200: ItemDetail } } }, async ({ params }) =>
      getItem(reader, viewer, params.id),
    );

    app.get(
      "/api/items/:id/posts",
      { schema: { params: OfItem, querystring: PostsQuery, response: { 200: PostsPage } } },
      async ({ params, query }) => listPosts(reader, viewer, params.id, query),
    );

    app.post("/api/items/triage", { schema: { body: TriageRequest, response: { 200: Appended } } }, async ({ body }) =>
      triageItems(ports, viewer, body),
    );

    app.post("/api/items/assessment", { schema: { body: AssessmentRequest, response: { 200: Appended } } }, async ({ body }) =>
      assessItems(ports, viewer, assessmentOf(body)),
    );

    app.post(
      "/api/items/:id/notes",
      { schema: { params: OfItem, body: NoteRequest, response: { 200: Appended } } },
      async ({ params, body }) => writeNote(ports, viewer, { item: params.id, text: body.text }),
    );

    app.post(
      "/api/items/:id/observations",
      {
        schema: {
          params: OfItem,
          body: ObservationRequest,
          response: { 200: z.strictObject({ id: ObservationId, seq: z.number().int() }) },
        },
      },
      async ({ params, body }) => {
        const { object } = await heldItem(reader, viewer, params.id);
        return makeObservation(ports, viewer, { item: params.id, object, ...body });
      },
    );

    app.post(
      "/api/observations/:id/withdraw",
      { schema: { params: z.strictObject({ id: ObservationId }), body: WithdrawRequest, response: { 200: Appended } } },
      async ({ params, body }) =>
        withdrawObservation({ writer, standing: (id) => observationStands(reader, id) }, viewer, {
          observation: params.id,
          reason: body.reason,
        }),
    );
    done();
  };
}
