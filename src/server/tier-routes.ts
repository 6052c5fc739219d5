/** Tiers of what is said and written: listed, read, written, reviewed, taken back, brought in and handed out. */
import { Buffer } from "node:buffer";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { exportTier } from "../actions/export-tier.ts";
import { importTier } from "../actions/import-tier.ts";
import { reviewTier } from "../actions/review-tier.ts";
import { withdrawTier } from "../actions/withdraw-tier.ts";
import { withdrawTierReview } from "../actions/withdraw-tier-review.ts";
import { writeTier } from "../actions/write-tier.ts";
import { ReasonRequest } from "../api/events.ts";
import {
  ExportedTier,
  ExportTierQuery,
  ImportedTiers,
  ImportTierRequest,
  ReviewTierRequest,
  TierAnswer,
  TierQuery,
  TiersAnswer,
  WriteTierRequest,
  WrittenTier,
} from "../api/tiers.ts";
import { CaseError } from "../core/case/case-error.ts";
import { ItemId } from "../core/item/item.ts";
import { TierId } from "../core/tier/tier.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { tierPorts } from "../jobs/tier-ports.ts";
import { getTier } from "../reads/tiers/get-tier.ts";
import { listTiers } from "../reads/tiers/list-tiers.ts";

const params = z.strictObject({ id: TierId });
const appended = { 200: z.strictObject({ seq: z.number().int() }) };

/** A tier of 20,000 segments, as JSON. */
const bodyLimit = 64 * 1024 * 1024;

export function tierRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer } = session;
  const ports = tierPorts(session);
  return (app, _options, done) => {
    app.get("/api/tiers", { schema: { response: { 200: TiersAnswer } } }, async () => listTiers(reader, viewer));
    app.get(
      "/api/items/:id/tiers",
      { schema: { params: z.strictObject({ id: ItemId }), response: { 200: TiersAnswer } } },
      async ({ params: { id } }) => listTiers(reader, viewer, { item: id }),
    );
    app.get(
      "/api/tiers/:id",
      { schema: { params, querystring: TierQuery, response: { 200: TierAnswer } } },
      async ({ params: { id }, query }) => getTier(reader, viewer, id, query.version),
    );
    app.post("/api/tiers", { bodyLimit, schema: { body: WriteTierRequest, response: { 200: WrittenTier } } }, async ({ body }) =>
      writeTier(ports, viewer, { ...body, made: { by: "person" } }),
    );
    app.post(
      "/api/tiers/:id/review",
      { bodyLimit, schema: { params, body: ReviewTierRequest, response: appended } },
      async ({ params: { id }, body }) => reviewTier(ports, viewer, { tier: id, ...body }),
    );
    app.post("/api/tiers/:id/withdraw", { schema: { params, body: ReasonRequest, response: appended } }, async ({ params: { id }, body }) =>
      withdrawTier(ports, viewer, { tier: id, reason: body.reason }),
    );
    app.post(
      "/api/tiers/reviews/:line/withdraw",
      {
        schema: { params: z.strictObject({ line: z.coerce.number().int().min(1) }), body: ReasonRequest, response: appended },
      },
      async ({ params: { line }, body }) => withdrawTierReview(ports, viewer, { line, reason: body.reason }),
    );
    app.post(
      "/api/tiers/import",
      { bodyLimit, schema: { body: ImportTierRequest, response: { 200: ImportedTiers } } },
      async ({ body }) => {
        const { text, bytes, ...given } = body;
        const content = bytes === undefined ? text : Buffer.from(bytes, "base64");
        if (content === undefined || (text !== undefined && bytes !== undefined))
          throw new CaseError(
            "INPUT_INVALID",
            `file for ${given.item}: expected its text or its bytes; found ${text === undefined ? "neither" : "both"}`,
          );
        return importTier(ports, viewer, { ...given, content });
      },
    );
    app.get(
      "/api/tiers/:id/export",
      { schema: { params, querystring: ExportTierQuery, response: { 200: ExportedTier } } },
      async ({ params: { id }, query }) =>
        exportTier(ports, viewer, {
          ...{ tier: id, format: query.format, version: query.version },
          ...{ confirmed: query.confirmed === "true", mediaName: query.mediaName === "true" },
        }),
    );
    done();
  };
}
